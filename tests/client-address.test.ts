/**
 * Who a client is: seen through trusted proxies, and never by what the client says itself.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientAddress, clientAt, readNetworks } from '../server/client-address.ts'

const PROXY = '10.0.0.1'
const TRUSTED = readNetworks('loopback, 10.0.0.0/8, fd00::/8') ?? []
const seen = (peer: string | undefined, forwarded = '') => clientAddress(peer, forwarded, TRUSTED)

describe('the address of a client', () => {
  it.each([
    ['no proxy at all', '203.0.113.7', '', '203.0.113.7'],
    ['a forged list from a stranger', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['a stranger who calls itself loopback', '203.0.113.7', '127.0.0.1', '203.0.113.7'],
    ['one proxy', PROXY, '203.0.113.7', '203.0.113.7'],
    ['a forged entry before that of the proxy', PROXY, '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['a forged proxy before that of the proxy', PROXY, '198.51.100.1, 10.0.0.9, 203.0.113.7', '203.0.113.7'],
    ['two proxies', PROXY, '203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['a proxy that names nobody', PROXY, '', PROXY],
    ['a client within the trusted network', PROXY, '10.0.0.5', '10.0.0.5'],
    ['garbage', PROXY, 'unknown', PROXY],
    ['garbage before a trusted entry', PROXY, '203.0.113.7, <script>, 10.0.0.2', '10.0.0.2'],
    ['an empty entry', PROXY, '203.0.113.7, ,', PROXY],
    ['no spaces', PROXY, '203.0.113.7,10.0.0.2', '203.0.113.7'],
    ['a port', PROXY, '203.0.113.7:5678', '203.0.113.7'],
    ['IPv6 with brackets and a port', '::1', '[2001:db8:1:2:3::4]:80', '2001:db8:1:2::/64'],
    ['IPv6 with brackets', '::1', '[2001:db8:1:2:3::4]', '2001:db8:1:2::/64'],
    ['IPv4 as an IPv6 socket writes it', '::ffff:203.0.113.7', '', '203.0.113.7'],
    ['a proxy as an IPv6 socket writes it', '::ffff:10.0.0.1', '::ffff:203.0.113.7', '203.0.113.7'],
    ['a link-local peer with its zone', 'fe80::1%eth0', '', 'fe80::/64'],
    ['an octet in octal', PROXY, '010.0.0.1', PROXY],
    ['a bare number', PROXY, '3232235777', PROXY],
    ['a line of a log', PROXY, '203.0.113.7\r\n{"level":"error"}', PROXY],
    ['an entry without end', PROXY, '1'.repeat(30_000), PROXY],
  ])('with %s', (_with, peer, forwarded, client) => {
    expect(seen(peer, forwarded)).toBe(client)
  })

  it('is one for all whose socket nobody knows', () => {
    expect([seen(undefined, '203.0.113.7'), seen('', ''), seen('/run/socket')]).toEqual(
      Array(3).fill('unknown'),
    )
  })

  it('is one for all addresses of an IPv6 network, however they are written', () => {
    const network = '2001:db8:0:1::/64'
    for (const address of [
      '2001:db8:0:1::1',
      '2001:0DB8:0000:0001:ffff:ffff:ffff:ffff',
      '2001:db8:0:1:a::%0',
    ])
      expect(clientAt(address)).toBe(network)
    expect(clientAt('2001:db8:0:2::1')).not.toBe(network)
  })

  it('is looked for behind so many proxies and no more', () => {
    const list = Array(5000).fill('10.0.0.2').join(', ')
    expect(seen(PROXY, `203.0.113.7, ${list}`)).toBe('10.0.0.2')
  })

  it('cannot be chosen: whatever a client sends, the proxy writes its address behind it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.array(fc.ipV4())), (forged) => {
        expect(seen('203.0.113.7', String(forged))).toBe('203.0.113.7')
        expect(seen(PROXY, `${forged}, 203.0.113.7`)).toBe('203.0.113.7')
      }),
      { numRuns: 200, seed: 1 },
    )
  })
})

describe('TRUSTED_PROXIES', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.0/8, 192.168.1.4',
    'loopback',
    'private loopback',
    '::1, fd00::/8',
    '::ffff:10.0.0.0/104',
  ])('takes %s', (list) => {
    expect(readNetworks(list)?.length).toBeGreaterThan(0)
  })

  it.each([
    'nginx',
    '10.0.0.0/33',
    '10.0/8',
    '::1/129',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.1/',
    '*',
    '10.0.0.1;',
    '__proto__',
  ])('does not take %s', (list) => {
    expect(readNetworks(list)).toBeUndefined()
  })

  it('means by private what the standards do', () => {
    const networks = readNetworks('private') ?? []
    for (const proxy of ['10.1.2.3', '172.31.0.1', '192.168.0.1', 'fd12::1'])
      expect(clientAddress(proxy, '203.0.113.7', networks)).toBe('203.0.113.7')
    for (const other of ['172.32.0.1', '127.0.0.1', '11.0.0.1'])
      expect(clientAddress(other, '203.0.113.7', networks)).toBe(other)
  })
})
