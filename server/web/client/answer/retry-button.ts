/**
 * The button that asks again. Where the server has named a time to wait, it is off until then, and says how long.
 *
 * Law: the seconds that run down are not announced, only found; whoever hears the page is told once, when they are over.
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { AnswerStrings } from '../strings/answer.ts'

const SECOND = 1000

export class RetryButton extends LitElement {
  static override properties = {
    say: { attribute: false },
    busy: { attribute: false },
    from: { attribute: false },
    left: { state: true },
  }

  declare say: AnswerStrings
  /** True while another question runs. */
  declare busy: boolean
  /** When it may be pressed, in milliseconds as `Date.now` has them; left out, at once. */
  declare from: number | undefined
  /** Seconds until then. */
  declare left: number
  declare private timer: number

  constructor() {
    super()
    this.left = 0
    this.timer = 0
  }

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.count()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('from')) this.count()
  }

  protected override render() {
    const { say, busy, from, left } = this
    const isOver = from !== undefined && left === 0
    return html`<p class="row"><button type="button" ?disabled=${busy || left > 0} @click=${this.press}>${say.retry}</button>
      ${left > 0 ? html`<span class="countdown">${say.retryIn(left)}</span>` : nothing}
      ${from === undefined ? nothing : html`<span class="visually-hidden" role="status">${isOver ? say.retryNow : nothing}</span>`}</p>`
  }

  private count(): void {
    clearTimeout(this.timer)
    this.left = Math.max(0, Math.ceil(((this.from ?? 0) - Date.now()) / SECOND))
    if (this.left > 0) this.timer = window.setTimeout(() => this.count(), SECOND)
  }

  private readonly press = () => this.dispatchEvent(new CustomEvent('again'))
}
