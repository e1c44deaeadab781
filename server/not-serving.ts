/**
 * What a Worker answers that cannot start: 503, with the reason in the log alone.
 */

const BODY = { error: { code: 'unavailable', message: 'The service is not set up. Its log says why.' } }

/** Logs why: a line for whoever set it up, or a fault of ours. */
export function notServing(reason: unknown): Response {
  console.error(reason instanceof Error ? reason.stack : String(reason))
  return Response.json(BODY, { status: 503, headers: { 'Cache-Control': 'no-store' } })
}
