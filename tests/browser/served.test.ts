/** The product that browser tests meet: it keeps pace with a test, and comes and goes at one address. */
import { afterEach, expect, it } from 'vitest'
import { fakeAnswer } from '../fake-answer.ts'
import { openStandIn } from '../stand-in/stand-in.ts'
import { pacedAnswer } from './paced-answer.ts'
import { type Served, serveProduct } from './served.ts'

let served: Served
afterEach(() => served.close())

function ask(accept: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${served.url}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ question: '谁负责消防安全' }),
    ...(signal ? { signal } : {}),
  })
}

/** Reads on until the stream has said `end`, or is over. */
async function readUntil(end: string, reader: ReadableStreamDefaultReader<string>): Promise<string> {
  let text = ''
  while (!text.includes(end)) {
    const { done, value } = await reader.read()
    if (done) break
    text += value
  }
  return text
}

async function stream(signal?: AbortSignal): Promise<ReadableStreamDefaultReader<string>> {
  const { body } = await ask('text/event-stream', signal)
  if (!body) throw new Error('The response has no body')
  return body.pipeThrough(new TextDecoderStream()).getReader()
}

it('answers from the corpus', async () => {
  served = await serveProduct()
  expect(await (await ask('application/json')).json()).toMatchObject({
    mode: 'embedded',
    outcome: 'answered',
    citations: [{ clauseId: '2.5.23' }],
  })
})

it('answers with a model where one is configured', async () => {
  const model = await openStandIn()
  served = await serveProduct({ environment: { OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'stand-in' } })
  await (await ask('application/json')).json()
  await model.close()
  expect(model.calls.length).toBeGreaterThan(0)
})

it('says statement by statement what the test lets it say', async () => {
  const paced = pacedAnswer(fakeAnswer)
  served = await serveProduct({ parts: { answer: paced.answer } })
  const reader = await stream()
  paced.say()
  const begun = await readUntil('event: statement', reader)
  expect(begun).not.toContain('event: answer')
  paced.end()
  expect(await readUntil('event: answer', reader)).toContain('event: statement')
  expect(paced.asks).toMatchObject([{ question: '谁负责消防安全' }])
})

it('breaks down when the test wants it, and answers again with another answerer', async () => {
  const paced = pacedAnswer()
  served = await serveProduct({ parts: { answer: paced.answer } })
  paced.crash()
  expect(await readUntil('event: error', await stream())).toContain('event: error')
  served.answerWith(fakeAnswer)
  expect((await ask('application/json')).status).toBe(200)
})

it('notices that an asker left', async () => {
  const paced = pacedAnswer()
  served = await serveProduct({ parts: { answer: paced.answer } })
  const leaving = new AbortController()
  await readUntil('event: status', await stream(leaving.signal))
  leaving.abort()
  await expect.poll(() => paced.left).toBe(1)
})

it('is down, streams and all, and back at the same address', async () => {
  served = await serveProduct({ parts: { answer: pacedAnswer().answer } })
  const reader = await stream()
  await served.close()
  await expect(readUntil('event: answer', reader)).rejects.toThrow()
  await expect(ask('application/json')).rejects.toThrow('fetch failed')
  await served.reopen()
  expect((await fetch(`${served.url}/healthz`)).status).toBe(200)
})
