/**
 * Questions per day as a picture: a bar for each day, the answered ones at its foot. The numbers stand in the table below it.
 */
import { html } from 'hono/html'
import type { UsageReport } from '../../staff/usage.ts'
import type { Html } from '../layout.ts'
import { numberOf } from './marks.ts'
import type { StaffWords } from './words.ts'

const HEIGHT = 100
const STEP = 10
const BAR = 8

/** The picture with its legend. */
export function dayChart({ days }: UsageReport, { usage: say, outcomes }: StaffWords): Html {
  const busiest = Math.max(...days.map(({ questions }) => questions), 1)
  const high = (questions: number) => Math.round((questions / busiest) * HEIGHT * 10) / 10
  const first = days[0]?.day
  const last = days.at(-1)?.day
  return html`<figure class="chart">
<p class="busiest">${say.busiest(numberOf(busiest))}</p>
<svg viewBox="0 0 ${days.length * STEP} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${say.perDay}">
${days.map(({ day, questions, outcomes: { answered } }, i) => {
  const whole = high(questions)
  const foot = high(answered)
  return html`<g><title>${day}: ${numberOf(questions)}</title>
<rect class="rest" x="${i * STEP + 1}" y="${HEIGHT - whole}" width="${BAR}" height="${whole - foot}"></rect>
<rect class="good" x="${i * STEP + 1}" y="${HEIGHT - foot}" width="${BAR}" height="${foot}"></rect></g>`
})}
</svg>
<p class="axis"><time datetime="${first}">${first}</time> <time datetime="${last}">${last}</time></p>
<figcaption class="legend"><span class="key good"></span>${outcomes.answered} <span class="key rest"></span>${say.others}</figcaption>
</figure>`
}

/** `rest` is what was asked and not answered. */
export type BarKind = 'good' | 'rest'

/** A share of the whole as a bar; the number stands beside it. */
export function shareBar(part: number, whole: number, kind: BarKind): Html {
  const width = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10
  return html`<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="${kind}" width="${width}" height="10"></rect></svg>`
}
