import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clean } from '../server/answer/clean.ts'
import { PERSONAL_KINDS } from '../server/answer/personal-kinds.ts'
import { redact } from '../server/answer/redact.ts'
import { openLog } from '../server/log.ts'
import { appWith, ask, stream } from './model-parts.ts'
import {
  figuresOfPeople,
  MORE_LOOK_ALIKES,
  numbersOfPeople,
  phrasesWithNumbers,
  policyTexts,
} from './personal-data/look-alikes.ts'
import { foundIn, personalSamples, type Sample } from './personal-data/samples.ts'
import { type Script, textOf as wordsOf } from './stand-in/chat.ts'
import { callsTool, inTurn, says } from './stand-in/honest.ts'
import { openStandIn, type StandIn } from './stand-in/stand-in.ts'

const SAMPLES = personalSamples()
const textOf = ({ before, written, after }: Sample) => before + written + after

/** What is left where the number stood; brackets around it may go with it. */
function isGone({ before, after }: Sample, redacted: string): boolean {
  return (
    redacted === `${before}***${after}` ||
    redacted === `${before.replace(/（$/, '')}***${after.replace(/^）/, '')}`
  )
}

describe('personal numbers', () => {
  it('are gone from 200 made-up questions, and nothing else is', () => {
    const through = SAMPLES.filter((sample) => !isGone(sample, redact(textOf(sample))))
    expect(SAMPLES).toHaveLength(200)
    expect(
      through.map(
        (sample) => `${sample.kind}, ${sample.form}: ${textOf(sample)} => ${redact(textOf(sample))}`,
      ),
    ).toEqual([])
  })

  it('are gone as clerks, scans and dictation write them, and nothing else is', () => {
    const wrong = numbersOfPeople().filter(({ text, redacted }) => redact(text) !== redacted)
    expect(wrong.map(({ text }) => `${text} => ${redact(text)}`)).toEqual([])
  })

  it('are told of', () => {
    expect(SAMPLES.filter((sample) => !clean(textOf(sample)).redacted)).toEqual([])
  })

  it.each(PERSONAL_KINDS.map(({ name, example }) => [name, example]))(
    'of every kind have an example: %s',
    (_, example) => {
      expect(redact(example)).toContain('***')
    },
  )
})

describe('look-alikes', () => {
  const phrases = phrasesWithNumbers()

  it('cut from the policy texts stay, phrase by phrase and whole', () => {
    expect(phrases.length).toBeGreaterThan(200)
    expect(phrases.filter((phrase) => redact(phrase) !== phrase)).toEqual([])
    expect(policyTexts().map(redact)).toEqual(policyTexts())
  })

  it('as people write them stay', () => {
    expect(figuresOfPeople().filter((text) => redact(text) !== text)).toEqual([])
  })

  it.each(MORE_LOOK_ALIKES)('of other kinds stay: %s', (text) => {
    expect(redact(text)).toBe(text)
  })
})

describe('redact', () => {
  it('does nothing more the second time, and only ever takes out', () => {
    const pieces = fc.constantFrom(
      ...'0123456789-. 一三零①X@aO电话+86()转',
      '138',
      '身份证',
      '\u200b',
      '\u0301',
      '𝟏',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (signs) => {
        const text = signs.join('')
        const redacted = redact(text)
        expect(redact(redacted)).toBe(redacted)
        const kept = redacted.split('***')
        expect(kept.every((part) => text.includes(part))).toBe(true)
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })
})

/** Something that the embedded answerer finds nothing for, so that the model is asked. */
const UNSURE = '老人摔倒按的那个铃，给多少户装'

/** Searches for the words it was sent, then says them. */
const echo: Script = (body, callNumber) => {
  const words = wordsOf(body.messages.at(-1) ?? { role: 'user' }).slice(-300)
  return inTurn(callsTool('search_clauses', { query: words }), says([{ text: words, evidence: ['1'] }]))(
    body,
    callNumber,
  )
}

describe('with a model', () => {
  let standIn: StandIn
  beforeAll(async () => {
    standIn = await openStandIn()
  })
  afterAll(() => standIn.close())

  it('no number of the question or of the conversation reaches the model, the log or the answer', async () => {
    const lines: string[] = []
    const app = appWith(standIn, {
      log: openLog(
        'debug',
        (line) => lines.push(line),
        () => new Date(),
      ),
    })
    const answers: string[] = []
    for (let at = 0; at + 3 < SAMPLES.length; at += 4) {
      const [question = '', ...earlier] = SAMPLES.slice(at, at + 4).map(textOf)
      const roles = ['user', 'assistant', 'user'] as const
      const history = earlier.map((content, i) => ({ role: roles[i], content }))
      standIn.behave(undefined, echo)
      answers.push(JSON.stringify(await ask(app, `${question} ${UNSURE}`, { history })))
    }
    for (const sample of SAMPLES.slice(0, 9)) {
      standIn.behave(undefined, echo)
      for await (const event of stream(app, `${textOf(sample)} ${UNSURE}`))
        answers.push(JSON.stringify(event))
    }
    const sent = standIn.calls.map(({ body }) => JSON.stringify(body))
    expect(sent.length).toBeGreaterThan(SAMPLES.length / 4)
    expect(sent.every((body) => body.includes('***'))).toBe(true)
    expect(lines.length).toBeGreaterThan(SAMPLES.length / 4)
    for (const texts of [sent, lines, answers]) expect(foundIn(texts, SAMPLES)).toEqual([])
    expect(foundIn(SAMPLES.map(textOf), SAMPLES)).toEqual(SAMPLES)
  })
})
