/**
 * Bundles the Worker for deployment, to where wrangler.toml has it: small, and with its data apart.
 */
import { fileURLToPath } from 'node:url'
import { type BuildResult, build, type Plugin } from 'esbuild'
import { DATA } from './data.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const BUNDLE = here('../../.wrangler/bundle/worker.js')

interface Options {
  /** Or else it is only wanted here. */
  write?: boolean
  /** Asked before our own. */
  plugins?: Plugin[]
}

/** Bundles the Worker; the file of its data is written with the pages. */
export function bundleWorker({ write = true, plugins = [] }: Options = {}): Promise<BuildResult> {
  return build({
    entryPoints: [here('entry.ts')],
    outfile: BUNDLE,
    bundle: true,
    write,
    minify: true,
    sourcemap: 'linked',
    format: 'esm',
    target: 'es2024',
    // Of a Chinese character the escape is twice as long.
    charset: 'utf8',
    platform: 'browser',
    conditions: ['workerd', 'worker'],
    external: ['node:*', 'cloudflare:*'],
    plugins: [...plugins, dataApart, englishOnly],
    logLevel: 'error',
  })
}

/** A module of data becomes a look at what was fetched. */
const dataApart: Plugin = {
  name: 'data-apart',
  setup({ onLoad }) {
    const names = new Map(Object.entries(DATA).map(([name, file]) => [file, name]))
    onLoad({ filter: /\/(?:corpus|words|dict)\/\w+\.js(?:on)?$/ }, ({ path }) => {
      const name = names.get(path)
      if (!name) return undefined
      const source = JSON.stringify(here('fetched-data.ts'))
      return {
        contents: `import { dataOf } from ${source}\nexport default dataOf('${name}')`,
        resolveDir: here('.'),
      }
    })
  },
}

/** Zod can say what is wrong in fifty languages; callers are told in one. */
const englishOnly: Plugin = {
  name: 'english-only',
  setup({ onLoad }) {
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js'`,
    }))
  },
}

if (import.meta.main) await bundleWorker()
