/**
 * The official client, linked in memory to the product's own server.
 */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import type { Library } from '../../corpus/library.ts'
import { policySurface } from '../../server/mcp/policy-surface.ts'
import { connect } from '../../server/mcp/sdk.ts'
import { handlersOf, type Surface } from '../../server/mcp/surface.ts'
import { toolSetting } from '../../server/tool-setting.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
export const BASE_URL = 'https://policy.example'

/** A client of `library`; `now` is the instant that the server takes for today's. */
export async function linkedClient(library: Library, now = NOW): Promise<Client> {
  return linkedTo(policySurface(library, { version: '0.0.0-test' }), now)
}

/** A client of any surface. */
export async function linkedTo(
  surface: Surface,
  now = NOW,
  onFault: (error: unknown) => void = () => {},
): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await connect({ surface, handlers: handlersOf(surface) }, ours, {
    setting: () => toolSetting(now, BASE_URL),
    onFault,
  })
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(theirs)
  // The client checks each result against the tool's outputSchema once it knows the tools.
  await client.listTools()
  return client
}

/** Calls a tool; its data, which its one text item has to repeat. Throws what the tool refuses with. */
export async function call<T = Record<string, unknown>>(
  client: Client,
  name: string,
  input: object,
): Promise<T> {
  const result = await client.callTool({ name, arguments: { ...input } })
  const content = result.content as { type: string; text: string }[]
  if (result.isError) throw new Error(content[0]?.text)
  const [item] = content
  if (content.length !== 1 || item?.text !== JSON.stringify(result.structuredContent))
    throw new Error(`${name}: the text is not the JSON of the data`)
  return result.structuredContent as T
}
