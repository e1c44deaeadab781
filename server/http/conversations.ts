/**
 * What was asked and answered: the list for staff, one conversation for staff and for whoever holds its secret.
 *
 * Law: to all others a conversation does not exist.
 */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { staffOf } from '../access/caller.ts'
import { requireStaff } from '../access/require.ts'
import type { Door, Parts } from '../app.ts'
import { auditEvent, CITIZEN } from '../audit-event.ts'
import { type Conversation, type Page, Place } from '../store/store.ts'
import { holdsConversation, SECRET_HEADER } from './conversation.ts'
import { errorBody, Refusal } from './errors.ts'
import { mountGet, refusalsOf } from './route.ts'

const MAX_LISTED = 200
const DEFAULT_LISTED = 50

const PATH = '/api/conversations/{id}'
const Params = z.object({ id: z.string() })
const NOT_FOUND = 'There is no such conversation.'

/** Of every list that is sorted by time. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_LISTED).default(DEFAULT_LISTED),
  cursor: Place.optional(),
})

/** The page of a store's list that a query asks for. */
export function pageWanted({ limit, cursor }: z.infer<typeof PageQuery>) {
  return { limit, ...(cursor === undefined ? {} : { before: cursor }) }
}

/** What stands beside the items of a page. */
export function restOf({ total, next }: Pick<Page<unknown>, 'total' | 'next'>) {
  return { total, ...(next === undefined ? {} : { nextCursor: next }) }
}

/** Mounts the three routes. */
export function mountConversations(app: OpenAPIHono<Door>, parts: Parts): void {
  const { store, history } = parts
  mountGet(
    app,
    {
      path: '/api/conversations',
      tag: 'Staff',
      summary: 'All conversations, the one last spoken in first',
      query: PageQuery,
      answers: 'ConversationsResponse',
      refusals: [401, 503],
      guards: [requireStaff(parts)],
    },
    async (query) => {
      await history.settled()
      const page = await store.conversations(pageWanted(query))
      return { conversations: page.items, ...restOf(page) }
    },
  )
  mountGet(
    app,
    {
      path: PATH,
      tag: 'Staff',
      summary: `One conversation, for staff, and for whoever sends its secret as ${SECRET_HEADER}`,
      query: z.strictObject({}),
      params: Params,
      answers: 'ConversationResponse',
      refusals: [401, 404, 503],
      guards: [admitHolder(requireStaff(parts))],
    },
    async (_query, c) => {
      await history.settled()
      const found = await store.conversation(c.req.param('id') ?? '')
      if (!found) throw new Refusal(404, NOT_FOUND)
      if (isHeld(c)) return { conversation: asItsHolderSeesIt(found) }
      // The audit trail is no less needed than the deed: without it nothing is shown.
      await store.addAudit(
        auditEvent(parts, await actorOf(c, parts), 'read_conversation', { subject: found.id }),
      )
      return { conversation: found }
    },
  )
  app.openAPIRegistry.registerPath(deleteRoute)
  app.delete('/api/conversations/:id', admitHolder(requireStaff(parts, 'admin')), async (c) => {
    const id = c.req.param('id') ?? ''
    await history.settled()
    const event = auditEvent(parts, await actorOf(c, parts), 'deleted_conversation', { subject: id })
    if (!(await store.removeConversation(id, event))) throw new Refusal(404, NOT_FOUND)
    return c.body(null, 204)
  })
}

const deleteRoute = createRoute({
  method: 'delete',
  path: PATH,
  tags: ['Staff'],
  summary: 'Delete a conversation with its answers and what was thought of them',
  request: { params: Params },
  responses: { 204: { description: 'Deleted' }, ...refusalsOf([401, 403, 404, 503]) },
})

/** A secret decides, where one is sent; otherwise it takes staff. */
function admitHolder(staff: MiddlewareHandler<Door>): MiddlewareHandler<Door> {
  return async (c, next) => {
    if (!isHeld(c)) return staff(c, next)
    c.header('Cache-Control', 'no-store')
    if (await holdsConversation(c, c.req.param('id') ?? '')) return next()
    return c.json(errorBody(404, NOT_FOUND), 404)
  }
}

function isHeld(c: Context): boolean {
  return c.req.header(SECRET_HEADER) !== undefined
}

/** What was said, without what is for those who run the product. */
function asItsHolderSeesIt({ id, startedAt, turns }: Conversation) {
  return {
    id,
    startedAt,
    turns: turns.map(({ answer, askedAt, feedback }) => ({
      answer,
      askedAt,
      ...(feedback ? { feedback } : {}),
    })),
  }
}

/** Whoever comes by the secret is not asked who they are. */
async function actorOf(c: Context, parts: Parts): Promise<string> {
  const staff = isHeld(c) ? undefined : await staffOf(c, parts)
  return staff?.subject ?? CITIZEN
}
