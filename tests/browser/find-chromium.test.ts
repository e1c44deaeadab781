import { describe, expect, it } from 'vitest'
import { findChromium, type Machine, nextStep, type Way } from './find-chromium.ts'

const BARE: Machine = { apt: true, chineseFont: false }
const READY: Machine = { found: '/usr/bin/chromium', apt: true, chineseFont: true }
const NAMED = { path: '/opt/chromium', exists: true, runs: true }

describe('what to do next', () => {
  it('takes the Chromium that CHROMIUM_PATH names before any other', () => {
    expect(nextStep({ ...READY, named: NAMED }, [])).toEqual({ step: 'use', path: '/opt/chromium' })
  })

  it.each([
    ['does not exist', { ...NAMED, exists: false, runs: false }],
    ['does not run', { ...NAMED, runs: false }],
  ])('refuses a CHROMIUM_PATH that %s, whatever else is there', (fault, named) => {
    expect(nextStep({ ...READY, named }, [])).toEqual({
      step: 'refuse',
      reason: `CHROMIUM_PATH=/opt/chromium ${fault}. Name a Chromium, or unset it.`,
    })
  })

  it('takes the one that is there', () => {
    expect(nextStep(READY, [])).toEqual({ step: 'use', path: '/usr/bin/chromium' })
  })

  it('installs with apt-get where it may, and else downloads', () => {
    expect(nextStep(BARE, [])).toEqual({ step: 'install', way: 'apt' })
    expect(nextStep(BARE, ['apt'])).toEqual({ step: 'install', way: 'download' })
    expect(nextStep({ ...BARE, apt: false }, [])).toEqual({ step: 'install', way: 'download' })
  })

  it('says in one line what to do where nothing is found and nothing can be installed', () => {
    const reason = 'No Chromium here, and none could be installed. Set CHROMIUM_PATH=…'
    expect(nextStep(BARE, ['apt', 'download'])).toEqual({ step: 'refuse', reason })
    expect(nextStep({ ...BARE, apt: false }, ['download'])).toEqual({ step: 'refuse', reason })
  })

  it('installs a font for Chinese where it may, and only warns where it may not', () => {
    const fontless = { ...READY, chineseFont: false }
    const warned = {
      step: 'use',
      path: '/usr/bin/chromium',
      warning: expect.stringContaining('fonts-noto-cjk'),
    }
    expect(nextStep(fontless, [])).toEqual({ step: 'install', way: 'fonts' })
    expect(nextStep(fontless, ['fonts'])).toEqual(warned)
    expect(nextStep(fontless, ['apt', 'download'])).toEqual(warned)
    expect(nextStep({ ...fontless, apt: false }, [])).toEqual(warned)
  })
})

describe('finding', () => {
  it('goes on after an installation that fails, and shows what it said', async () => {
    const { said, path } = await findOn({ apt: new Error('E: no such package'), download: READY })
    expect(path).toBe('/usr/bin/chromium')
    expect(said).toContainEqual('E: no such package')
  })

  it('goes on after an installation that brings nothing that runs', async () => {
    const { path } = await findOn({ apt: BARE, download: READY })
    expect(path).toBe('/usr/bin/chromium')
  })

  it('ends with the line when all fails', async () => {
    const found = findOn({ apt: new Error('offline'), download: new Error('offline') })
    await expect(found).rejects.toThrow('none could be installed. Set CHROMIUM_PATH=…')
  })
})

/** Finds on the bare machine, on which each way leads to another machine or fails. */
async function findOn(ways: Partial<Record<Way, Machine | Error>>) {
  const said: string[] = []
  let machine = BARE
  const path = await findChromium({
    look: () => machine,
    say: (line) => said.push(line),
    async install(way) {
      const outcome = ways[way]
      if (outcome instanceof Error) throw outcome
      machine = outcome ?? machine
    },
  })
  return { said, path }
}
