/**
 * The API described: /openapi.json, and /docs to read and try it (Swagger UI from our own origin).
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import manifest from '../../package.json' with { type: 'json' }
import type { Door, Parts } from '../app.ts'
import { docsPage } from '../web/plain-pages.ts'
import { docsHeaders } from './headers.ts'
import { baseUrlOf } from './origin.ts'
import { namedSchemas } from './schemas.ts'

const INFO = {
  title: 'Policy assistant',
  version: manifest.version,
  description: 'Answers questions on published policy; every statement is proved by the clause it cites.',
}

/** Mounts /openapi.json and /docs; call it after all routes are described. */
export function mountReference(app: OpenAPIHono<Door>, parts: Parts): void {
  for (const [name, schema] of Object.entries(namedSchemas()))
    app.openAPIRegistry.registerComponent('schemas', name, schema)
  app.get('/openapi.json', (c) =>
    c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: INFO,
        servers: [{ url: baseUrlOf(c, parts.publicUrl) }],
      }),
    ),
  )
  app.get('/docs', docsHeaders(), (c) => c.html(docsPage(parts.assets)))
}
