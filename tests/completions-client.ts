/**
 * The official client of OpenAI, connected to an app of ours.
 */

import OpenAI from 'openai'
import { openServer } from '#runtime'

export type CompletionsClient = Awaited<ReturnType<typeof connect>>

/** A client of the app; `call` reaches the same server without it. */
export async function connect(app: { fetch: (request: Request) => Response | Promise<Response> }) {
  const { address, call, close } = await openServer(app.fetch)
  const baseURL = `${address}/v1`
  const client = new OpenAI({ apiKey: 'any', baseURL, maxRetries: 0, fetch: call })
  return { client, baseURL, call, close }
}
