/**
 * The chat of the console: the turns of one conversation, and the box for the next question.
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Answer, Citation, Lang } from '../../../../corpus/types.ts'
import { answerText } from '../answer/answer-text.ts'
import { type AnswerFrame, type Turning, turnsView } from '../answer/answer-view.ts'
import type { Api, ListedDocument } from '../answer/api.ts'
import { copyText } from '../answer/clipboard.ts'
import type { Composer } from '../answer/composer.ts'
import { type Conversation, openConversation, type Turn } from '../answer/conversation.ts'
import type { ConversationKey } from '../answer/conversation-key.ts'
import { newId, today } from '../common/ids.ts'
import { isAt, type Place, placeHref, placeOf } from '../common/place.ts'
import type { Shelf } from '../reading/shelf.ts'
import { ANSWER_STRINGS } from '../strings/answer.ts'
import { CONSOLE_STRINGS } from '../strings/console.ts'
import { citedClauses } from './dispatch-note.ts'

/** A citation that was turned to, and how. */
export interface Turned {
  /** Nothing where an answer cites nothing. */
  place: Place | undefined
  turning: Turning
}

/** What the live region is to say. */
export interface Said {
  text: string
  lang: Lang
}

/** A pointer that only passes over a citation turns no page. */
const PEEK_MS = 120
/** Pixels that stay free above the question that is brought up. */
const ROOM = 32

export class ChatView extends LitElement {
  static override properties = {
    api: { attribute: false },
    shelf: { attribute: false },
    lang: { attribute: false },
    documents: { attribute: false },
    place: { attribute: false },
    examples: { attribute: false },
    copied: { state: true },
    editing: { state: true },
  }

  declare api: Api
  declare shelf: Shelf
  declare lang: Lang
  declare documents: ListedDocument[]
  /** What the reading pane shows. */
  declare place: Place | undefined
  declare examples: string[]
  declare copied: AnswerFrame['copied']
  declare editing: boolean

  private conversation: Conversation | undefined
  private peeking = 0
  /** True once the reader has turned to a citation since the last question. */
  private hasTurned = false

  constructor() {
    super()
    this.documents = []
    this.examples = []
    this.editing = false
  }

  protected override createRenderRoot() {
    return this
  }

  /** The turns that are shown, oldest first. */
  get turns(): Turn[] {
    return this.conversation?.turns ?? []
  }

  get isBusy(): boolean {
    return this.conversation?.isBusy() ?? false
  }

  /** Of what the server keeps of them. */
  get key(): ConversationKey | undefined {
    return this.conversation?.key
  }

  /** What is typed and not asked. */
  get draft(): string {
    return this.composer?.value ?? ''
  }

  /** Goes on from `turns`; what ran is stopped. */
  begin(turns: Turn[], key?: ConversationKey): void {
    this.conversation?.stop()
    this.editing = false
    this.conversation = openConversation({
      api: this.api,
      turns,
      key,
      newId,
      now: () => new Date(),
      changed: () => this.requestUpdate(),
      answered: (_turn, answer) => this.finish(answer),
      turned: (turn) => this.follow(turn),
    })
    this.requestUpdate()
  }

  /** Puts the caret into the box. */
  async focusBox(): Promise<void> {
    await this.updateComplete
    this.composer?.field?.focus()
  }

  /** Puts a question into the box without asking it. */
  fill(question: string): void {
    this.composer?.fill(question)
  }

  /** Ends the answer that comes in; false if there was none. */
  stop(): boolean {
    if (!this.conversation?.stop()) return false
    this.say(ANSWER_STRINGS[this.lang].stoppedHead)
    this.focusBox()
    return true
  }

  /** Lets the edited question be. */
  cancelEdit(): void {
    if (!this.editing) return
    this.editing = false
    this.composer?.fill('')
  }

  /** Ids of turns that are gone, since an edited question took their place. */
  get replaced(): string[] {
    return this.conversation?.replaced ?? []
  }

  /** Opens a citation of the last answer, or of what there is of it; false if it has no such citation. */
  openCitation(n: number): boolean {
    const { answer, told = [] } = this.lastTurn ?? {}
    const citations = answer?.citations ?? told.flatMap((statement) => statement.citations)
    const citation = citations.find((entry) => entry.n === n)
    if (citation) this.turnTo(citation, 'open')
    return citation !== undefined
  }

  showEnd(): void {
    const scroll = this.querySelector('.chat-scroll')
    if (scroll) scroll.scrollTop = scroll.scrollHeight
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.conversation && changed.has('api')) this.begin([])
  }

  protected override render() {
    const { turns } = this
    const say = CONSOLE_STRINGS[this.lang]
    const frame = this.frame()
    return html`<div class="chat">
      <div class="chat-scroll" tabindex="0" role="group" aria-label=${say.views.chat}>
        ${turns.length === 0 ? this.welcome() : nothing}
        ${turnsView(turns, frame)}
      </div>
      <div class="chat-foot">
        <policy-composer .say=${frame.say} .busy=${frame.busy} .note=${this.editing ? say.editing : ''}
          @ask=${(event: CustomEvent<string>) => this.ask(event.detail, this.editing)}
          @stop=${() => this.stop()} @edit=${this.edit}></policy-composer>
      </div>
    </div>`
  }

  private welcome() {
    const say = CONSOLE_STRINGS[this.lang]
    return html`<div class="welcome">
      <h2 class="headline">${say.headline}</h2>
      <p class="promise">${say.promise}</p>
      <p class="heading">${say.examples}</p>
      <div class="choices">${this.examples.map(
        (question) =>
          html`<button type="button" class="suggestion" @click=${() => this.ask(question)}>${question}</button>`,
      )}</div>
    </div>`
  }

  private frame(): AnswerFrame {
    const { lang, documents } = this
    const scripts = Object.fromEntries(documents.map(({ id, script }) => [id, script]))
    return {
      say: ANSWER_STRINGS[lang],
      lang,
      scripts,
      busy: this.isBusy,
      href: (citation) => placeHref(placeOf(citation), lang),
      turnTo: (citation, turning) => this.turnTo(citation, turning),
      isCurrent: (citation) => isAt(this.place, citation),
      ask: (question) => this.ask(question),
      retry: (turn) => this.retry(turn),
      copy: (turn) => this.copy(turn),
      copied: this.copied,
      sendFeedback: (feedback) => this.api.sendFeedback(feedback),
      rated: (turn, rating) => {
        turn.rating = rating
        this.tell('turned-over')
      },
      evidence: 'folded',
      insert: ({ answer }) => (answer ? this.dispatchCard(answer, scripts) : nothing),
      isLast: (turn) => turn === this.lastTurn,
    }
  }

  private dispatchCard(answer: Answer, scripts: Record<string, string>) {
    const [first] = citedClauses(answer)
    if (!first) return nothing
    return html`<policy-dispatch @said=${(event: CustomEvent<string>) => this.say(event.detail)}
      @turn=${(event: CustomEvent<Citation>) => this.turnTo(event.detail, 'open')}
      .answer=${answer} .shelf=${this.shelf} .lang=${this.lang} .today=${today}
      .script=${scripts[first.documentId] ?? 'zh'}></policy-dispatch>`
  }

  private get composer(): Composer | null {
    return this.querySelector<Composer>('policy-composer')
  }

  private get lastTurn(): Turn | undefined {
    return this.turns[this.turns.length - 1]
  }

  /** `replacing` for an edited question; a suggestion leaves what is being edited. */
  private async ask(question: string, replacing = false): Promise<void> {
    if (!this.conversation?.ask(question, { replacing })) return
    if (!replacing) this.cancelEdit()
    this.editing = false
    await this.focusBox()
    this.bringUp()
  }

  private retry(turn: Turn): void {
    this.conversation?.retry(turn)
    this.focusBox()
  }

  /** What a turn that begins or ends means for those who listen, and for what is kept. */
  private follow({ state }: Turn): void {
    if (state === 'asking') {
      this.hasTurned = false
      this.say(ANSWER_STRINGS[this.lang].stages.searching)
    }
    // A failure is an alert of its own.
    if (state === 'failed') this.say('')
    this.tell('turned-over')
  }

  /** The new question goes to the top, and the answer grows below it: nothing that is read moves. */
  private bringUp(): void {
    const scroll = this.querySelector<HTMLElement>('.chat-scroll')
    const turns = Array.from(this.querySelectorAll<HTMLElement>('.turn'))
    const last = turns[turns.length - 1]
    if (!scroll || !last) return
    for (const turn of turns) turn.style.minHeight = ''
    if (turns.length > 1) last.style.minHeight = `${scroll.clientHeight - ROOM}px`
    scroll.scrollTop += last.getBoundingClientRect().top - scroll.getBoundingClientRect().top - ROOM / 2
  }

  private finish(answer: Answer): void {
    const { lang } = answer
    const spoken = answer.statements.map(({ text }) => text).join(' ')
    this.say(ANSWER_STRINGS[lang].finished(spoken), lang)
    const [citation] = answer.citations
    if (this.hasTurned) return
    this.tell<Turned>('turn', { place: citation && placeOf(citation), turning: 'peek' })
  }

  private readonly edit = () => {
    if (!this.lastTurn || this.isBusy) return
    this.editing = true
    this.fill(this.lastTurn.question)
  }

  private async copy(turn: Turn): Promise<void> {
    if (!turn.answer) return
    const say = ANSWER_STRINGS[this.lang]
    this.copied = { id: turn.id, done: await copyText(answerText(turn.answer, say), this) }
    this.say(this.copied.done ? say.copied : say.copyFailed)
  }

  private turnTo(citation: Citation, turning: Turning): void {
    clearTimeout(this.peeking)
    this.hasTurned = true
    const turned = () => this.tell<Turned>('turn', { place: placeOf(citation), turning })
    if (turning === 'open') turned()
    else this.peeking = window.setTimeout(turned, PEEK_MS)
  }

  private say(text: string, lang: Lang = this.lang): void {
    this.tell<Said>('said', { text, lang })
  }

  /** `turned-over`: a turn has ended or was rated, and wants to be kept. */
  private tell<Detail>(name: 'said' | 'turn' | 'turned-over', detail?: Detail): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}
