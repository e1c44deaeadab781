/**
 * What no response may be, whatever was sent: a fault, an error in another shape, markup that runs, an event in an event,
 * words about our insides, or a line of the log that is two. Says what is wrong, so that tests and loads may both ask.
 */

/** What only our own code and machine know. */
const INSIDE = /node_modules|\.ts:\d+|\bat \w+ \(|ECONN|SQLITE_|root:x:0|sk-upstream/
/** Controls, and what marks a text without being seen. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u

const TAGS = new Set(
  (
    '!doctype html head meta title link script body header footer main nav section article aside div span p a b h1 h2 ' +
    'h3 h4 ol ul li dl dt dd form label input textarea button img mark blockquote cite details summary small strong em ' +
    'br hr table thead tbody tr th td time noscript svg path circle rect g line polygon select option fieldset ' +
    'legend figure figcaption caption tfoot col colgroup progress meter output policy-console policy-document'
  ).split(' '),
)
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g
/** Attributes that run something, or look like it, and values that do. */
const RUNNING = /^(?:on.*|style|http-equiv|srcdoc)$/i
const LEADING = /^(?:href|src|action|formaction|data|poster|cite)$/i
const RUN = /^\s*(?:javascript|data|vbscript):/i

/** A response that was read to its end. */
export interface Got {
  path: string
  status: number
  headers: Headers
  body: string
}

/** What is wrong with `got`; nothing, if all is well. */
export function faultsOf(got: Got): string[] {
  const { path, status, headers, body } = got
  const type = headers.get('content-type') ?? ''
  const faults = [
    status >= 500 && `status ${status}: ${body}`,
    !/^[\w\-=]{1,255}$/.test(headers.get('x-request-id') ?? '') && 'no x-request-id of ours',
    headers.get('x-content-type-options') !== 'nosniff' && 'may be sniffed',
    [...headers.keys()].some((name) => /evil/.test(name)) && 'a header of the attacker',
    INSIDE.test(body) && `speaks of our insides: ${INSIDE.exec(body)?.[0]}`,
    !body.isWellFormed() && 'not well-formed',
    !/^(?:$|\/(?![/\\]))/.test(headers.get('location') ?? '') && `leads to ${headers.get('location')}`,
    // What Hono keeps for itself: a response that has no body has no type.
    type === '' && body !== '' && 'no type',
  ]
  if (type.startsWith('text/html')) faults.push(...pageFaults(body))
  else if (type.startsWith('text/event-stream')) faults.push(...eventFaults(body, path))
  else if (type.startsWith('application/json')) faults.push(...jsonFaults(got))
  else if (body !== '' && !/^\/(?:assets\/|widget\.js|metrics|api\/staff\/export)/.test(path))
    faults.push(`of type ${type}`)
  return faults.filter((fault) => fault !== false)
}

/** Each line of the log is one line of JSON with our own fields, and none holds a question. */
export function logFaults(lines: string[]): string[] {
  return lines.filter((line) => {
    const { at, level, event } = read(line) ?? {}
    const isOurs = [at, level, event].every((field) => typeof field === 'string') && event !== 'fault'
    return !isOurs || /[\p{Cc}\u2028\u2029]|forged|消防|谁负责|evil/u.test(line)
  })
}

/** No cell is a formula to the programs that open it: quoted where it has to be, and behind an apostrophe. */
export function csvFaults(csv: string): string[] {
  const cells = csv.match(/(?<=^|,|\n)(?:"(?:[^"]|"")*"|[^",\n]*)(?=,|\r?\n|$)/g) ?? []
  return cells.filter((cell) => /^\ufeff?"?[=+\-@\t\r＝＋－＠]/.test(cell))
}

/** No tag but our own, and none that runs anything. */
function pageFaults(page: string): string[] {
  return [...page.matchAll(/<\/?([a-z!][^\s/>]*)[^>]*>?/gi)].flatMap(([tag, name = '']) => {
    const attributes = [...tag.slice(name.length + 1).matchAll(ATTRIBUTE)]
    const runs = attributes.some(
      ([, key = '', ...values]) => RUNNING.test(key) || (LEADING.test(key) && RUN.test(values.join(''))),
    )
    const isOurs = TAGS.has(name.toLowerCase()) && !runs
    return isOurs && (name !== 'script' || / src="\/(?:assets\/|widget\.js")|^<\/script>$/.test(tag))
      ? []
      : [`the tag ${tag}`]
  })
}

/** Each event is one: named by us, with one line of JSON; the last is the end, and there is one of it. */
function eventFaults(body: string, path: string): string[] {
  const events = body.split('\n\n').filter((event) => event !== '' && !event.startsWith(':'))
  const names = events.map((event) => {
    const [, name = '', data = ''] =
      /^(?:event: (status|statement|answer|error)\n)?data: (.*)$/.exec(event) ?? []
    if (data === '[DONE]') return data
    return read(data) ? name : 'broken'
  })
  const ends = path.startsWith('/v1') ? ['[DONE]'] : ['answer', 'error']
  const ended = names.filter((name) => ends.includes(name)).length
  if (ended === 1 && ends.includes(names.at(-1) ?? '') && !names.includes('broken') && !body.includes('\r'))
    return []
  return [`events ${names.join(', ')}`]
}

function jsonFaults({ path, status, body }: Got): string[] {
  // As an answer to HEAD.
  if (body === '') return []
  const said = read(body)
  if (!said) return ['not JSON']
  // The id of a message goes back as it came.
  const { id: _id, ...told } = said
  const unseen = textsIn(path.startsWith('/mcp') ? told : said).find((text) => UNSEEN.test(text))
  const faults = unseen === undefined ? [] : [`what nobody sees: ${JSON.stringify(unseen)}`]
  // A method that /mcp does not take never reaches it.
  if (path.startsWith('/mcp') && status !== 405) faults.push(...rpcFaults(said))
  else if (status >= 400) faults.push(...errorFaults(said, path))
  return faults
}

function errorFaults({ error }: Said, path: string): string[] {
  const { code, message, ...more } = (error ?? {}) as Said
  const isPlain = path.startsWith('/v1') || Object.keys(more).length === 0
  const isSaid = typeof message === 'string' && message.length > 8
  if (/^[a-z_]+$/.test(String(code)) && isSaid && isPlain) return []
  return [`the error ${JSON.stringify(error)}`]
}

function rpcFaults({ jsonrpc, error, result }: Said): string[] {
  const { code, message } = (error ?? { code: 0, message: '' }) as Said
  const isOne = (error === undefined) !== (result === undefined)
  if (jsonrpc === '2.0' && isOne && typeof code === 'number' && typeof message === 'string') return []
  return [`the message ${JSON.stringify({ jsonrpc, error })}`]
}

type Said = Record<string, unknown>

function read(json: string): Said | undefined {
  try {
    const said = JSON.parse(json)
    return typeof said === 'object' && said !== null ? said : undefined
  } catch {
    return undefined
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [key, ...textsIn(part)])
}
