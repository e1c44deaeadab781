/**
 * A visit of the official MCP client.
 */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'

/** What a client gets of a whole visit: handshake, tools, a call, a resource, a prompt. */
export async function visit(transport: Transport) {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  try {
    const { tools } = await client.listTools()
    const found = await client.callTool({ name: 'lookup_agency', arguments: { topic: 'fire safety' } })
    const { resources } = await client.listResources()
    const { messages } = await client.getPrompt({ name: 'agency_brief', arguments: { agency: '财政局' } })
    const { responsibilities, leadNamed } = found.structuredContent as {
      responsibilities: { agency: string }[]
      leadNamed: boolean
    }
    return {
      server: client.getServerVersion()?.name,
      tools: tools.length,
      agencies: responsibilities.map(({ agency }) => agency),
      leadNamed,
      resources: resources.length > 1,
      messages: messages.length,
    }
  } finally {
    await client.close()
  }
}

/** What it has to be, on any way in. */
export const VISIT = {
  server: 'policy-chat',
  tools: 8,
  agencies: ['市應急局', '市發改委', '市工信局', '市生態環境局', '市交通局'],
  leadNamed: false,
  resources: true,
  messages: 1,
}
