/**
 * GET /staff: what was asked, how well and how fast it was answered, and what is left to look at.
 */
import { html } from 'hono/html'
import { Answer, Outcome } from '../../../corpus/types.ts'
import type { UsageDay, UsageReport } from '../../staff/usage.ts'
import { Entrance, SPEEDS } from '../../store/store.ts'
import { LANG_NAMES } from '../client/strings/answer.ts'
import type { Html } from '../layout.ts'
import { type BarKind, dayChart, shareBar } from './day-chart.ts'
import { hidden, hrefIn, staffPage, type Visit } from './frame.ts'
import { numberOf, shareOf } from './marks.ts'
import type { StaffWords } from './words.ts'

const SLOWEST = SPEEDS.at(-1) ?? 0

interface UsagePage {
  report: UsageReport
  /** Not reviewed yet, in the days that the list of them shows. */
  open: { unanswered: number; ratedDown: number }
  /** The days to choose with one click, and the most that fit a report. */
  ranges: { days: number; from: string; to: string }[]
  most: number
  /** The days that were asked for, where they make no report. */
  typed?: { from: string | undefined; to: string | undefined }
  /** The days in which `open` was counted. */
  openDays: number
}

/** The whole page. */
export function usagePage(visit: Visit, page: UsagePage): Html {
  const { words } = visit
  const { report } = page
  const say = words.usage
  return staffPage(visit, {
    title: words.sections.usage,
    section: 'usage',
    main: html`${toReview(visit, page)}
${rangeForm(visit, page)}
${
  report.questions === 0
    ? html`<p class="nothing">${say.none}</p>`
    : html`${totals(report, words)}
<section><h2>${say.perDay}</h2>
${dayChart(report, words)}
<details class="numbers"><summary>${say.numbers}</summary>${dayTable(report, words)}</details>
</section>
<div class="tables">${shareTables(report, words)}</div>`
}
${exportLinks(report, visit)}`,
  })
}

function toReview({ lang, words }: Visit, { open, openDays }: UsagePage): Html {
  const say = words.usage
  const { unanswered, ratedDown } = open
  if (unanswered + ratedDown === 0) return html`<p class="next clear">${say.noneOpen(openDays)}</p>`
  const found = [
    ...(unanswered > 0 ? [say.open(unanswered)] : []),
    ...(ratedDown > 0 ? [say.openRated(ratedDown)] : []),
  ]
  return html`<p class="next"><span>${say.last(openDays)}${say.colon}${found.join(' · ')}</span> <a class="go" href="${hrefIn(lang, '/staff/unanswered')}">${say.openLink}</a></p>`
}

function rangeForm({ lang, words }: Visit, { report, ranges, most, typed }: UsagePage): Html {
  const say = words.usage
  const { from: first = '', to: last = '' } = typed ?? report
  const wrong = typed ? html` aria-invalid="true" aria-describedby="bad-range"` : ''
  return html`<section class="range" aria-label="${say.range}">
<ul class="choices">
${ranges.map(({ days, from, to }) => {
  const current = !typed && from === report.from && to === report.to ? html` aria-current="true"` : ''
  return html`<li><a href="${hrefIn(lang, '/staff', { from, to })}"${current}>${say.last(days)}</a></li>`
})}
</ul>
<form method="get" action="/staff">${hidden({ lang })}
<label>${say.from} <input type="date" name="from" value="${first}" required${wrong}></label>
<label>${say.to} <input type="date" name="to" value="${last}" required${wrong}></label>
<button>${say.show}</button>
</form>
${typed ? html`<p class="problem" role="alert" id="bad-range">${say.badRange(most, report.from, report.to)}</p>` : ''}
</section>`
}

function totals(report: UsageReport, words: StaffWords): Html {
  const { questions, outcomes, ratings, tokens, milliseconds } = report
  const say = words.usage
  const rows: [string, string][] = [
    [say.questions, numberOf(questions)],
    [say.answered, `${shareOf(outcomes.answered, questions)}`],
    [say.half, sayBound(milliseconds.p50, words)],
    [say.most, sayBound(milliseconds.p95, words)],
    [
      say.ratings,
      `${words.ratings.up} ${numberOf(ratings.up)} · ${words.ratings.down} ${numberOf(ratings.down)}`,
    ],
    [say.tokens, say.tokenShare(numberOf(tokens.input), numberOf(tokens.output))],
  ]
  return html`<section aria-label="${say.totals}"><dl class="totals">
${rows.map(([name, value], i) => html`<div class="${i < 4 ? 'large' : ''}"><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl></section>`
}

function dayTable({ days }: UsageReport, words: StaffWords): Html {
  const say = words.usage
  const row = ({ day, questions, outcomes, milliseconds, tokens }: UsageDay) => html`<tr>
<th scope="row"><time datetime="${day}">${day}</time></th>
<td>${numberOf(questions)}</td><td>${questions === 0 ? '–' : shareOf(outcomes.answered, questions)}</td>
<td>${questions === 0 ? '–' : sayBound(milliseconds.p95, words)}</td><td>${numberOf(tokens.input + tokens.output)}</td></tr>`
  return html`<div class="scroll" role="region" aria-label="${say.numbers}" tabindex="0"><table>
<caption class="visually-hidden">${say.numbers}</caption>
<thead><tr><th scope="col">${say.day}</th><th scope="col">${say.questions}</th><th scope="col">${say.answered}</th><th scope="col">${say.most}</th><th scope="col">${say.tokens}</th></tr></thead>
<tbody>${days.toReversed().map(row)}</tbody>
</table></div>`
}

interface Share {
  name: string
  count: number
  kind: BarKind
}

function shareTables({ outcomes, modes, languages, entrances }: UsageReport, words: StaffWords): Html[] {
  const say = words.usage
  const plain = (name: string, count: number): Share => ({ name, count, kind: 'good' })
  const byOutcome = Outcome.options.map(
    (one): Share => ({
      name: words.outcomes[one],
      count: outcomes[one],
      kind: one === 'answered' ? 'good' : 'rest',
    }),
  )
  const byMode = Answer.shape.mode.options.map((one) => plain(words.modes[one], modes[one]))
  const byLanguage = Answer.shape.lang.options.map((one) => plain(LANG_NAMES[one], languages[one]))
  const byEntrance = Entrance.options.map((one) => plain(words.entrances[one], entrances[one]))
  return [
    shareTable(say.byOutcome, say.outcome, byOutcome, say),
    shareTable(say.byMode, say.mode, byMode, say),
    shareTable(say.byLanguage, say.language, byLanguage, say),
    shareTable(say.byEntrance, say.entrance, byEntrance, say),
  ]
}

function shareTable(caption: string, head: string, rows: Share[], say: StaffWords['usage']): Html {
  const whole = rows.reduce((sum, { count }) => sum + count, 0)
  return html`<table class="shares">
<caption>${caption}</caption>
<thead><tr><th scope="col">${head}</th><th scope="col">${say.count}</th><th scope="col">${say.share}</th></tr></thead>
<tbody>${rows.map(
    ({ name, count, kind }) => html`<tr><th scope="row">${name}${shareBar(count, whole, kind)}</th>
<td>${numberOf(count)}</td><td>${shareOf(count, whole)}</td></tr>`,
  )}</tbody>
</table>`
}

function exportLinks({ from, to }: UsageReport, { lang, words: { usage: say } }: Visit): Html {
  // Their header has them downloaded; told here too, a refusal would be a file and not a page.
  const href = (format: string) => hrefIn(lang, '/api/staff/export', { format, from, to })
  return html`<section class="export"><h2>${say.exportHeading}</h2>
<p>${say.exportText(from, to)}</p>
<p class="links"><a href="${href('csv')}">${say.csv}</a> <a href="${href('json')}">${say.json}</a></p>
</section>`
}

function sayBound(bound: number | undefined, words: StaffWords): string {
  return bound === undefined ? words.slower(SLOWEST) : words.within(bound)
}
