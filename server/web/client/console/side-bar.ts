/**
 * The left column: the conversations that this browser keeps, and how things are shown.
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { type Fold, foldCase, loadFold } from '../common/fold.ts'
import { type IconName, icon } from '../common/icons.ts'
import { type Preferences, TEXT_SIZES, THEMES, type Theme } from '../common/preferences.ts'
import { CONSOLE_STRINGS } from '../strings/console.ts'
import { findConversations, type KeptConversation, titleOf } from './conversations.ts'
import { type GivenStaff, staffLine } from './staff-line.ts'

const THEME_ICONS: Record<Theme, IconName> = { auto: 'auto', light: 'sun', dark: 'moon' }

export class SideBar extends LitElement {
  static override properties = {
    kept: { attribute: false },
    current: { attribute: false },
    preferences: { attribute: false },
    unkept: { attribute: false },
    wanted: { state: true },
    dropped: { attribute: false },
    undeleted: { attribute: false },
    staff: { attribute: false },
    fold: { state: true },
  }

  declare kept: KeptConversation[]
  /** Id of the conversation that is shown. */
  declare current: string
  declare preferences: Preferences
  /** True if the browser could not keep the conversation. */
  declare unkept: boolean
  declare wanted: string
  /** The conversation that was deleted last, which can be brought back. */
  declare dropped: KeptConversation | undefined
  /** True if the server could not delete it too. */
  declare undeleted: boolean
  /** Where the head has no room for them. */
  declare staff: GivenStaff | undefined
  declare fold: Fold
  private droppedAt = -1

  constructor() {
    super()
    this.wanted = ''
    this.fold = foldCase
  }

  protected override createRenderRoot() {
    return this
  }

  private get say() {
    return CONSOLE_STRINGS[this.preferences.lang]
  }

  protected override render() {
    const { say, kept, wanted } = this
    const found = findConversations(kept, wanted, this.fold)
    const today = new Date().toDateString()
    const isToday = ({ at }: KeptConversation) => new Date(at).toDateString() === today
    return html`
      <nav class="conversations" aria-label=${say.conversations}>
        <p><button type="button" class="new" @click=${() => this.tell('start')}>${icon('plus')}<span>${say.newConversation}</span></button></p>
        <p class="search">${icon('search')}<input type="search" aria-label=${say.searchConversations} placeholder=${say.searchConversations}
          .value=${wanted} @focus=${this.readyToFind} @input=${(event: Event) => {
            this.wanted = (event.target as HTMLInputElement).value
          }}></p>
        ${this.dropped ? this.undo(this.dropped) : nothing}
        ${this.undeleted ? html`<p class="hint undeleted" role="status">${say.undeleted}</p>` : nothing}
        ${this.group(say.today, found.filter(isToday))}
        ${this.group(
          say.earlier,
          found.filter((conversation) => !isToday(conversation)),
        )}
        ${found.length === 0 ? html`<p class="hint">${kept.length === 0 ? say.none : say.noneFound}</p>` : nothing}
      </nav>
      <footer class="side-foot">
        ${this.unkept ? html`<p class="problem">${say.notKept}</p>` : html`<p class="hint">${say.keptHere}</p>`}
        ${this.display()}
        ${this.staff ? staffLine(this.staff, say, this.preferences.lang) : nothing}
        <details class="shortcuts"><summary>${icon('keyboard')}<span>${say.shortcuts}</span></summary>
          <dl>${say.keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
        </details>
      </footer>`
  }

  private undo(dropped: KeptConversation) {
    const { say } = this
    return html`<p class="undo" role="status"><span>${say.deleted}</span>
      <button type="button" class="quiet" @click=${() => this.tell('restore', dropped)}>${say.undo}</button></p>`
  }

  private readonly readyToFind = async () => {
    this.fold = await loadFold()
  }

  private group(name: string, conversations: KeptConversation[]) {
    if (conversations.length === 0) return nothing
    return html`<h2 class="heading">${name}</h2>
      <ul>${conversations.map((conversation) => this.entry(conversation))}</ul>`
  }

  private entry(conversation: KeptConversation) {
    const title = titleOf(conversation)
    const { id } = conversation
    return html`<li>
      <button type="button" class="quiet conversation" aria-current=${id === this.current ? 'true' : nothing}
        @click=${() => this.tell('choose', conversation)}><span>${title}</span></button>
      <button type="button" class="quiet drop" aria-label=${this.say.deleteConversation(title)}
        @click=${() => this.drop(id)}>${icon('trash')}</button>
    </li>`
  }

  private drop(id: string): void {
    const buttons = Array.from(this.querySelectorAll<HTMLElement>('.drop'))
    this.droppedAt = buttons.indexOf(document.activeElement as HTMLElement)
    this.tell('drop', id)
  }

  /** After a conversation was deleted the focus stays in the list: on what comes after, or at its head. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('kept') || this.droppedAt < 0) return
    const left = this.querySelectorAll<HTMLElement>('.drop')
    const next = left[Math.min(this.droppedAt, left.length - 1)] ?? this.querySelector<HTMLElement>('.new')
    this.droppedAt = -1
    if (!changed.has('current')) next?.focus()
  }

  private display() {
    const { say, preferences } = this
    const { theme, textSize } = preferences
    const at = TEXT_SIZES.indexOf(textSize)
    return html`<div class="display" role="group" aria-label=${say.settings}>
      <span class="themes" role="group" aria-label=${say.theme}>${THEMES.map(
        (name) =>
          html`<button type="button" class="quiet" aria-pressed=${name === theme ? 'true' : 'false'} aria-label=${say.themes[name]} title=${say.themes[name]}
            @click=${() => this.tell('prefer', { theme: name })}>${icon(THEME_ICONS[name])}</button>`,
      )}</span>
      <span class="sizes" role="group" aria-label=${say.textSize}>
        <button type="button" class="quiet" aria-label=${say.smaller} title=${say.smaller} ?disabled=${at <= 0}
          @click=${() => this.tell('prefer', { textSize: TEXT_SIZES[at - 1] })}>${icon('smaller')}</button>
        <span class="size" aria-live="polite">${textSize}%</span>
        <button type="button" class="quiet" aria-label=${say.larger} title=${say.larger} ?disabled=${at === TEXT_SIZES.length - 1}
          @click=${() => this.tell('prefer', { textSize: TEXT_SIZES[at + 1] })}>${icon('larger')}</button>
      </span>
    </div>`
  }

  private tell(name: 'start' | 'choose' | 'drop' | 'restore' | 'prefer', detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}
