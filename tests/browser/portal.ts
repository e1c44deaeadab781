/**
 * A page of others: a portal at another site, with its own strict policy, that embeds what the product offers.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Portal {
  /** Its origin: `localhost`, so that it is another site than the product at `127.0.0.1`. */
  url: string
  /** From now on it is this page, at every address; the product to embed may be started in between. */
  show(page: PortalPage): void
  close(): Promise<void>
}

export interface PortalPage {
  /** The header Content-Security-Policy. */
  policy: string
  /** What stands in `<body>`. */
  body: string
  lang?: string
}

/** Opens it, with nothing on its page yet. */
export async function openPortal(): Promise<Portal> {
  let shown: PortalPage = { policy: "default-src 'none'", body: '' }
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', shown.policy)
    response.end(documentOf(shown))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    show(page) {
      shown = page
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function documentOf({ body, lang = 'zh-Hans' }: PortalPage): string {
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>門戶 Portal</title></head>
<body>
${body}
</body>
</html>
`
}
