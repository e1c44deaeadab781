/**
 * The staff console: conversations at the left, the chat or a view of the register in the middle, the document at the right.
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Answer, Lang } from '../../../../corpus/types.ts'
import { type ListedDocument, openApi } from '../answer/api.ts'
import type { Turn } from '../answer/conversation.ts'
import type { ConversationKey } from '../answer/conversation-key.ts'
import { openDeletions } from '../answer/deletions.ts'
import { newId } from '../common/ids.ts'
import { isComposing } from '../common/keys.ts'
import { letters } from '../common/letters.ts'
import { type Place, placeOf } from '../common/place.ts'
import {
  applyPreferences,
  keep,
  keepPreferences,
  type Preferences,
  readKept,
  readPreferences,
} from '../common/preferences.ts'
import type { DocumentPane } from '../reading/document-pane.ts'
import { openShelf } from '../reading/shelf.ts'
import { CONSOLE_STRINGS, VIEWS, type View } from '../strings/console.ts'
import { browse } from './browse.ts'
import type { ChatView, Said, Turned } from './chat-view.ts'
import { type KeptConversation, openConversations, ownerOf } from './conversations.ts'
import { keepDraft, takeDraft } from './draft.ts'
import { masthead } from './masthead.ts'
import { watchSession } from './session-watch.ts'
import { type GivenStaff, sessionEnded } from './staff-line.ts'

/** What the page gives to the console: the examples to try, who is signed in, and an answer where it was opened with a question. */
interface Given {
  lang: Lang
  examples: Record<Lang, string[]>
  answer?: Answer
  question?: string
  staff?: GivenStaff
}

type Layout = 'narrow' | 'medium' | 'wide'
/** What a screen shows that has no room for all of it. */
type Open = 'main' | 'pane' | 'side'

/** From so many rem of width on there are three columns, and two. */
const WIDE_REM = 74
/** Where the tab keeps which conversation is shown. */
const CURRENT = 'policy-chat:current'
const MEDIUM_REM = 46
/** On a lower screen the head scrolls away. */
const LOW_REM = 28

export class PolicyConsole extends LitElement {
  static override properties = {
    preferences: { state: true },
    documents: { state: true },
    documentId: { state: true },
    place: { state: true },
    view: { state: true },
    layout: { state: true },
    open: { state: true },
    kept: { state: true },
    current: { state: true },
    said: { state: true },
    unkept: { state: true },
    dropped: { state: true },
    undeleted: { state: true },
    hasEnded: { state: true },
  }

  declare preferences: Preferences
  declare documents: ListedDocument[]
  /** The document that is browsed. */
  declare documentId: string
  declare place: Place | undefined
  declare view: View
  declare layout: Layout
  declare open: Open
  declare kept: KeptConversation[]
  /** Id of the conversation that is shown. */
  declare current: string
  /** What the live region says. */
  declare said: Said | undefined
  declare unkept: boolean
  /** The conversation that was deleted last. */
  declare dropped: KeptConversation | undefined
  /** True if the server could not delete it too. */
  declare undeleted: boolean
  /** True once the session of whoever was signed in has ended. */
  declare hasEnded: boolean

  private readonly given = readGiven()
  private readonly owner = ownerOf(this.given.staff)
  private readonly conversations = openConversations(this.owner)
  private readonly api = openApi('')
  private readonly shelf = openShelf(this.api)
  private readonly deletions = openDeletions(this.api)
  private readonly session = watchSession(this.api, (hasEnded) => {
    this.hasEnded = hasEnded
  })
  private returnTo: Element | null = null
  private sizes: ResizeObserver | undefined
  private unwatch = () => {}

  constructor() {
    super()
    const { lang } = this.given
    const preferences = readPreferences({ lang, theme: 'auto', textSize: 100 })
    const isChosen = new URLSearchParams(location.search).has('lang')
    this.preferences = isChosen ? { ...preferences, lang } : preferences
    this.documents = []
    this.documentId = ''
    this.view = viewOf(location.hash)
    this.layout = 'wide'
    this.open = 'main'
    this.kept = this.conversations.read()
    this.current = newId()
    this.unkept = false
    this.undeleted = false
    this.hasEnded = false
  }

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // One page, one question box: the plain form has done its duty.
    document.getElementById('plain')?.remove()
    this.measure()
    this.sizes = new ResizeObserver(() => this.measure())
    this.sizes.observe(this)
    addEventListener('keydown', this.press)
    addEventListener('hashchange', this.follow)
    addEventListener('popstate', this.goBack)
    document.addEventListener('visibilitychange', this.comeBack)
    this.unwatch = this.conversations.watch((all) => {
      this.kept = all
    })
    this.loadDocuments()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sizes?.disconnect()
    removeEventListener('keydown', this.press)
    removeEventListener('hashchange', this.follow)
    removeEventListener('popstate', this.goBack)
    document.removeEventListener('visibilitychange', this.comeBack)
    this.unwatch()
  }

  protected override firstUpdated(): void {
    const { answer, question } = this.given
    if (answer) this.beginWith(answer)
    else if (question) this.chat?.fill(question)
    else this.resume()
    this.deletions.catchUp()
    this.restoreDraft()
    if (this.layout !== 'narrow' && this.view === 'chat') this.chat?.focusBox()
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('preferences')) return
    applyPreferences(this.preferences, document.documentElement)
    document.title = `${this.say.headline} · ${this.say.product}`
    this.measure()
  }

  private get say() {
    return CONSOLE_STRINGS[this.preferences.lang]
  }

  private get chat(): ChatView | null {
    return this.querySelector<ChatView>('policy-chat-view')
  }

  private async loadDocuments(): Promise<void> {
    try {
      this.documents = await this.shelf.documents()
    } catch {
      // Asking works without them; the views say themselves that they have nothing, and try again.
      return
    }
    const [first] = this.documents
    if (!first) return
    if (this.documentId === '') this.documentId = first.id
    // Read before the first answer is there: its dispatch card then stands at once.
    Promise.all([this.shelf.document(first.id), this.shelf.agencies()]).catch(() => {})
  }

  protected override render() {
    const { layout, view, preferences } = this
    const open = layout === 'wide' ? 'main' : this.open
    const staff = this.hasEnded ? undefined : this.given.staff
    return html`
      ${masthead({
        say: this.say,
        lang: preferences.lang,
        view,
        isSideOpen: open === 'side',
        toggleSide: () => this.toggleSide(),
        skip: this.skip,
        choose: (lang) => this.prefer({ lang }),
        staff: layout === 'wide' ? staff : undefined,
      })}
      <div class="session"><div role="status">${this.hasEnded ? sessionEnded(this.say, preferences.lang, () => keepDraft(this.chat?.draft ?? '', this.owner)) : nothing}</div></div>
      <div class="columns ${view !== 'chat' && !this.place ? 'roomy' : ''}" data-open=${open}>
        <policy-side-bar .kept=${this.kept} .current=${this.current} .preferences=${preferences} .unkept=${this.unkept}
          @choose=${(event: CustomEvent<KeptConversation>) => this.choose(event.detail)}
          @drop=${(event: CustomEvent<string>) => this.drop(event.detail)}
          .dropped=${this.dropped} .undeleted=${this.undeleted} .staff=${layout === 'wide' ? undefined : staff}
          @restore=${(event: CustomEvent<KeptConversation>) => this.restore(event.detail)}
          @start=${() => this.begin(newId(), [])}
          @prefer=${(event: CustomEvent<Partial<Preferences>>) => this.prefer(event.detail)}></policy-side-bar>
        <main class="middle">
          <h1 class="visually-hidden">${this.say.product}: ${this.say.views[view]}</h1>
          <policy-chat-view ?hidden=${view !== 'chat'} .api=${this.api} .shelf=${this.shelf} .lang=${preferences.lang}
            .documents=${this.documents} .place=${this.place} .examples=${this.given.examples[preferences.lang]}
            @turn=${(event: CustomEvent<Turned>) => this.turn(event.detail)}
            @turned-over=${this.keep}
            @said=${(event: CustomEvent<Said>) => {
              this.said = event.detail
            }}></policy-chat-view>
          ${view === 'chat' ? nothing : browse(this.browsed(view))}
        </main>
        <policy-document class="pane" .shelf=${this.shelf} .lang=${preferences.lang} .place=${this.place}
          .closable=${layout === 'narrow' || view !== 'chat'}
          @go=${(event: CustomEvent<Place>) => this.go(event.detail)}
          @close=${() => this.closePane()}></policy-document>
      </div>
      <div class="visually-hidden" role="status" lang=${this.said?.lang ?? nothing}>${this.said?.text ?? nothing}</div>`
  }

  private browsed(view: Exclude<View, 'chat'>) {
    const { shelf, documents, documentId } = this
    return {
      view,
      lang: this.preferences.lang,
      shelf,
      documents,
      documentId,
      choose: (id: string) => {
        this.documentId = id
      },
      go: (place: Place) => this.go(place),
    }
  }

  private turn({ place, turning }: Turned): void {
    if (turning === 'open' && place) this.go(place)
    // On a narrow screen the text would cover the answer unasked.
    else if (this.layout !== 'narrow' && this.view === 'chat') this.place = place
  }

  /** Opens a place of the document; where it covers the rest, the focus goes along and comes back. */
  private async go(place: Place): Promise<void> {
    const pane = this.querySelector<DocumentPane>('policy-document')
    if (!pane?.contains(document.activeElement)) this.returnTo = document.activeElement
    this.place = place
    if (this.layout !== 'narrow') {
      this.open = 'main'
      return
    }
    // The way back is the browser's own, too.
    if (this.open !== 'pane') history.pushState({ pane: true }, '')
    this.open = 'pane'
    await this.updateComplete
    pane?.focusHeading()
  }

  private closePane(): void {
    if (history.state?.pane) history.back()
    else this.showMain()
  }

  private readonly goBack = () => {
    if (this.open === 'pane' && !history.state?.pane) this.showMain()
  }

  private async showMain(): Promise<void> {
    this.open = 'main'
    // Beside the chat the pane always has its place; tables take the room that it leaves.
    if (this.view !== 'chat') this.place = undefined
    await this.updateComplete
    if (this.returnTo instanceof HTMLElement) this.returnTo.focus()
  }

  private prefer(changed: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...changed }
    keepPreferences(this.preferences)
    const { lang } = changed
    const address = new URL(location.href)
    if (!lang || !address.searchParams.has('lang')) return
    address.searchParams.set('lang', lang)
    history.replaceState(history.state, '', address.href)
  }

  private readonly keep = () => {
    const turns = this.chat?.turns ?? []
    if (turns.length === 0) return
    const at = new Date().toISOString()
    const conversation = { id: this.current, at, turns, key: this.chat?.key }
    const { all, done } = this.conversations.keep(conversation, this.chat?.replaced)
    keep(CURRENT, this.current, () => sessionStorage)
    this.kept = all
    this.unkept = !done
    this.heedSession(turns[turns.length - 1])
  }

  private async choose({ id, turns, key }: KeptConversation): Promise<void> {
    if (id === this.current) return this.toChat()
    await this.begin(id, copyOf(turns), key)
    this.chat?.showEnd()
  }

  private async begin(id: string, turns: Turn[], key?: ConversationKey): Promise<void> {
    this.show(id, turns, key)
    this.toChat()
    await this.chat?.focusBox()
  }

  /** What still runs is stopped, and kept with the conversation that it belongs to. */
  private show(id: string, turns: Turn[], key?: ConversationKey): void {
    this.chat?.begin(turns, key)
    this.current = id
    this.dropped = undefined
    this.undeleted = false
    keep(CURRENT, id, () => sessionStorage)
    const [citation] = turns[turns.length - 1]?.answer?.citations ?? []
    this.place = citation && placeOf(citation)
  }

  /** Here at once, whatever the server says. What comes back by undoing is not known there any more. */
  private async drop(id: string): Promise<void> {
    if (id === this.current) this.begin(newId(), [])
    const found = this.kept.find((conversation) => conversation.id === id)
    this.dropped = found && { ...found, key: undefined }
    this.undeleted = false
    this.kept = this.conversations.drop(id)
    if (found?.key) this.undeleted = !(await this.deletions.start(found.key))
  }

  private restore(dropped: KeptConversation): void {
    this.kept = this.conversations.keep(dropped).all
    this.dropped = undefined
  }

  /** The answer that the page was opened with; its address asks no more. */
  private beginWith(answer: Answer): void {
    this.show(newId(), [turnOf(answer)])
    this.keep()
    const address = new URL(location.href)
    address.searchParams.delete('question')
    history.replaceState(history.state, '', address.href)
  }

  /** A page that was loaded again goes on where it was. */
  private resume(): void {
    const current = readKept<string>(CURRENT, () => sessionStorage)
    const conversation = this.kept.find(({ id }) => id === current)
    if (!conversation) return
    this.show(conversation.id, copyOf(conversation.turns), conversation.key)
    this.chat?.updateComplete.then(() => this.chat?.showEnd())
  }

  private readonly comeBack = () => {
    if (this.given.staff?.canSignOut && document.visibilityState === 'visible') this.session.lookAgain()
  }

  /** A question that is refused, or made to wait, may be so because its asker is no longer signed in. */
  private heedSession(last?: Turn): void {
    if (!this.given.staff?.canSignOut) return
    if (last?.fault === 'not_allowed' || last?.fault === 'busy') this.session.look()
    else this.session.lookAgain()
  }

  private restoreDraft(): void {
    const draft = takeDraft(this.owner)
    if (draft !== '') this.chat?.updateComplete.then(() => this.chat?.fill(draft))
  }

  private async toggleSide(): Promise<void> {
    this.open = this.open === 'side' ? 'main' : 'side'
    await this.updateComplete
    if (this.open === 'side') this.querySelector<HTMLElement>('policy-side-bar button')?.focus()
  }

  private toChat(): void {
    this.open = 'main'
    if (this.view !== 'chat') location.hash = ''
    this.view = 'chat'
  }

  private readonly skip = (event: Event) => {
    event.preventDefault()
    this.toChat()
    this.updateComplete.then(() => this.chat?.focusBox())
  }

  private readonly follow = () => {
    this.view = viewOf(location.hash)
    this.open = 'main'
  }

  private readonly press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented) return
    // In a field that filters, Escape empties the field.
    if (event.key === 'Escape' && !isFilter(event)) this.leave()
    const number = event.altKey && /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    if (number && this.chat?.openCitation(Number(number))) event.preventDefault()
    if (event.key === '/' && !event.altKey && !event.ctrlKey && !event.metaKey && !isTyping(event))
      this.skip(event)
  }

  /** Leaves what is open, the innermost first. */
  private leave(): void {
    if (this.chat?.stop()) return
    if (this.open === 'pane') this.closePane()
    else if (this.open === 'side') this.closeSide()
    else if (this.view !== 'chat' && this.place) this.closePane()
    else this.chat?.cancelEdit()
  }

  private async closeSide(): Promise<void> {
    this.open = 'main'
    await this.updateComplete
    this.querySelector<HTMLElement>('.menu')?.focus()
  }

  /** The width in letters: larger text and zoom count as a narrower screen. */
  private measure(): void {
    const { clientWidth, clientHeight } = document.documentElement
    const width = letters(clientWidth)
    this.toggleAttribute('data-low', letters(clientHeight) < LOW_REM)
    this.layout = width >= WIDE_REM ? 'wide' : width >= MEDIUM_REM ? 'medium' : 'narrow'
    this.dataset.layout = this.layout
  }
}

function viewOf(hash: string): View {
  return VIEWS.find((view) => `#${view}` === hash) ?? 'chat'
}

/** What is kept changes only when it is kept anew. */
function copyOf(turns: Turn[]): Turn[] {
  return turns.map((turn) => ({ ...turn }))
}

function isFilter({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.value !== ''
}

function isTyping({ target }: Event): boolean {
  return target instanceof Element && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

function turnOf(answer: Answer): Turn {
  const at = new Date().toISOString()
  return { id: newId(), question: answer.question, at, state: 'answered', stage: 'writing', told: [], answer }
}

function readGiven(): Given {
  return JSON.parse(document.querySelector<HTMLElement>('policy-console')?.dataset.given ?? '{}') as Given
}
