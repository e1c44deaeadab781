/**
 * The modules of workerd as far as tests use them. Its own types declare another `Response` than that of browsers.
 */
interface Database {
  prepare(query: string): Statement
  batch(statements: Statement[]): Promise<unknown>
}

interface Statement {
  all(): Promise<{ results: Record<string, unknown>[] }>
}

interface Migration {
  name: string
  queries: string[]
}

declare module 'cloudflare:workers' {
  type Bindings = import('../../server/worker.ts').Bindings
  export const env: Omit<Bindings, 'DB'> & { DB: Database; MIGRATIONS: Migration[] }
  /** The entry that vitest.config.ts names. */
  export const exports: { default: { fetch(request: Request): Promise<Response> } }
}

declare module 'cloudflare:test' {
  export function applyD1Migrations(database: Database, migrations: Migration[]): Promise<void>
}
