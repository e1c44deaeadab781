/**
 * The box that a question is typed into: grows with the text, sends on Enter, never while an input method composes.
 */
import { html, LitElement, nothing } from 'lit'
import { icon } from '../common/icons.ts'
import { isComposing } from '../common/keys.ts'
import type { AnswerStrings } from '../strings/answer.ts'
import { MAX_QUESTION } from './conversation.ts'

/** From here on the box says how much room is left. */
const NEAR_LIMIT = 1800

export class Composer extends LitElement {
  static override properties = {
    say: { attribute: false },
    busy: { attribute: false },
    note: { attribute: false },
    value: { state: true },
  }

  declare say: AnswerStrings
  declare busy: boolean
  /** Said above the box, such as that the last question is being edited. */
  declare note: string
  declare value: string

  constructor() {
    super()
    this.busy = false
    this.note = ''
    this.value = ''
  }

  protected override createRenderRoot() {
    return this
  }

  /** The text field. */
  get field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea')
  }

  /** Puts `text` into the box, with the caret at its end. */
  async fill(text: string): Promise<void> {
    this.value = text
    await this.updateComplete
    this.field?.focus()
    this.field?.setSelectionRange(text.length, text.length)
  }

  protected override updated(): void {
    const { field } = this
    if (!field) return
    // Of an empty box the height would be that of its placeholder.
    field.style.height = 'auto'
    field.style.height = this.value === '' ? '' : `${field.scrollHeight}px`
  }

  protected override render() {
    const { say, busy, value, note } = this
    const tooLong = value.trim().length > MAX_QUESTION
    return html`<form class="composer" @submit=${this.send}>
      ${note ? html`<p class="composer-note">${icon('pen')} ${note}</p>` : nothing}
      <div class="composer-field">
        <textarea rows="1" aria-label=${say.question} placeholder=${say.placeholder} enterkeyhint="send"
          aria-describedby="composer-count" aria-invalid=${tooLong ? 'true' : 'false'} .value=${value}
          @input=${this.type} @keydown=${this.press}></textarea>
        ${
          busy
            ? html`<button type="button" class="primary" @click=${() => this.tell('stop')}>${icon('stop')}<span>${say.stop}</span></button>`
            : html`<button class="primary" ?disabled=${tooLong}>${icon('send')}<span>${say.ask}</span></button>`
        }
      </div>
      <p class="composer-count" id="composer-count">${
        tooLong
          ? html`<span class="problem">${icon('warn')} ${say.tooLong(MAX_QUESTION)} (${value.trim().length})</span>`
          : value.length > NEAR_LIMIT
            ? `${value.length} / ${MAX_QUESTION}`
            : nothing
      }</p>
    </form>`
  }

  private type(event: Event): void {
    this.value = (event.target as HTMLTextAreaElement).value
  }

  private press(event: KeyboardEvent): void {
    if (isComposing(event)) return
    if (event.key === 'ArrowUp' && this.value === '') {
      event.preventDefault()
      this.tell('edit')
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    this.send()
  }

  private send(event?: Event): void {
    event?.preventDefault()
    const question = this.value.trim()
    if (this.busy || question === '' || question.length > MAX_QUESTION) return
    this.value = ''
    this.tell('ask', question)
  }

  private tell(name: 'ask' | 'stop' | 'edit', detail?: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}
