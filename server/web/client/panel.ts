/**
 * The panel of the widget: a conversation in the dialog that widget.ts holds open. An entry: widget.js imports it.
 *
 * Its law: the newest turn is at the bottom, and text that a person may be reading does not move.
 */
import { html, nothing, render } from 'lit'
import type { Answer, Citation, Lang } from '../../../corpus/types.ts'
import { answerText } from './answer/answer-text.ts'
import type { AnswerFrame } from './answer/answer-view.ts'
import { type Feedback, type ListedDocument, openApi, type Settings } from './answer/api.ts'
import { copyText } from './answer/clipboard.ts'
import { Composer } from './answer/composer.ts'
import { type Conversation, openConversation, type Turn } from './answer/conversation.ts'
import type { ConversationKey } from './answer/conversation-key.ts'
import { openDeletions } from './answer/deletions.ts'
import { AnswerFeedback } from './answer/feedback.ts'
import { RetryButton } from './answer/retry-button.ts'
import { defineElement } from './common/elements.ts'
import { newId } from './common/ids.ts'
import { wordsFor } from './strings/panel.ts'
import type { WidgetStrings } from './strings/widget.ts'
import { keepTurns, readTurns, readTurnsKey } from './widget/panel-kept.ts'
import { nameRefusals } from './widget/panel-refused.ts'
import { makeRoom, showLast, showTop } from './widget/panel-scroll.ts'
import { handoffLink, panelView } from './widget/panel-view.ts'
import type { Options } from './widget/widget-options.ts'

/** What the panel takes from the element that it stands in. */
export interface PanelHost {
  /** Of the server, without a closing slash. */
  base: string
  options: Options
  dialog: HTMLElement
  lang(): Lang
  /** What the element itself says. */
  words(): WidgetStrings
  setLang(lang: Lang): void
  isElder(): boolean
  setElder(on: boolean): void
  close(): void
  answered(answer: Answer): void
}

export interface Panel {
  draw(): void
  /** It is shown again. */
  opened(): void
  focus(): void
  ask(question: string): void
  /** Takes Escape for itself, if there is something smaller than the panel to leave. */
  escape(): boolean
}

/** Outcomes after which a person may want to speak to a person. */
const UNHELPED = ['not_stated', 'out_of_scope']
const DEFAULT_HANDOFF: Settings['handoff'] = { url: 'tel:12345' }
const COPIED_MS = 4000

/** Draws the panel into the dialog. */
export function mountPanel(host: PanelHost): Panel {
  const { dialog, options } = host
  const api = nameRefusals(openApi(host.base))
  const deletions = openDeletions(api, () => sessionStorage)
  let documents: ListedDocument[] = []
  let handoff = DEFAULT_HANDOFF
  let documentId = options.documentId
  let conversation = begin(readTurns(), readTurnsKey())
  /** The turn that was asked last, or again. */
  let current: Turn | undefined
  let spoken = ''
  let isClearing = false
  /** True while the server could not yet delete what was cleared here. */
  let isUndeleted = false
  let copied: AnswerFrame['copied']

  function begin(turns: Turn[], key?: ConversationKey): Conversation {
    return openConversation({
      api,
      changed,
      answered: (_turn, answer) => {
        spoken = words().saying.finished(answer.statements.map(({ text }) => text).join(' '))
        host.answered(answer)
      },
      newId,
      now: () => new Date(),
      documentId: () => documentId,
      turns,
      key,
    })
  }

  function words() {
    return wordsFor(host.lang(), host.isElder())
  }

  function changed(): void {
    current = conversation.turns.find(({ state }) => state === 'asking') ?? current
    if (current?.state === 'asking') spoken = words().saying.stages[current.stage]
    if (current?.state === 'stopped') spoken = words().saying.stoppedHead
    // The failure is an alert, and speaks for itself.
    if (current?.state === 'failed') spoken = ''
    if (!conversation.isBusy()) keepConversation()
    draw()
  }

  function keepConversation(): void {
    keepTurns(conversation.turns, conversation.key)
  }

  function draw(): void {
    if (dialog.hidden) return
    holdFocus()
    const { say } = words()
    const lang = host.lang()
    render(
      panelView({
        say,
        words: host.words(),
        lang,
        elder: host.isElder(),
        title: options.title,
        greeting: options.greeting,
        examples: options.suggestions ?? (documentId ? [] : say.examples),
        documents,
        only: documents.find(({ id }) => id === documentId),
        handoff,
        turns: conversation.turns,
        frame: answerFrame(),
        spoken,
        isClearing,
        isUndeleted,
        setLang: host.setLang,
        setElder: host.setElder,
        ask: (event) => ask(event.detail),
        stop: () => conversation.stop(),
        askToClear,
        clear,
        close: host.close,
      }),
      dialog,
    )
    makeRoom(dialog)
  }

  /** Buttons go while they have the focus, as the one that asks does: then what they led to has it. */
  async function holdFocus(): Promise<void> {
    if (!hasFocus()) return
    // The box draws itself a moment later.
    await Promise.resolve()
    await composer()?.updateComplete
    if (!hasFocus()) dialog.querySelector<HTMLElement>('.stream')?.focus({ preventScroll: true })
  }

  function hasFocus(): boolean {
    const { activeElement } = dialog.getRootNode() as ShadowRoot
    return activeElement !== null && dialog.contains(activeElement)
  }

  function answerFrame(): AnswerFrame {
    const { say, saying } = words()
    return {
      say: saying,
      lang: host.lang(),
      scripts: Object.fromEntries(documents.map(({ id, script }) => [id, script])),
      href: (citation) => inLanguage(citation, host.lang()),
      ask,
      retry(turn) {
        conversation.retry(turn)
        focus()
      },
      copy,
      copied,
      sendFeedback: api.sendFeedback,
      rated(turn, rating: Feedback['rating']) {
        turn.rating = rating
        keepConversation()
      },
      evidence: 'open',
      insert: ({ answer }) =>
        answer && UNHELPED.indexOf(answer.outcome) >= 0
          ? html`<p class="unhelped"><span>${say.stillUnsure}</span> ${handoffLink(handoff, say)}</p>`
          : nothing,
      busy: conversation.isBusy(),
      isLast: (turn) => turn === conversation.turns[conversation.turns.length - 1],
    }
  }

  async function ask(question: string): Promise<void> {
    isClearing = false
    if (isUndeleted) catchUp()
    // While another question runs this one waits in the box.
    if (!conversation.ask(question)) {
      composer()?.fill(question)
      return
    }
    keepConversation()
    // What was typed leaves the box a moment later, which makes room.
    await composer()?.updateComplete
    makeRoom(dialog)
    showLast(dialog)
  }

  async function copy(turn: Turn): Promise<void> {
    if (!turn.answer) return
    const done = await copyText(answerText(turn.answer, words().saying), dialog)
    copied = { id: turn.id, done }
    spoken = done ? words().saying.copied : words().saying.copyFailed
    draw()
    window.setTimeout(() => {
      copied = undefined
      draw()
    }, COPIED_MS)
  }

  function askToClear(wanted: boolean): void {
    isClearing = wanted
    draw()
    dialog.querySelector<HTMLElement>(wanted ? '.sure' : '.clear')?.focus()
  }

  function clear(): void {
    conversation.stop()
    const { key } = conversation
    conversation = begin([])
    current = undefined
    isClearing = false
    spoken = key ? '' : words().say.cleared
    keepConversation()
    draw()
    showTop(dialog)
    focus()
    if (key) forget(key)
  }

  /** It is gone here at once; that it is cleared is said once it is gone at the server too. */
  async function forget(key: ConversationKey): Promise<void> {
    const isDone = await deletions.start(key)
    isUndeleted ||= !isDone
    // Meanwhile another question may have been asked, and what is said then is of that.
    if (!conversation.isBusy()) spoken = isDone ? words().say.cleared : words().say.undeleted
    draw()
  }

  /** What could not be deleted is tried again whenever the panel opens, and with each question. */
  async function catchUp(): Promise<void> {
    const isBehind = !(await deletions.catchUp())
    if (isBehind === isUndeleted) return
    isUndeleted = isBehind
    draw()
  }

  /** To the box; but where that raises a keyboard over what is to be read, to the dialog. */
  function focus(): void {
    const { host: element } = dialog.getRootNode() as ShadowRoot
    if (element.hasAttribute('data-full') || matchMedia('(pointer: coarse)').matches) {
      dialog.focus({ preventScroll: true })
      return
    }
    const box = composer()
    box?.updateComplete.then(() => box.field?.focus())
  }

  function composer(): Composer | null {
    return dialog.querySelector<Composer>('policy-composer')
  }

  async function furnish(): Promise<void> {
    const [list, settings] = await Promise.all([
      api.documents().catch(() => undefined),
      api.settings().catch(() => undefined),
    ])
    documents = list ?? []
    handoff = settings?.handoff ?? handoff
    if (list && documentId && !list.some(({ id }) => id === documentId)) {
      console.warn(`[policy-chat] ignored: data-document="${documentId}" (the server has no such document)`)
      documentId = undefined
    }
    draw()
  }

  dialog.textContent = ''
  draw()
  showLast(dialog)
  furnish()
  catchUp()
  return {
    draw,
    opened() {
      draw()
      catchUp()
    },
    ask,
    focus,
    escape() {
      if (isClearing) {
        askToClear(false)
        return true
      }
      return conversation.stop()
    },
  }
}

/** The address of the document page there, in the language that the reader has here. */
function inLanguage({ url }: Citation, lang: Lang): string {
  try {
    const address = new URL(url)
    address.searchParams.set('lang', lang)
    return address.href
  } catch {
    // What the tab kept may have been written by others.
    return url
  }
}

defineElement('policy-composer', Composer)
defineElement('policy-feedback', AnswerFeedback)
defineElement('policy-retry', RetryButton)
