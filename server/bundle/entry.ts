/**
 * The Worker as it is deployed: it fetches its data first, and only then is the rest of its code run.
 */
import { notServing } from '../not-serving.ts'
import type worker from '../worker.ts'
import type { Bindings, Call } from '../worker.ts'
import { fetchData } from './fetched-data.ts'

let loaded: typeof worker | undefined

export default {
  async fetch(request: Request, env: Bindings, call: Call): Promise<Response> {
    try {
      loaded ??= await load(env)
    } catch (error) {
      return notServing(error)
    }
    return loaded.fetch(request, env, call)
  },

  async scheduled(event: unknown, env: Bindings): Promise<void> {
    loaded ??= await load(env)
    return loaded.scheduled(event, env)
  },
}

async function load(env: Bindings): Promise<typeof worker> {
  await fetchData(env.ASSETS)
  return (await import('../worker.ts')).default
}
