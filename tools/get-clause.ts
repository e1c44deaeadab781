/**
 * One clause in full, with who is responsible, its targets and its neighbours. Pure.
 */
import { z } from 'zod'
import type { Library } from '../corpus/library.ts'
import { Clause, Responsibility, Target } from '../corpus/types.ts'
import { clauseUrl } from './cite.ts'
import { publicResponsibility } from './lookup-agency.ts'
import { endedNotices, sharedNotices } from './notices.ts'
import { clausesUnder, readClause } from './read-clause.ts'
import { DocumentId, defineTool, freeText, MAX_NAME, Notices, withNotices } from './tool.ts'

const MAX_CONTEXT = 3

/** The clause before or after, by name. */
export const Neighbour = Clause.pick({ documentId: true, clauseId: true, label: true, title: true })

const ClauseText = Clause.omit({ start: true })

export const ClauseView = ClauseText.extend({
  responsibilities: z.array(Responsibility).describe('责任单位。Who answers for it.'),
  targets: z.array(Target).describe('数字目标。Its numeric goals.'),
  previous: Neighbour.optional().describe('上一条。The clause before.'),
  next: Neighbour.optional().describe('下一条。The clause after.'),
})
export type ClauseView = z.infer<typeof ClauseView>

/** A clause as callers see it. */
export function viewClause(library: Library, clause: Clause): ClauseView {
  const { documentId, clauseId } = clause
  const { before, after } = around(library, clause, 1)
  return {
    ...textOf(clause),
    responsibilities: library.responsibilitiesOf(documentId, clauseId).map(publicResponsibility),
    targets: library.targetsOf(documentId, clauseId),
    ...(before[0] ? { previous: neighbour(before[0]) } : {}),
    ...(after[0] ? { next: neighbour(after[0]) } : {}),
  }
}

export const getClause = defineTool({
  name: 'get_clause',
  title: '读取条文 Read one clause',
  description:
    '按编号或标题读取一条原文全文，附责任单位和指标。数字单说（23）指第23项；同时是别条 id 的（2）会列出来请你选。不知道编号先用 search 或 search_clauses；整份文件用 fetch。\n' +
    'Read one clause verbatim by number or title, with its responsible agencies and targets. A bare number (23) is item 23; one that is another clause’s id too (2) is an error that lists both. Use search or search_clauses to find a number, fetch for a whole document.',
  input: z.strictObject({
    clause: freeText(
      MAX_NAME,
      '编号或标题：2.5.23、23、第23項、任務二十三、三(二)，或 search 返回的 id。Number, label, title or an id from search.',
    ),
    documentId: DocumentId.optional(),
    context: z
      .number()
      .int()
      .min(0)
      .max(MAX_CONTEXT)
      .default(0)
      .describe('前后各带几条。How many clauses before and after to give too.'),
  }),
  output: z.object({
    clause: ClauseView.extend({
      url: z.string().describe('网址。Address that opens it.'),
      children: z
        .array(Neighbour)
        .optional()
        .describe(
          '其下的条文，责任单位和指标多写在那里。Clauses under it, which mostly hold the duties and targets.',
        ),
    }).describe('该条。The clause.'),
    before: z.array(ClauseText).describe('前面的条文，近的在后。Clauses before, nearest last.'),
    after: z.array(ClauseText).describe('后面的条文，近的在前。Clauses after, nearest first.'),
    notices: Notices,
  }),
  narrow: 'Ask with context 0, or read the clause page by page with fetch.',
  run(library, { clause: spelling, documentId, context }, setting) {
    const clause = readClause(library, spelling, documentId)
    const { before, after } = around(library, clause, context)
    const view = viewClause(library, clause)
    const children = clausesUnder(library, clause).slice(1)
    return {
      clause: {
        ...view,
        url: clauseUrl(setting.baseUrl, clause),
        ...(children.length > 0 ? { children: children.map(neighbour) } : {}),
      },
      before: before.map(textOf),
      after: after.map(textOf),
      ...withNotices(setting, [
        ...sharedNotices(view.responsibilities),
        ...endedNotices(view.targets, setting.today),
      ]),
    }
  },
})

/** Up to `count` clauses on either side, in the order of the document, nearest last before and first after. */
function around(library: Library, clause: Clause, count: number): { before: Clause[]; after: Clause[] } {
  const all = library.clausesOf(clause.documentId)
  const at = all.indexOf(clause)
  return { before: all.slice(Math.max(0, at - count), at), after: all.slice(at + 1, at + 1 + count) }
}

function textOf({ start: _start, ...clause }: Clause) {
  return clause
}

/** A clause by name. */
export function neighbour({ documentId, clauseId, label, title }: Clause) {
  return { documentId, clauseId, label, title }
}
