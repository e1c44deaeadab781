/**
 * A browser as far as signing in needs one: it keeps cookies by host and port, and follows redirects one by one.
 */

export interface Visit {
  url: URL
  response: Response
  text: string
}

export interface Browser {
  /** Opens an address and follows where it leads. */
  open(address: string): Promise<Visit>
  /** Sends a form of the page at the same origin. */
  submit(address: string, form?: Record<string, string>): Promise<Visit>
  /** What the browser holds for the host of `address`, as it would send it. */
  cookies(address: string): string
  /** Takes on the cookies of another one. */
  take(address: string, cookies: string): void
}

const MAX_STEPS = 12

/** A browser without cookies; `rewrite` sees every address before it is opened. */
export function openBrowser(rewrite: (url: URL) => void = () => {}): Browser {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = ({ host }: URL) => {
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  const cookiesFor = (url: URL) => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ')

  async function send(address: string, init: RequestInit = {}): Promise<Visit> {
    let url = new URL(address)
    let next = init
    for (let step = 0; step < MAX_STEPS; step++) {
      rewrite(url)
      const headers = { ...next.headers, Cookie: cookiesFor(url) }
      const response = await fetch(url, { ...next, headers, redirect: 'manual' })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jarOf(url).delete(name)
        else jarOf(url).set(name, value)
      }
      const location = response.headers.get('location')
      if (!location) return { url, response, text: await response.text() }
      url = new URL(location, url)
      next = {}
    }
    throw new Error('it leads round and round')
  }

  return {
    open: (address) => send(address),
    submit: (address, form = {}) =>
      send(address, {
        method: 'POST',
        headers: { Origin: new URL(address).origin },
        body: new URLSearchParams(form),
      }),
    cookies: (address) => cookiesFor(new URL(address)),
    take(address, cookies) {
      for (const cookie of cookies.split('; ')) {
        const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(cookie) ?? []
        jarOf(new URL(address)).set(name, value)
      }
    },
  }
}
