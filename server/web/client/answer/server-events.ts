/**
 * Reads server-sent events from the body of a response, so that they can answer a POST (EventSource cannot).
 */

type Take = (event: string, data: unknown) => void

/** Gives every event with its JSON to `take`, until the body ends; `alive` is called for every byte received. */
export async function readEvents(response: Response, alive: () => void, take: Take): Promise<void> {
  const reader = response.body?.getReader()
  // Without streams the events come at once, at the end.
  if (!reader) return drain(`${await response.text()}\n\n`, take, () => {})
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    alive()
    drain(rest + decoder.decode(value, { stream: true }), take, (left) => {
      rest = left
    })
  }
}

/** Takes the whole events of `text`; what comes after the last empty line is left. */
function drain(text: string, take: Take, leave: (rest: string) => void): void {
  const blocks = text.split(/\r?\n\r?\n/)
  leave(blocks.pop() ?? '')
  for (const block of blocks) {
    const lines = block.split(/\r?\n/)
    const event = fieldOf(lines, 'event').join('') || 'message'
    const data = fieldOf(lines, 'data').join('\n')
    if (data !== '') take(event, JSON.parse(data))
  }
}

function fieldOf(lines: string[], field: string): string[] {
  return lines
    .filter((line) => line.slice(0, field.length + 1) === `${field}:`)
    .map((line) => line.slice(field.length + 1).replace(/^ /, ''))
}
