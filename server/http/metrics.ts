/**
 * Metrics in the Prometheus text format, kept in memory: a registry small enough to run anywhere.
 */
import type { ModelUse } from '../model/use.ts'

const BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export interface Metrics {
  countRequest(method: string, route: string, status: number, seconds: number): void
  countAnswer(outcome: string, lang: string): void
  countFeedback(rating: string): void
  /** What asking the model came to, and what it cost where that is known. */
  countModel(use: ModelUse, cost: number | undefined): void
  /** `outcome` is `ok` or the code of a ToolError. */
  countToolCall(tool: string, outcome: string): void
  /** `storeIsUp` and `answersLost` are known elsewhere. */
  text(kept: { storeIsUp: boolean; answersLost: number }): string
}

type Labels = Record<string, string>

/** An empty registry. Labels come from our own routes and words only, so that it cannot grow without bound. */
export function openMetrics(): Metrics {
  const requests = new Map<string, number>()
  const answers = new Map<string, number>()
  const feedback = new Map<string, number>()
  const toolCalls = new Map<string, number>()
  const modelAnswers = new Map<string, number>()
  const modelTokens = new Map<string, number>()
  const modelRejected = new Map<string, number>()
  let modelCalls = 0
  let modelCost = 0
  const durations = new Map<string, { sum: number; count: number; buckets: number[] }>()

  return {
    countRequest(method, route, status, seconds) {
      add(requests, write({ method, route, status: String(status) }))
      const key = write({ route })
      const seen = durations.get(key) ?? { sum: 0, count: 0, buckets: BUCKETS.map(() => 0) }
      seen.sum += seconds
      seen.count++
      seen.buckets = seen.buckets.map((count, i) => count + (seconds <= (BUCKETS[i] ?? 0) ? 1 : 0))
      durations.set(key, seen)
    },
    countAnswer: (outcome, lang) => add(answers, write({ outcome, lang })),
    countFeedback: (rating) => add(feedback, write({ rating })),
    countModel({ outcome, asked, calls = 0, input = 0, output = 0, rejected = [] }, cost = 0) {
      add(modelAnswers, write({ outcome }))
      if (!asked) return
      add(modelTokens, write({ kind: 'input' }), input)
      add(modelTokens, write({ kind: 'output' }), output)
      for (const fault of rejected) add(modelRejected, write({ fault }))
      modelCalls += calls
      modelCost += cost
    },
    countToolCall: (tool, outcome) => add(toolCalls, write({ tool, outcome })),
    text({ storeIsUp, answersLost }) {
      const lines = [
        ...head('http_requests_total', 'counter', 'Requests by route and status.'),
        ...[...requests].map(([labels, count]) => `http_requests_total{${labels}} ${count}`),
        ...head('answers_total', 'counter', 'Answers by outcome and language.'),
        ...[...answers].map(([labels, count]) => `answers_total{${labels}} ${count}`),
        ...head('feedback_total', 'counter', 'Feedback kept, by rating.'),
        ...[...feedback].map(([labels, count]) => `feedback_total{${labels}} ${count}`),
        ...head('tool_calls_total', 'counter', 'Calls of MCP tools by tool and how they ended.'),
        ...[...toolCalls].map(([labels, count]) => `tool_calls_total{${labels}} ${count}`),
        ...head('model_answers_total', 'counter', 'Questions by what asking the model came to.'),
        ...[...modelAnswers].map(([labels, count]) => `model_answers_total{${labels}} ${count}`),
        ...head('model_calls_total', 'counter', 'Requests sent to the model.'),
        `model_calls_total ${modelCalls}`,
        ...head('model_tokens_total', 'counter', 'Tokens that the model read and wrote.'),
        ...[...modelTokens].map(([labels, count]) => `model_tokens_total{${labels}} ${count}`),
        ...head('model_cost_total', 'counter', 'What these tokens cost, by the prices configured.'),
        `model_cost_total ${modelCost}`,
        ...head('model_statements_rejected_total', 'counter', 'Statements of the model not shown, by fault.'),
        ...[...modelRejected].map(([labels, count]) => `model_statements_rejected_total{${labels}} ${count}`),
        ...head('store_up', 'gauge', '1 while the store takes what it is given.'),
        `store_up ${storeIsUp ? 1 : 0}`,
        ...head('store_writes_lost_total', 'counter', 'Answers that were given and could not be kept.'),
        `store_writes_lost_total ${answersLost}`,
        ...head('http_request_duration_seconds', 'histogram', 'Time to the response, by route.'),
      ]
      for (const [labels, { sum, count, buckets }] of durations) {
        const name = 'http_request_duration_seconds'
        for (const [i, bound] of BUCKETS.entries())
          lines.push(`${name}_bucket{${labels},le="${bound}"} ${buckets[i]}`)
        lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`)
        lines.push(`${name}_sum{${labels}} ${sum.toFixed(6)}`, `${name}_count{${labels}} ${count}`)
      }
      return `${lines.join('\n')}\n`
    },
  }
}

function add(counts: Map<string, number>, labels: string, by = 1): void {
  counts.set(labels, (counts.get(labels) ?? 0) + by)
}

function write(labels: Labels): string {
  const escaped = (value: string) =>
    value.replace(/[\\"\n]/g, (char) => (char === '\n' ? '\\n' : `\\${char}`))
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}
