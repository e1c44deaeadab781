/**
 * The Worker as it is deployed: our bundle in a workerd of its own, with what wrangler.toml binds. Runs on Node.
 */
import { readD1Migrations } from '@cloudflare/vitest-plugin'
import type { Plugin } from 'esbuild'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { bundleWorker } from '../../server/bundle/bundle.ts'
import { ROOT } from '../mcp/clients.ts'

export interface OpenWorker {
  /** Without a closing slash. */
  address: string
  /** Where its isolate can be looked into, if that was asked for. */
  inspector(): Promise<URL>
  close(): Promise<void>
}

interface Options {
  /** In place of those of wrangler.toml. */
  vars?: Record<string, string>
  /** In place of the bundle of this product. */
  script?: string
  canInspect?: boolean
  /** Ready to use unless said: it may be without tables, or none may be bound. */
  database?: 'empty' | 'none'
}

/** The text of the bundle; its data is fetched from what `npm run build` has written. */
export async function bundleText(plugins: Plugin[] = []): Promise<string> {
  const { outputFiles } = await bundleWorker({ write: false, plugins })
  return outputFiles?.find(({ path }) => path.endsWith('.js'))?.text ?? ''
}

/** Runs it until it is closed. */
export async function openWorker({ vars, script, canInspect, database }: Options = {}): Promise<OpenWorker> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(`${ROOT}wrangler.toml`)
  const { modulesRules: _rules, rootPath: _path, ...options } = workerOptions
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...options,
      ...(database === 'none' ? { d1Databases: {} } : {}),
      bindings: {
        ...(options.bindings as Record<string, string>),
        OPENAI_MODEL: '',
        LOG_LEVEL: 'silent',
        RATE_LIMIT: 'off',
        ...vars,
      },
      modules: true,
      script: script ?? (await bundleText()),
      cf: false,
      port: 0,
      ...(canInspect ? { inspectorPort: 0 } : {}),
      log: new Log(LogLevel.NONE),
      // It tells the terminal of each line that breaks.
      handleStructuredLogs: () => {},
    }),
  )
  const address = (await miniflare.ready).origin
  if (!database) await applyMigrations(miniflare)
  return { address, inspector: () => miniflare.getInspectorURL(), close: () => miniflare.dispose() }
}

async function applyMigrations(miniflare: Miniflare): Promise<void> {
  const database = await miniflare.getD1Database('DB')
  for (const { queries } of await readD1Migrations(`${ROOT}server/store/migrations`))
    await database.batch(queries.map((query) => database.prepare(query)))
}
