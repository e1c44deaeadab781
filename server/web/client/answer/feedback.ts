/**
 * Thumbs up or down on an answer, with room for a comment; a rating that does not get through says so.
 */
import { html, LitElement, nothing } from 'lit'
import { icon } from '../common/icons.ts'
import type { AnswerStrings } from '../strings/answer.ts'
import type { Feedback } from './api.ts'

const MAX_COMMENT = 2000

type State = 'open' | 'sending' | 'sent' | 'failed'

export class AnswerFeedback extends LitElement {
  static override properties = {
    say: { attribute: false },
    answerId: { attribute: false },
    rating: { attribute: false },
    send: { attribute: false },
    state: { state: true },
    commenting: { state: true },
  }

  declare say: AnswerStrings
  declare answerId: string
  declare rating: Feedback['rating'] | undefined
  /** Sends the rating to the server, and rejects where that fails. */
  declare send: (feedback: Feedback) => Promise<unknown>
  declare state: State
  declare commenting: boolean

  constructor() {
    super()
    this.state = 'open'
    this.commenting = false
  }

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { say } = this
    return html`<div class="feedback">
      <div class="feedback-buttons" role="group" aria-label=${say.feedback}>
        ${this.thumb('up', say.good)} ${this.thumb('down', say.bad)}
      </div>
      <span role="status" class="feedback-state">${this.outcome()}</span>
      ${this.commenting ? this.form() : nothing}
    </div>`
  }

  private outcome() {
    const { say, state } = this
    if (state === 'failed') return html`<span class="problem">${say.feedbackFailed}</span>`
    return state === 'sent' ? say.thanks : nothing
  }

  private thumb(rating: Feedback['rating'], words: string) {
    return html`<button type="button" class="quiet" aria-pressed=${this.rating === rating ? 'true' : 'false'}
      ?disabled=${this.state === 'sending'} @click=${() => this.choose(rating)}>${icon(rating)}<span>${words}</span></button>`
  }

  private form() {
    const { say } = this
    return html`<form class="feedback-form" @submit=${this.submit} @keydown=${this.leave}>
      <label>${say.comment}<textarea rows="2" maxlength=${MAX_COMMENT}></textarea></label>
      <p class="hint">${say.commentHint}</p>
      <p class="row"><button class="strong" ?disabled=${this.state === 'sending'}>${say.sendComment}</button>
      <button type="button" class="quiet" @click=${this.close}>${say.cancel}</button></p>
    </form>`
  }

  /** The rating is sent at once; the comment, if there is one, after it. */
  private async choose(rating: Feedback['rating']): Promise<void> {
    if (!(await this.tell({ answerId: this.answerId, rating }))) return
    this.commenting = true
    await this.updateComplete
    this.querySelector('textarea')?.focus()
    this.querySelector('form')?.scrollIntoView({ block: 'nearest' })
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const { rating, answerId } = this
    const comment = this.querySelector('textarea')?.value.trim() ?? ''
    if (rating && (comment === '' || (await this.tell({ answerId, rating, comment })))) this.close()
  }

  /** True if it got through; what did not leaves the comment where it is. */
  private async tell(feedback: Feedback): Promise<boolean> {
    this.state = 'sending'
    try {
      await this.send(feedback)
    } catch {
      this.state = 'failed'
      return false
    }
    this.state = 'sent'
    this.rating = feedback.rating
    this.dispatchEvent(new CustomEvent('rated', { detail: feedback.rating }))
    return true
  }

  private readonly leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    this.close()
  }

  private readonly close = () => {
    this.commenting = false
    this.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }
}
