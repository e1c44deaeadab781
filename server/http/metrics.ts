/**
 * Metrics in the Prometheus text format, kept in memory: a registry small enough to run anywhere.
 */
const BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export interface Metrics {
  countRequest(method: string, route: string, status: number, seconds: number): void
  countAnswer(outcome: string, lang: string): void
  /** `outcome` is `ok` or the code of a ToolError. */
  countToolCall(tool: string, outcome: string): void
  text(): string
}

type Labels = Record<string, string>

/** An empty registry. Labels come from our own routes and words only, so that it cannot grow without bound. */
export function openMetrics(): Metrics {
  const requests = new Map<string, number>()
  const answers = new Map<string, number>()
  const toolCalls = new Map<string, number>()
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
    countToolCall: (tool, outcome) => add(toolCalls, write({ tool, outcome })),
    text() {
      const lines = [
        ...head('http_requests_total', 'counter', 'Requests by route and status.'),
        ...[...requests].map(([labels, count]) => `http_requests_total{${labels}} ${count}`),
        ...head('answers_total', 'counter', 'Answers by outcome and language.'),
        ...[...answers].map(([labels, count]) => `answers_total{${labels}} ${count}`),
        ...head('tool_calls_total', 'counter', 'Calls of MCP tools by tool and how they ended.'),
        ...[...toolCalls].map(([labels, count]) => `tool_calls_total{${labels}} ${count}`),
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

function add(counts: Map<string, number>, labels: string): void {
  counts.set(labels, (counts.get(labels) ?? 0) + 1)
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
