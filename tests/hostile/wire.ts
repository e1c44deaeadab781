/**
 * Hostile bytes on the wire, which no client library would send: each with the statuses that may come back.
 */

export type HostileBytes = [what: string, bytes: string, statuses: number[]]

/** The other end may also just hang up, which is 0. */
const REFUSED = [400, 0]
const HOST = 'Host: 127.0.0.1\r\n'
const JSON_TYPE = 'Content-Type: application/json\r\n'
const CHAT = `POST /api/chat HTTP/1.1\r\n${HOST}${JSON_TYPE}`
const SMUGGLED = 'GET /metrics HTTP/1.1\r\nHost: evil\r\n\r\n'

export const HOSTILE_BYTES: HostileBytes[] = [
  ['two lengths', `${CHAT}Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}${SMUGGLED}`, REFUSED],
  [
    'a length and chunks',
    `${CHAT}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
    REFUSED,
  ],
  ['a length that is no number', `${CHAT}Content-Length: 0x10\r\n\r\n{}`, REFUSED],
  ['a negative length', `${CHAT}Content-Length: -1\r\n\r\n{}`, REFUSED],
  [
    'an encoding of transfer that is none',
    `${CHAT}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
    [...REFUSED, 501],
  ],
  [
    'a chunk whose size is no number',
    `${CHAT}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    REFUSED,
  ],
  [
    'a chunk larger than all',
    `${CHAT}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n0\r\n\r\n`,
    REFUSED,
  ],
  ['a NUL in a header', `GET /healthz HTTP/1.1\r\n${HOST}X-A: a\u0000b\r\n\r\n`, REFUSED],
  [
    'a bare carriage return in a header',
    `GET /healthz HTTP/1.1\r\n${HOST}X-A: a\rX-Evil: 1\r\n\r\n`,
    REFUSED,
  ],
  [
    'a header that goes on in the next line',
    `GET /healthz HTTP/1.1\r\n${HOST}X-A: a\r\n b\r\n\r\n`,
    [200, ...REFUSED],
  ],
  ['a header with a space in its name', `GET /healthz HTTP/1.1\r\n${HOST}X A: 1\r\n\r\n`, REFUSED],
  [
    'headers over 32 kB',
    `GET /healthz HTTP/1.1\r\n${HOST}X-A: ${'a'.repeat(40_000)}\r\n\r\n`,
    [431, ...REFUSED],
  ],
  [
    'an address over 32 kB',
    `GET /?question=${'a'.repeat(40_000)} HTTP/1.1\r\n${HOST}\r\n`,
    [414, 431, ...REFUSED],
  ],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', REFUSED],
  ['two hosts', `GET /api/documents HTTP/1.1\r\n${HOST}Host: evil.example\r\n\r\n`, [200, ...REFUSED]],
  ['a host that is no name', 'GET /api/documents HTTP/1.1\r\nHost: a b<script>\r\n\r\n', [403, ...REFUSED]],
  ['a host of somebody else', 'GET /api/documents HTTP/1.1\r\nHost: evil.example\r\n\r\n', [403]],
  [
    'a whole address of somebody else',
    `GET http://evil.example/api/documents HTTP/1.1\r\n${HOST}\r\n`,
    [403, ...REFUSED],
  ],
  ['a path that is none', `GET api/documents HTTP/1.1\r\n${HOST}\r\n`, [404, ...REFUSED]],
  ['a star', `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`, [200, 204, 404, 405, ...REFUSED]],
  ['TRACE', `TRACE /api/documents HTTP/1.1\r\n${HOST}Cookie: secret=1\r\n\r\n`, [404, 405, ...REFUSED]],
  ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n', [404, 405, ...REFUSED]],
  ['a method that is none', `EVIL / HTTP/1.1\r\n${HOST}\r\n`, REFUSED],
  ['a version that is none', `GET /healthz HTTP/9.9\r\n${HOST}\r\n`, [505, ...REFUSED]],
  ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003', REFUSED],
  [
    'an upgrade',
    `GET /api/documents HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    [200, 426, ...REFUSED],
  ],
  [
    'a wish to go on that is none',
    `${CHAT}Expect: 999-evil\r\nContent-Length: 2\r\n\r\n{}`,
    [417, ...REFUSED],
  ],
  ['slashes up', `GET /assets/../../../../etc/passwd HTTP/1.1\r\n${HOST}\r\n`, [404, ...REFUSED]],
  [
    'slashes up in escapes',
    `GET /assets/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\n${HOST}\r\n`,
    [404, ...REFUSED],
  ],
  ['backslashes up', `GET /assets\\..\\..\\package.json HTTP/1.1\r\n${HOST}\r\n`, [404, ...REFUSED]],
  [
    'a line break in the path',
    `GET /documents/%0d%0aSet-Cookie:%20evil=1 HTTP/1.1\r\n${HOST}\r\n`,
    [404, ...REFUSED],
  ],
]
