/**
 * Reads a form that one of our pages sent.
 */
import type { Context } from 'hono'
import type { z } from 'zod'
import { Refusal } from './errors.ts'
import { limitBody, receiveWhole } from './read.ts'

const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i
const limit = limitBody('Send less at once.')

/** The fields by `schema`; those named in `lists` as all their values, of others the last one counts. */
export async function readForm<T extends z.ZodObject>(
  c: Context,
  schema: T,
  lists: string[] = [],
): Promise<z.infer<T>> {
  if (!FORM.test(c.req.header('content-type') ?? '')) throw new Refusal(415, 'Send the form of the page.')
  if (await receiveWhole(c, limit)) throw new Refusal(413, 'The form is over 256 kB.')
  const form = new URLSearchParams(await c.req.text())
  const fields = Object.fromEntries(form)
  const parsed = schema.safeParse({
    ...fields,
    ...Object.fromEntries(lists.map((name) => [name, form.getAll(name)])),
  })
  if (!parsed.success) throw new Refusal(422, 'The form is not one of this page.')
  return parsed.data
}
