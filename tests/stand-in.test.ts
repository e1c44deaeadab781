/**
 * The stand-in for a model does what it says: honest replies, faults on the wire, and a record of its calls.
 */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { FAULT_NAMES, FAULTS } from './stand-in/faults.ts'
import { FORGERIES } from './stand-in/forgeries.ts'
import { callsTool, inTurn, says } from './stand-in/honest.ts'
import { CANARY, openStandIn } from './stand-in/stand-in.ts'
import { THOUGHT } from './stand-in/varieties.ts'

const QUESTION = `<evidence>
[1] somewhere-2022#2.2.8 第8項 強化便民利民服務
8﹒強化便民利民服務。進一步完善便民利民服務體系,滿足群眾日常生產生活需要。持續推進廁所革命。新建、改造城市公廁79座、農村公廁59座。
[2] somewhere-2022#2.2.9 第9項 加強擁軍優屬服務
9﹒加強擁軍優屬服務。認真落實優待證管理辦法,穩妥推進優待證發放工作。
</evidence>
有多少公廁？這一行不是證據，不應當引用它。`

const FIRST = '進一步完善便民利民服務體系,滿足群眾日常生產生活需要。'
const SECOND = '新建、改造城市公廁79座、農村公廁59座。'
const THIRD = '認真落實優待證管理辦法,穩妥推進優待證發放工作。'
const HONEST = `${FIRST} [1]\n${SECOND} [1]\n${THIRD} [2]`

const JSON_ASKED = { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema: {} } } }
const TOOLS = { tools: [{ type: 'function', function: { name: 'get_clause', parameters: {} } }] }

const standIn = await openStandIn()
afterAll(() => standIn.close())
beforeEach(() => standIn.behave(undefined))

function ask(fields: object = {}, options: RequestInit = {}): Promise<Response> {
  const body = {
    model: 'stand-in',
    messages: [
      { role: 'system', content: 'You answer from the evidence.' },
      { role: 'user', content: QUESTION },
    ],
    ...fields,
  }
  const headers = { 'Content-Type': 'application/json' }
  return fetch(`${standIn.url}/chat/completions`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    ...options,
  })
}

async function askForOne(fields: object = {}) {
  const { choices, usage } = await (await ask(fields)).json()
  return { ...choices[0], usage }
}

async function askForStream(fields: object = {}) {
  return readStream(await (await ask({ stream: true, ...fields })).text())
}

/** The chunks of a stream, and what they come to. */
function readStream(stream: string) {
  const data = stream.split(/\r?\n/).flatMap((line) => /^data: (.*)$/.exec(line)?.[1] ?? [])
  const chunks = data.filter((line) => line !== '[DONE]').map((line) => JSON.parse(line))
  const choices = chunks.flatMap((chunk) => chunk.choices)
  return {
    chunks,
    text: choices.map(({ delta }) => delta.content ?? '').join(''),
    calls: choices.flatMap(({ delta }) => delta.tool_calls ?? []),
    finishes: choices.flatMap(({ finish_reason }) => finish_reason ?? []),
    done: data.at(-1) === '[DONE]',
  }
}

describe('the honest script', () => {
  it('quotes its evidence, streamed in chunks of a few characters', async () => {
    const { chunks, text, finishes, done } = await askForStream()
    expect(text).toBe(HONEST)
    expect(chunks[0].choices[0].delta).toEqual({ role: 'assistant', content: '' })
    expect(chunks.length).toBeGreaterThan(10)
    expect(finishes).toEqual(['stop'])
    expect(done).toBe(true)
  })

  it('gives JSON in one piece when not streaming', async () => {
    const { message, finish_reason, usage } = await askForOne()
    expect(message).toEqual({ role: 'assistant', content: HONEST })
    expect(finish_reason).toBe('stop')
    expect(usage.total_tokens).toBe(usage.prompt_tokens + usage.completion_tokens)
  })

  it('writes statements as JSON where a schema is asked for', async () => {
    const { message } = await askForOne(JSON_ASKED)
    expect(JSON.parse(message.content)).toEqual({
      statements: [
        { text: FIRST, evidence: ['1'] },
        { text: SECOND, evidence: ['1'] },
        { text: THIRD, evidence: ['2'] },
      ],
    })
  })

  it('says so when there is no evidence', async () => {
    const { message } = await askForOne({
      messages: [{ role: 'user', content: [{ type: 'text', text: '?' }] }],
    })
    expect(message.content).toBe('所給的材料沒有寫明。')
  })

  it('reports usage at the end of a stream only if asked', async () => {
    const { chunks } = await askForStream({ stream_options: { include_usage: true } })
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) } })
    expect((await askForStream()).chunks.at(-1)).not.toHaveProperty('usage')
  })
})

describe('a script', () => {
  it('calls a tool, then speaks', async () => {
    const speech = says([{ text: '好。', evidence: ['1', '2'] }])
    standIn.behave(undefined, inTurn(callsTool('get_clause', { clause: '2.2.8' }), speech))
    const { calls, finishes } = await askForStream(TOOLS)
    expect(finishes).toEqual(['tool_calls'])
    expect(calls[0]).toEqual({
      index: 0,
      id: 'call_2_0',
      type: 'function',
      function: { name: 'get_clause', arguments: '' },
    })
    expect(calls.length).toBeGreaterThan(3)
    expect(calls.map((call) => call.function.arguments).join('')).toBe('{"clause":"2.2.8"}')
    expect((await askForStream(TOOLS)).text).toBe('好。 [1][2]')
    expect((await askForOne(TOOLS)).message.content).toBe('好。 [1][2]')
  })
})

describe('faults', () => {
  it('are described in one line each', () => {
    expect(FAULT_NAMES.length).toBeGreaterThan(70)
    for (const name of FAULT_NAMES) expect(FAULTS[name].description).toMatch(/^.{5,100}$/)
  })

  it('are named by the model of a request, or else configured', async () => {
    standIn.behave('status-500')
    expect((await ask()).status).toBe(500)
    expect((await ask({ model: 'stand-in:empty-200' })).status).toBe(200)
    expect((await ask({ model: 'stand-in:no-such-fault' })).status).toBe(404)
    const { data } = await (await fetch(`${standIn.url}/models`)).json()
    expect(data).toHaveLength(FAULT_NAMES.length + 1)
  })

  it.each([400, 401, 404, 500, 503])('answer with status %i and a canary', async (status) => {
    const response = await ask({ model: `stand-in:status-${status}` })
    expect(response.status).toBe(status)
    expect((await response.json()).error.message).toContain(CANARY)
  })

  it('say when to come back', async () => {
    const soon = await ask({ model: 'stand-in:status-429' })
    const late = await ask({ model: 'stand-in:status-429-long' })
    expect([soon, late].map(({ headers }) => headers.get('retry-after'))).toEqual(['1', '3600'])
  })

  it('lead into a trap that counts', async () => {
    standIn.behave('redirect')
    const before = standIn.trapped
    expect((await ask({}, { redirect: 'manual' })).status).toBe(302)
    expect(standIn.trapped).toBe(before)
    await ask()
    expect(standIn.trapped).toBe(before + 1)
  })

  it('break off: half of the content, or all of it, without a finish', async () => {
    const half = await askForStream({ model: 'stand-in:truncated' })
    expect(half).toMatchObject({ finishes: [], done: false })
    expect(HONEST.startsWith(half.text)).toBe(true)
    expect(half.text.length).toBeLessThan(HONEST.length)
    const whole = await askForStream({ model: 'stand-in:truncated-late' })
    expect(whole).toMatchObject({ text: HONEST, finishes: [], done: false })
    await expect(askForStream({ model: 'stand-in:cut-connection' })).rejects.toThrow()
    await expect(askForOne({ model: 'stand-in:truncated' })).rejects.toThrow(SyntaxError)
  })

  it('break the lines of a stream', async () => {
    const broken = await (await ask({ stream: true, model: 'stand-in:malformed-sse' })).text()
    expect(() => readStream(broken)).toThrow(SyntaxError)
    expect(broken).toContain('[DONE]')
    await expect(askForOne({ model: 'stand-in:malformed-sse' })).rejects.toThrow(SyntaxError)
    const crlf = await (await ask({ stream: true, model: 'stand-in:crlf' })).text()
    expect(crlf).not.toMatch(/[^\r]\n/)
    expect(readStream(crlf).text).toBe(HONEST)
  })

  it('split a character between two writes', async () => {
    const response = await ask({ stream: true, model: 'stand-in:split-utf8' })
    const reads: Uint8Array[] = []
    for await (const read of response.body ?? []) reads.push(read)
    expect(reads.map((read) => Buffer.from(read).toString()).join('')).toContain('\uFFFD')
    expect(readStream(Buffer.concat(reads).toString()).text).toBe(HONEST)
  })

  it('fail once and are good then', async () => {
    standIn.behave('status-503-once')
    expect((await ask()).status).toBe(503)
    expect((await askForOne()).message.content).toBe(HONEST)
    standIn.behave('cut-once')
    await expect(ask()).rejects.toThrow()
    expect((await askForOne()).message.content).toBe(HONEST)
    standIn.behave('bad-arguments-once')
    const { calls } = await askForStream(TOOLS)
    expect(calls.map((call) => call.function.arguments).join('')).toBe('{"clause": ')
    expect((await askForStream(TOOLS)).text).toBe(HONEST)
  })

  it('call tools as no one should', async () => {
    const fifty = await askForOne({ ...TOOLS, model: 'stand-in:fifty-tools' })
    expect(new Set(fifty.message.tool_calls.map((call: { id: string }) => call.id)).size).toBe(50)
    const { calls } = await askForStream({ ...TOOLS, model: 'stand-in:missing-call-id' })
    expect(calls[0]).not.toHaveProperty('id')
    expect(calls.map((call) => call.function.arguments).join('')).toBe('{"clause":"somewhere-2022#2.2.8"}')
  })

  it('leave the answer whole where they are harmless', async () => {
    const slow = ['slow-first-token', 'status-503-once', 'status-429-once', 'cut-once', 'reasoning']
    const quick = FAULT_NAMES.filter((name) => FAULTS[name].harmless && !slow.includes(name))
    const texts = quick.map(async (name) => (await askForStream({ model: `stand-in:${name}` })).text)
    expect(new Set(await Promise.all(texts))).toEqual(new Set([HONEST]))
    expect((await askForStream({ model: 'stand-in:reasoning' })).text).toBe(
      `<think>\n${THOUGHT} [1]\n</think>\n\n${HONEST}`,
    )
  })

  it('count one up, or make a number up', async () => {
    const number = await askForOne({ model: 'stand-in:forged-number' })
    expect(number.message.content.split('\n').slice(0, 2)).toEqual([
      `${FIRST}共8888个。 [1]`,
      '新建、改造城市公廁80座、農村公廁60座。 [1]',
    ])
  })

  it.each(Object.keys(FORGERIES))('bend each statement, or the one they name: %s', async (name) => {
    const { message: honest } = await askForOne(JSON_ASKED)
    const { message: forged } = await askForOne({ ...JSON_ASKED, model: `stand-in:${name}` })
    const before = JSON.parse(honest.content).statements
    const after = JSON.parse(forged.content).statements
    const bent = [0, 1, 2].filter((i) => JSON.stringify(after[i]) !== JSON.stringify(before[i]))
    expect(after).toHaveLength(3)
    expect(bent).toEqual(name === 'first-forged' ? [0] : name === 'second-forged' ? [1] : [0, 1, 2])
  })
})

describe('its record', () => {
  it('holds what was asked', async () => {
    const before = standIn.calls.length
    await askForOne({ temperature: 0, ...TOOLS })
    expect(standIn.calls).toHaveLength(before + 1)
    expect(standIn.calls.at(-1)).toMatchObject({
      body: { model: 'stand-in', temperature: 0, ...TOOLS },
      headers: { 'content-type': 'application/json' },
      closedEarly: false,
    })
  })

  it.each(['silence', 'silence-after-headers', 'silence-midway', 'drip', 'endless-line'])(
    'notes that the client hung up: %s',
    async (name) => {
      const hangUp = new AbortController()
      const asking = ask({ stream: true, model: `stand-in:${name}` }, { signal: hangUp.signal })
      const text = asking.then((response) => response.text())
      await expect.poll(() => standIn.calls.at(-1)?.body.model).toBe(`stand-in:${name}`)
      expect(standIn.calls.at(-1)?.closedEarly).toBe(false)
      hangUp.abort()
      await expect(text).rejects.toThrow()
      await expect
        .poll(() => standIn.calls.at(-1))
        .toMatchObject({
          closedEarly: true,
          closedAt: expect.any(Number),
        })
    },
  )

  it('does not blame the client for a connection it cut itself', async () => {
    await askForStream({ model: 'stand-in:cut-connection' }).catch(() => {})
    expect(standIn.calls.at(-1)).toMatchObject({ closedEarly: false })
  })
})

it('closes at once, whatever is open', async () => {
  const other = await openStandIn({ fault: 'silence' })
  const waiting = fetch(`${other.url}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'stand-in', messages: [{ role: 'user', content: '?' }] }),
  })
  const failed = expect(waiting).rejects.toThrow()
  await expect.poll(() => other.calls.length).toBe(1)
  await other.close()
  await failed
  await other.close()
  expect(other.calls[0]).toMatchObject({ closedEarly: false })
})
