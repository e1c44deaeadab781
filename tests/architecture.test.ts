import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSeeds } from '../server/ingest.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const CODE = globSync('{corpus,tools,server}/**/*.{ts,js,mjs,tsx}', { cwd: ROOT }).filter(
  (file) => !file.includes('/dist/'),
)
const FOLDERS = ['corpus', 'tools', 'server']

/** What each file imports: packages by name, our own files by their path from the root. */
const IMPORTS = CODE.flatMap((file) =>
  importsIn(readFileSync(join(ROOT, file), 'utf8')).map((specifier) => ({
    file,
    imported: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
  })),
)

function importsIn(code: string): string[] {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
}

/** The files that import a package, deep imports included. */
function importersOf(name: string): string[] {
  const files = IMPORTS.filter(({ imported }) => imported === name || imported.startsWith(`${name}/`))
  return [...new Set(files.map(({ file }) => file))].sort()
}

function topOf(path: string): string {
  return path.split('/')[0] ?? ''
}

it('finds the files of the house', () => {
  expect(CODE).toEqual(
    expect.arrayContaining(['corpus/clauses.ts', 'tools/cite.ts', 'server/answer/answer.ts']),
  )
  expect(importersOf('zod')).toContain('corpus/types.ts')
})

describe('imports', () => {
  it('run one way: corpus ← tools ← server', () => {
    const against = IMPORTS.filter(({ file, imported }) => {
      const to = FOLDERS.indexOf(topOf(imported))
      return to > FOLDERS.indexOf(topOf(file))
    })
    expect(against).toEqual([])
  })

  it('never reach into tests or seeds', () => {
    expect(IMPORTS.filter(({ imported }) => ['tests', 'seeds'].includes(topOf(imported)))).toEqual([])
  })

  it('of our own files carry their ending', () => {
    const bare = IMPORTS.filter(
      ({ imported }) =>
        FOLDERS.includes(topOf(imported)) && !/\.(?:ts|json|js|css|css\?inline)$/.test(imported),
    )
    expect(bare).toEqual([])
  })
})

describe('the middle of the house', () => {
  const pure = CODE.filter((file) => /^(?:corpus|tools|server\/answer)\//.test(file))

  it('imports nothing of node', () => {
    const ofNode = IMPORTS.filter(({ file, imported }) => pure.includes(file) && imported.startsWith('node:'))
    expect(ofNode).toEqual([])
  })

  it('knows no clock, no chance, no network and no environment', () => {
    const effects =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bprocess\.|\bcrypto\.|\bconsole\./
    expect(pure.filter((file) => effects.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
  })
})

describe('each package has one door', () => {
  it.each([
    ['minisearch', ['corpus/library.ts']],
    ['opencc-js', ['corpus/script.ts']],
    ['openai', ['server/model/endpoint.ts']],
    ['openid-client', ['server/access/provider.ts']],
    ['ipaddr.js', ['server/client-address.ts']],
    ['@modelcontextprotocol/sdk', ['server/mcp/sdk.ts', 'server/stdio.ts']],
  ])('%s: %j', (name, doors) => {
    expect(importersOf(name)).toEqual(doors)
  })

  it.each([['hono'], ['@hono/node-server'], ['@hono/zod-openapi']])(
    '%s: the server, not its answers',
    (name) => {
      expect(importersOf(name).filter((file) => !/^server\/(?!answer\/)/.test(file))).toEqual([])
    },
  )
})

describe('what runs in browsers', () => {
  const client = CODE.filter((file) => file.startsWith('server/web/client/'))

  it('puts text in as text, never as HTML or script', () => {
    const unsafe =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|unsafeHTML|unsafeSVG|unsafeStatic|\beval\(|new Function/
    expect(client.length).toBeGreaterThan(20)
    expect(client.filter((file) => unsafe.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
  })
})

describe('code', () => {
  it('names no document of seeds', () => {
    const ids = readSeeds().map(({ source }) => source.id)
    const naming = CODE.filter((file) => {
      const code = readFileSync(join(ROOT, file), 'utf8')
      return ids.some((id) => code.includes(id))
    })
    expect(naming).toEqual([])
  })

  it('quotes no title of seeds', () => {
    const titles = readSeeds().map(({ source }) => source.title)
    const naming = CODE.filter((file) => {
      const code = readFileSync(join(ROOT, file), 'utf8')
      return titles.some((title) => code.includes(title))
    })
    expect(naming).toEqual([])
  })
})
