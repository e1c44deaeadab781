/**
 * On premises: what the image, the unit and the sample of nginx say is enough to serve, and true of the server.
 *
 * The image's own files are laid out in a temporary folder, as the Dockerfile copies them.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageFile from '../package.json' with { type: 'json' }
import { readConfig } from '../server/config.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** Each instruction on one line. */
const DOCKERFILE = read('Dockerfile').replaceAll('\\\n', ' ')
const DOCKERIGNORE = read('.dockerignore').split('\n')
const UNIT = read('server/deploy/policy-chat.service')
const NGINX = read('server/deploy/nginx.conf')
const SAMPLE = read('server/deploy/policy-chat.env')

/** What the image takes of the build, apart from packages. */
const TAKEN = [...DOCKERFILE.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, paths = '']) =>
  paths.split(' ').map((path) => path.replace('/build/', '')),
)
const LEFT_BEHIND = (/^RUN rm -rf (.+)$/m.exec(DOCKERFILE)?.[1] ?? '').trim().split(/\s+/)
const IMAGE_ENV = variablesOf(/^ENV (.+)$/m.exec(DOCKERFILE)?.[1])
const UNIT_ENV = variablesOf(/^Environment=(.+)$/m.exec(UNIT)?.[1])
const ENTRIES = ['server/node.ts', 'server/cli.ts', 'server/stdio.ts']

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-chat-image-')))
const image = join(folder, 'app')

beforeAll(() => {
  mkdirSync(image)
  for (const path of TAKEN) cpSync(join(ROOT, path), join(image, path), { recursive: true })
  for (const path of [...LEFT_BEHIND, 'server/deploy', 'server/dist'])
    rmSync(join(image, path), { recursive: true, force: true })
  symlinkSync(join(ROOT, 'node_modules'), join(image, 'node_modules'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function variablesOf(line = ''): Record<string, string> {
  return Object.fromEntries(line.split(' ').map((variable) => variable.split('=')))
}

describe('the image', () => {
  it('is built of files that are there and that the build is given', () => {
    expect(TAKEN).toEqual(expect.arrayContaining(['package.json', 'corpus', 'server', 'tools']))
    for (const path of [...TAKEN, ...LEFT_BEHIND]) expect(existsSync(join(ROOT, path)), path).toBe(true)
    for (const path of TAKEN) expect(DOCKERIGNORE).toContain(`!${path}`)
  })

  it('has every file and package that it runs on, and no file of ours that nothing in it runs', () => {
    const { files, packages } = reachedFrom(ENTRIES, withoutTypes)
    expect([...files].filter((file) => !existsSync(join(image, file)))).toEqual([])
    expect([...packages].filter((name) => !(name in packageFile.dependencies))).toEqual([])

    // Of what is written for browsers, our own server reads a part.
    const ours = globSync('{corpus,tools,server}/**/*.ts', { cwd: image }).filter(
      (file) => !file.startsWith('server/web/client/') && !file.endsWith('.d.ts'),
    )
    const named = reachedFrom(ENTRIES, (code) => code).files
    expect(ours.filter((file) => !named.has(file))).toEqual([])
  })

  it('listens for everybody on the port that it exposes, and keeps its data in the volume', () => {
    const config = readConfig(IMAGE_ENV)
    expect(config).toMatchObject({ host: '0.0.0.0', port: readConfig({}).port, dataDir: '/data' })
    expect(DOCKERFILE).toMatch(new RegExp(`^EXPOSE ${config.port}$`, 'm'))
    expect(DOCKERFILE).toMatch(/^VOLUME \/data$/m)
    expect(DOCKERFILE).toMatch(/^USER [1-9]/m)
  })

  it('serves, is found healthy, and ends by itself on SIGTERM', async () => {
    const [command = '', ...args] = JSON.parse(/^CMD (.+)$/m.exec(DOCKERFILE)?.[1] ?? '[]')
    expect(command).toBe('node')
    const environment = { ...IMAGE_ENV, HOST: '127.0.0.1', PORT: '0', DATA_DIR: join(folder, 'data') }
    const server = spawn(process.execPath, args, { cwd: image, env: environment })
    const ended = once(server, 'exit')
    try {
      const address = await addressOf(server)
      const ready = await fetch(`${address}/readyz`)
      expect(ready.status).toBe(200)
      expect(await ready.json()).toMatchObject({ status: 'ok' })
      expect((await fetch(`${address}/widget.js`)).status).toBe(200)
      expect(checkHealth(new URL(address).port)).toBe(0)

      server.kill('SIGTERM')
      // One that is not drained in time ends with 1.
      expect(await ended).toEqual([0, null])
      expect(checkHealth(new URL(address).port)).toBe(1)
    } finally {
      server.kill('SIGKILL')
    }
  })
})

describe('the unit of systemd', () => {
  it('runs what `npm ci` installs, on the port and the data of the product', () => {
    const [, home = '', node = '', entry = ''] = /^ExecStart=(\/opt\/[\w-]+)\/(\S+) (\S+)$/m.exec(UNIT) ?? []
    expect(UNIT).toContain(`WorkingDirectory=${home}\n`)
    for (const path of [node, entry]) expect(existsSync(join(ROOT, path)), path).toBe(true)
    expect(readConfig(UNIT_ENV)).toMatchObject({ host: '127.0.0.1', port: readConfig({}).port })
    expect(UNIT_ENV.DATA_DIR).toBe(`%S/${/^StateDirectory=(.+)$/m.exec(UNIT)?.[1]}`)
  })

  it('comes with a sample of its configuration that the server takes, and that has no secret in it', () => {
    const lines = SAMPLE.split('\n').filter((line) => /^#?[A-Z_]+=/.test(line))
    const set = lines.filter((line) => !line.startsWith('#'))
    const config = readConfig(Object.fromEntries(set.map((line) => line.split('='))))
    expect(config).toMatchObject({ publicUrl: 'https://policy.example.cn', rateLimit: 60 })
    expect(config.trustedProxies).toHaveLength(1)
    expect(lines.filter((line) => /TOKEN|SECRET|KEY/.test(line) && !line.endsWith('='))).toEqual([])
  })
})

describe('the sample of nginx', () => {
  it('passes on to the port of the product, and stands for the address of the sample configuration', () => {
    expect(NGINX).toMatch(new RegExp(`^\\s*server 127\\.0\\.0\\.1:${readConfig({}).port}\\b`, 'm'))
    const names = [...NGINX.matchAll(/^\s*server_name (\S+);$/gm)].map(([, name]) => `https://${name}`)
    expect(new Set(names)).toEqual(new Set([/^PUBLIC_URL=(.+)$/m.exec(SAMPLE)?.[1]]))
  })

  it('writes nothing of what people ask into its logs, and passes each event on at once', () => {
    expect(NGINX).not.toMatch(/\$(?:request|request_uri|args|query_string|http_referer)\b(?!;)/)
    expect(NGINX).toMatch(/api\/chat\|v1\/chat\/completions[^}]*proxy_buffering off;/)
  })
})

it('names no place of the machine that it was written on', () => {
  for (const text of [DOCKERFILE, UNIT, NGINX, SAMPLE, DOCKERIGNORE.join('\n')]) {
    expect(text).not.toContain(ROOT)
    expect(text).not.toMatch(/\/(?:work|home|root|Users)\//)
  }
})

/** Our files and the packages that this part of the code of these files imports, and those in turn. */
function reachedFrom(
  entries: string[],
  part: (code: string) => string,
): { files: Set<string>; packages: Set<string> } {
  const files = new Set(entries)
  const packages = new Set<string>()
  // A set goes on to what is added while it is walked through.
  for (const file of files) {
    if (!file.endsWith('.ts')) continue
    const code = part(read(file))
    for (const [, path = ''] of code.matchAll(/\b(?:from|import|new URL)\s*\(?\s*'(\.[^']+\.(?:ts|json))'/g))
      files.add(normalize(join(dirname(file), path)))
    for (const [, name = ''] of code.matchAll(/(?:^import|\bfrom|\bimport\()\s*'([@\w][^':]*)'/gm))
      packages.add(packageOf(name))
  }
  return { files, packages }
}

/** Node leaves out what is imported as a type. */
function withoutTypes(code: string): string {
  return code.replaceAll(/^(?:import|export) type [^']*'[^']*'/gm, '')
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** What it prints of its address once it serves. */
async function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  const said: string[] = []
  stderr?.on('data', (chunk) => said.push(String(chunk)))
  if (stdout)
    for await (const line of createInterface({ input: stdout })) {
      const [address] = /http:\/\/\S+/.exec(line) ?? []
      if (address) return address
    }
  throw new Error(`It does not start:\n${said.join('')}`)
}

/** The exit code of what Docker runs to see whether the server is well. */
function checkHealth(port: string): number | null {
  const [, ...args] = JSON.parse(/^HEALTHCHECK .*? CMD (.+)$/m.exec(DOCKERFILE)?.[1] ?? '[]')
  return spawnSync(process.execPath, args, { env: { PORT: port } }).status
}
