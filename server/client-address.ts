/**
 * The address of a client, as a rate limit counts it, seen through the proxies in front of us. Pure.
 *
 * Law: only what a trusted proxy has written is believed, so nobody can choose an address, their own or another's.
 */
import ipaddr from 'ipaddr.js'

/** A range of addresses: those that share its first `bits`. */
export interface Network {
  address: Address
  bits: number
}

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** One household or company has a whole /64 of IPv6 to itself. */
const CLIENT_BITS = 64
/** More proxies than that stand before no server. */
const MAX_HOPS = 32
/** As the longest entry is written: IPv6 with brackets, zone and port. */
const MAX_ENTRY = 80

/** Stands for every client whose address nobody knows. */
const UNKNOWN_CLIENT = 'unknown'

const WORDS: Record<string, string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}

/** The networks of a list such as `loopback, 10.0.0.0/8`; nothing where an entry is none, or means everybody. */
export function readNetworks(list: string): Network[] | undefined {
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '')
  const networks = entries.flatMap((entry) => {
    if (!Object.hasOwn(WORDS, entry)) return [networkOf(entry)]
    return (WORDS[entry] ?? []).map(networkOf)
  })
  const known = networks.filter((network) => network !== undefined)
  return known.length === networks.length ? known : undefined
}

/**
 * The client behind `peer`, whose socket it is: the last address in `forwarded` (X-Forwarded-For, all its lines joined)
 * that is no trusted proxy. An IPv6 client is its /64.
 */
export function clientAddress(peer: string | undefined, forwarded: string, trusted: Network[]): string {
  let client = addressOf(peer ?? '')
  if (!client) return UNKNOWN_CLIENT
  let rest = forwarded
  for (let hop = 0; hop < MAX_HOPS && rest !== '' && isWithin(client, trusted); hop++) {
    const comma = rest.lastIndexOf(',')
    const named = addressOf(rest.slice(comma + 1))
    // Whatever stands before garbage may be forged as well.
    if (!named) break
    client = named
    rest = rest.slice(0, Math.max(comma, 0))
  }
  return sayClient(client)
}

/** The address alone as a client: for an edge that names it in a header of its own. */
export function clientAt(address: string | undefined): string {
  return clientAddress(address, '', [])
}

function networkOf(entry: string): Network | undefined {
  const [, written = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? []
  const address = parse(written)
  if (!address) return undefined
  const length = address.kind() === 'ipv4' ? 32 : 128
  const network = { address, bits: bits === undefined ? length : Number(bits) }
  if (network.bits < 1 || network.bits > length) return undefined
  if (!isMapped(address)) return network
  const mapped = { address: address.toIPv4Address(), bits: network.bits - 96 }
  return mapped.bits < 1 ? undefined : mapped
}

/** An entry of X-Forwarded-For as an address: some proxies write a port behind it. */
function addressOf(entry: string): Address | undefined {
  const written = entry.trim()
  if (written.length > MAX_ENTRY) return undefined
  const [, bracketed, dotted] = /^(?:\[([^\]]+)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/.exec(written) ?? []
  const address = parse(bracketed ?? dotted ?? written)
  return address && isMapped(address) ? address.toIPv4Address() : address
}

/** Only as everybody writes it: other readers take `010.1` or `1` for something else. */
function parse(written: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(written)) return ipaddr.IPv4.parse(written)
  return written.includes(':') && ipaddr.IPv6.isValid(written) ? ipaddr.IPv6.parse(written) : undefined
}

function isMapped(address: Address): address is ipaddr.IPv6 {
  return address.kind() === 'ipv6' && (address as ipaddr.IPv6).isIPv4MappedAddress()
}

function isWithin(client: Address, networks: Network[]): boolean {
  return networks.some(({ address, bits }) => address.kind() === client.kind() && client.match(address, bits))
}

function sayClient(client: Address): string {
  if (client.kind() === 'ipv4') return client.toString()
  const network = client.toByteArray().map((byte, at) => (at < CLIENT_BITS / 8 ? byte : 0))
  return `${ipaddr.fromByteArray(network)}/${CLIENT_BITS}`
}
