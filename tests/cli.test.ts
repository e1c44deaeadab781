/**
 * The command line as a real process: what it prints where, and with which exit status.
 */
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { Answer } from '../corpus/types.ts'

const ESCAPE = '\u001b['

function run(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

describe('npm run ask', () => {
  it('prints the answer, the clause with label, path, quote and address, and the label', () => {
    const { status, stdout, stderr } = run(['谁负责消防安全'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const text of [
      '市應急局',
      '[1]',
      '第23項',
      '統籌發展和安全',
      '/documents/yancheng-2022-minsheng?q=',
    ])
      expect(stdout).toContain(text)
  })

  it('uses no colour when piped, even where a build server asks for it', () => {
    expect(run(['谁负责消防安全'], { CI: '1', FORCE_COLOR: '1' }).stdout).not.toContain(ESCAPE)
  })

  it('prints the Answer as JSON, with addresses at PUBLIC_URL', () => {
    const { status, stdout } = run(['--json', '谁负责消防安全'], { PUBLIC_URL: 'https://policy.example.cn/' })
    const given = Answer.parse(JSON.parse(stdout))
    expect(status).toBe(0)
    expect(given.citations.map(({ clauseId }) => clauseId)).toContain('2.5.23')
    expect(given.citations[0]?.url).toMatch(/^https:\/\/policy\.example\.cn\/documents\//)
  })

  it('answers in the language that is asked for', () => {
    const { stdout } = run(['--json', '--lang', 'en', '谁负责消防安全'])
    expect(Answer.parse(JSON.parse(stdout)).lang).toBe('en')
  })

  it('keeps to a document', () => {
    const { stdout } = run(['--json', '--document', 'yancheng-2022-minsheng', '谁负责消防安全'])
    expect(Answer.parse(JSON.parse(stdout)).outcome).toBe('answered')
  })

  it('helps', () => {
    const { status, stdout } = run(['--help'])
    expect(status).toBe(0)
    for (const flag of ['--lang', '--document', '--json', '--help']) expect(stdout).toContain(flag)
  })
})

describe('a usage error', () => {
  it.each([
    ['no question', []],
    ['a blank question', ['  ']],
    ['an unknown flag', ['--fast', '谁负责消防安全']],
    ['a flag without its value', ['谁负责消防安全', '--lang']],
    ['an unknown language', ['--lang', 'fr', '谁负责消防安全']],
    ['an unknown document', ['--document', 'nope', '谁负责消防安全']],
    ['a question that is too long', ['问'.repeat(2001)]],
  ])('ends with status 2 and a way on: %s', (_what, args) => {
    const { status, stdout, stderr } = run(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^[^\n]+\nTry: npm run ask -- --help\n$/)
  })

  it('is told apart from a wrong configuration', () => {
    const { status, stderr } = run(['谁负责消防安全'], { PORT: 'abc' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Wrong configuration: PORT must be [^\n]+\n$/)
  })
})
