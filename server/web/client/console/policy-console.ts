/**
 * The staff console: conversations at the left, the chat or a view of the register in the middle, the document at the right.
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Answer, Lang } from '../../../../corpus/types.ts'
import { type ListedDocument, openApi } from '../answer/api.ts'
import type { Turn } from '../answer/conversation.ts'
import { type IconName, icon } from '../common/icons.ts'
import { newId } from '../common/ids.ts'
import { type Place, placeOf } from '../common/place.ts'
import {
  applyPreferences,
  keepPreferences,
  LANGS,
  type Preferences,
  readPreferences,
} from '../common/preferences.ts'
import type { DocumentPane } from '../reading/document-pane.ts'
import { LANG_NAMES } from '../strings/answer.ts'
import { CONSOLE_STRINGS, type View } from '../strings/console.ts'
import type { ChatView, Said, Turned } from './chat-view.ts'
import {
  dropConversation,
  type KeptConversation,
  keepConversation,
  readConversations,
} from './conversations.ts'
import { openShelf } from './shelf.ts'

/** What the page gives to the console: the examples to try, and an answer where it was opened with a question. */
interface Given {
  lang: Lang
  examples: Record<Lang, string[]>
  answer?: Answer
  question?: string
}

type Layout = 'narrow' | 'medium' | 'wide'
/** What a screen shows that has no room for all of it. */
type Open = 'main' | 'pane' | 'side'

const VIEWS: View[] = ['chat', 'outline', 'targets', 'agencies']
const VIEW_ICONS: Record<View, IconName> = {
  chat: 'chat',
  outline: 'book',
  targets: 'table',
  agencies: 'building',
}
/** From so many rem of width on there are three columns, and two. */
const WIDE_REM = 74
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

  private readonly given = readGiven()
  private readonly api = openApi('')
  private readonly shelf = openShelf(this.api)
  private returnTo: Element | null = null
  private sizes: ResizeObserver | undefined

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
    this.kept = readConversations()
    this.current = newId()
    this.unkept = false
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
    this.loadDocuments()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sizes?.disconnect()
    removeEventListener('keydown', this.press)
    removeEventListener('hashchange', this.follow)
  }

  protected override firstUpdated(): void {
    const { answer, question } = this.given
    if (answer) this.chat?.begin([turnOf(answer)])
    else if (question) this.chat?.fill(question)
    const [citation] = answer?.citations ?? []
    if (citation) this.place = placeOf(citation)
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
    if (first && this.documentId === '') this.documentId = first.id
  }

  protected override render() {
    const { layout, view, preferences } = this
    const open = layout === 'wide' ? 'main' : this.open
    return html`
      <a class="skip visually-hidden" href="#" @click=${this.skip}>${this.say.skip}</a>
      ${this.masthead(open)}
      <div class="columns ${view !== 'chat' && !this.place ? 'roomy' : ''}" data-open=${open}>
        <policy-side-bar .kept=${this.kept} .current=${this.current} .preferences=${preferences} .unkept=${this.unkept}
          @choose=${(event: CustomEvent<KeptConversation>) => this.choose(event.detail)}
          @drop=${(event: CustomEvent<string>) => this.drop(event.detail)}
          @start=${() => this.begin(newId(), [])}
          @prefer=${(event: CustomEvent<Partial<Preferences>>) => this.prefer(event.detail)}></policy-side-bar>
        <main class="middle">
          <policy-chat-view ?hidden=${view !== 'chat'} .api=${this.api} .shelf=${this.shelf} .lang=${preferences.lang}
            .documents=${this.documents} .place=${this.place} .examples=${this.given.examples[preferences.lang]}
            @turn=${(event: CustomEvent<Turned>) => this.turn(event.detail)}
            @turned-over=${this.keep}
            @said=${(event: CustomEvent<Said>) => {
              this.said = event.detail
            }}></policy-chat-view>
          ${view === 'chat' ? nothing : this.browse(view)}
        </main>
        <policy-document class="pane" .shelf=${this.shelf} .lang=${preferences.lang} .place=${this.place}
          .closable=${layout === 'narrow' || view !== 'chat'}
          @go=${(event: CustomEvent<Place>) => this.go(event.detail)}
          @close=${() => this.closePane()}></policy-document>
      </div>
      <div class="visually-hidden" role="status" lang=${this.said?.lang ?? nothing}>${this.said?.text ?? nothing}</div>`
  }

  private masthead(open: Open) {
    const { say, view, preferences } = this
    return html`<header class="masthead">
      <button type="button" class="quiet menu" aria-expanded=${open === 'side' ? 'true' : 'false'} aria-label=${say.menu}
        @click=${() => {
          this.open = open === 'side' ? 'main' : 'side'
        }}>${icon(open === 'side' ? 'close' : 'menu')}</button>
      <a class="product" href="/?lang=${preferences.lang}"><img src="/assets/icon.svg" alt="" width="24" height="24"><span>${say.product}</span></a>
      <nav class="views" aria-label=${say.viewsLabel}>${VIEWS.map(
        (name) =>
          html`<a href=${name === 'chat' ? '#' : `#${name}`} aria-current=${name === view ? 'page' : nothing}>${icon(VIEW_ICONS[name])}<span>${say.views[name]}</span></a>`,
      )}</nav>
      <div class="languages" role="group" aria-label=${say.languages}>${LANGS.map(
        (lang) =>
          html`<button type="button" class="quiet" lang=${lang} aria-pressed=${lang === preferences.lang ? 'true' : 'false'}
            @click=${() => this.prefer({ lang })}>${LANG_NAMES[lang]}</button>`,
      )}</div>
    </header>`
  }

  private browse(view: Exclude<View, 'chat'>) {
    const { shelf, documentId } = this
    const { lang } = this.preferences
    const go = (event: CustomEvent<Place>) => this.go(event.detail)
    return html`<div class="browse">
      ${this.documents.length > 1 ? this.documentChoice() : nothing}
      ${view === 'outline' ? html`<policy-outline .shelf=${shelf} .lang=${lang} .documentId=${documentId} @go=${go}></policy-outline>` : nothing}
      ${view === 'targets' ? html`<policy-targets .shelf=${shelf} .lang=${lang} .documentId=${documentId} @go=${go}></policy-targets>` : nothing}
      ${view === 'agencies' ? html`<policy-agencies .shelf=${shelf} .lang=${lang} .documentId=${documentId} @go=${go}></policy-agencies>` : nothing}
    </div>`
  }

  private documentChoice() {
    return html`<label class="document-choice">${this.say.document}
      <select @change=${(event: Event) => {
        this.documentId = (event.target as HTMLSelectElement).value
      }}>${this.documents.map(
        ({ id, title, script }) =>
          html`<option value=${id} lang=${script} ?selected=${id === this.documentId}>${title}</option>`,
      )}</select></label>`
  }

  private turn({ place, turning }: Turned): void {
    if (turning === 'open') this.go(place)
    // On a narrow screen the text would cover the answer unasked.
    else if (this.layout !== 'narrow') this.place = place
  }

  /** Opens a place of the document; where it covers the rest, the focus goes along and comes back. */
  private async go(place: Place): Promise<void> {
    const pane = this.querySelector<DocumentPane>('policy-document')
    if (!pane?.contains(document.activeElement)) this.returnTo = document.activeElement
    this.place = place
    this.open = this.layout === 'narrow' ? 'pane' : 'main'
    if (this.open === 'main') return
    await this.updateComplete
    pane?.focusHeading()
  }

  private async closePane(): Promise<void> {
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
    const { all, done } = keepConversation({ id: this.current, at: new Date().toISOString(), turns })
    this.kept = all
    this.unkept = !done
  }

  private async choose({ id, turns }: KeptConversation): Promise<void> {
    await this.begin(
      id,
      turns.map((turn) => ({ ...turn })),
    )
    const [citation] = turns[turns.length - 1]?.answer?.citations ?? []
    if (citation) this.place = placeOf(citation)
    this.chat?.showEnd()
  }

  private async begin(id: string, turns: Turn[]): Promise<void> {
    // What still runs is stopped and kept with the conversation that it belongs to.
    this.chat?.begin(turns)
    this.current = id
    this.toChat()
    await this.chat?.focusBox()
  }

  private drop(id: string): void {
    if (id === this.current) this.begin(newId(), [])
    this.kept = dropConversation(id)
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
    if (event.isComposing) return
    if (event.key === 'Escape') this.leave()
    const number = event.altKey && /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    if (number && this.chat?.openCitation(Number(number))) event.preventDefault()
    if (event.key === '/' && !event.altKey && !event.ctrlKey && !event.metaKey && !isTyping(event))
      this.skip(event)
  }

  /** Leaves what is open, the innermost first. */
  private leave(): void {
    if (this.chat?.stop()) return
    if (this.open === 'pane') this.closePane()
    else if (this.open === 'side') this.open = 'main'
    else this.chat?.cancelEdit()
  }

  /** The width in letters: larger text and zoom count as a narrower screen. */
  private measure(): void {
    const { clientWidth, clientHeight } = document.documentElement
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const width = clientWidth / rem
    this.toggleAttribute('data-low', clientHeight / rem < LOW_REM)
    this.layout = width >= WIDE_REM ? 'wide' : width >= MEDIUM_REM ? 'medium' : 'narrow'
    this.dataset.layout = this.layout
  }
}

function viewOf(hash: string): View {
  return VIEWS.find((view) => `#${view}` === hash) ?? 'chat'
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
