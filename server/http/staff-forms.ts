/**
 * What the forms of the staff pages do: mark as reviewed and take that back, withdraw, delete. Approving is in staff-approve.ts.
 *
 * Law: each form is sent to the address of a page, where a sign-in in between leads back to.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Door, Parts } from '../app.ts'
import { deleteConversation, review, unreview, withdraw } from '../staff/acts.ts'
import { Feedback } from '../store/store.ts'
import { hrefIn } from '../web/staff/frame.ts'
import { Refusal } from './errors.ts'
import { readForm } from './read-form.ts'
import { pageFor } from './staff-page.ts'
import { backToAnswer, backToGroup, backToQuestion, ListPlace } from './staff-place.ts'

/** Of a group, as many as are ever grouped. */
const MOST_AT_ONCE = 2_000

const ReviewForm = ListPlace.extend({
  answerId: z.array(Feedback.shape.answerId).min(1).max(MOST_AT_ONCE),
  mark: z.enum(['reviewed', 'reopened']).default('reviewed'),
  /** One of a group that stays open, and not the group. */
  within: z.literal('yes').optional(),
  conversation: z.string().max(100).optional(),
})
type ReviewForm = z.infer<typeof ReviewForm>
const WithdrawForm = z.object({ withdraw: z.string().min(1).max(100) })

/** Mounts them. */
export function mountStaffForms(app: OpenAPIHono<Door>, parts: Parts): void {
  app.post(
    '/staff/unanswered',
    ...pageFor(parts, 'editor', async ({ lang, staff }, c) => {
      const form = await readForm(c, ReviewForm, ['answerId'])
      await (form.mark === 'reviewed' ? review : unreview)(parts, staff, form.answerId)
      return c.redirect(wayBack(lang, form), 303)
    }),
  )
  app.post(
    '/staff/approvals',
    ...pageFor(parts, 'editor', async ({ lang, staff }, c) => {
      const { withdraw: id } = await readForm(c, WithdrawForm)
      if (!(await withdraw(parts, staff, id))) throw new Refusal(404, 'There is no such approval.')
      return c.redirect(hrefIn(lang, '/staff/approvals', { done: 'withdrawn' }), 303)
    }),
  )
  app.post(
    '/staff/conversations/:id/delete',
    ...pageFor(parts, 'admin', async ({ lang, staff }, c) => {
      const isGone = await deleteConversation(parts, staff, c.req.param('id') ?? '')
      if (!isGone) throw new Refusal(404, 'There is no such conversation.')
      return c.redirect(hrefIn(lang, '/staff/conversations', { done: 'deleted' }), 303)
    }),
  )
}

function wayBack(
  lang: Parameters<typeof backToGroup>[0],
  { answerId, mark, within, conversation, days, reviewed, cursor, next }: ReviewForm,
): string {
  const [answer = ''] = answerId
  if (conversation !== undefined) return backToAnswer(lang, conversation, answer, mark)
  const place = { days, reviewed, cursor, next }
  return within && next ? backToQuestion(lang, place, next, mark) : backToGroup(lang, place, mark)
}
