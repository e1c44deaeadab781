/**
 * Tells a page that may not ask from a server that is down: browsers report both alike, as a call that failed.
 */
import { type Api, ApiFault } from '../answer/api.ts'

/** The same calls; a question that does not get through is looked into. */
export function nameRefusals(api: Api): Api {
  return {
    ...api,
    ask: (...asked) =>
      api.ask(...asked).catch(async (error: unknown) => {
        throw isUnreachable(error) && (await isRefused(api)) ? new ApiFault('not_allowed') : error
      }),
  }
}

/** Any page gets our files, and listed ones our answers. A second call rules out a server that was away for a moment. */
async function isRefused({ base, settings }: Api): Promise<boolean> {
  const fails = await settings().then(() => false, isUnreachable)
  if (!fails) return false
  return fetch(`${base}/widget.js`, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ApiFault && error.reason === 'unreachable'
}
