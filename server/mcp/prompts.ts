/**
 * Words for the model: the instructions of the server, and the prompts that a person may pick.
 */
import type { Library } from '../../corpus/library.ts'
import { languageOf } from '../answer/language.ts'
import { completeAgency, completeDocument } from './completions.ts'
import type { Prompt } from './surface.ts'

const INSTRUCTIONS_ZH =
  '本服务收录已公布的政策文件，只答文件写明的内容。先用 search 找条文，fetch 或 get_clause 读原文；数字指标用 lookup_target，谁负责用 lookup_agency，收录范围用 list_documents。引文须逐字并附 url，写进答案前用 verify_quote 核验。leadNamed 为 false 时不得说谁牵头；notices 须一并转述；指标是目标，不是完成情况。查不到就说文件没有写明，不要推测。'

const INSTRUCTIONS_EN =
  'Published policy documents; answer only what they state. Find clauses with search, read them with fetch or get_clause; figures: lookup_target; who is responsible: lookup_agency; coverage: list_documents. Quote verbatim with the url and check with verify_quote first. If leadNamed is false, name no lead; pass on notices; targets are goals, not results. If nothing is found, say that the documents do not state it. Agency names stay in Chinese, with a translation.'

/** When to use which tool, in both languages; each is at most 600 characters. */
export const INSTRUCTIONS = { zh: INSTRUCTIONS_ZH, en: INSTRUCTIONS_EN }

/** The prompts, in the language of what is given. */
export function policyPrompts(library: Library): Prompt[] {
  return [
    {
      name: 'answer_with_citations',
      title: '依据条文回答 Answer with citations',
      description:
        '只依据文件原文回答一个问题，逐条注明出处。Answer a question from the documents alone, with the clause for every statement.',
      arguments: [
        { name: 'question', description: '要回答的问题。The question.', required: true },
        {
          name: 'documentId',
          description: '只看这份文件。Only this document.',
          required: false,
          complete: completeDocument(library),
        },
      ],
      messages: ({ question = '', documentId }) =>
        say(question, {
          zh: `请只依据政策文件的原文回答下面的问题${documentId ? `（只看文件 ${documentId}）` : ''}。

问题：${question}

做法：
1. 用 search 或 search_clauses 找到相关条文，用 get_clause 读全文；数字用 lookup_target，责任单位用 lookup_agency。
2. 第一句话直接回答，能念给来电人听；其后列出依据：条号、逐字引文、url。
3. 引文先用 verify_quote 核验，match 不是 exact 的改用 citation.quote。
4. 工具给出的 notices 一并说明；leadNamed 为 false 时不说谁牵头。
5. 文件没有写明的，直说没有写明，并指出最接近的条文。`,
          en: `Answer the question below from the text of the policy documents alone${documentId ? ` (only document ${documentId})` : ''}.

Question: ${question}

How:
1. Find the clauses with search or search_clauses and read them with get_clause; figures with lookup_target, responsible agencies with lookup_agency.
2. The first sentence answers and can be read aloud; then the evidence: clause number, verbatim quote, url.
3. Check quotes with verify_quote; where match is not exact, use citation.quote instead.
4. Pass on the notices of the tools; where leadNamed is false, name no lead.
5. What the documents do not state, say so, and name the nearest clause.`,
        }),
    },
    {
      name: 'agency_brief',
      title: '单位任务清单 Agency brief',
      description:
        '一个单位牵头、参与的任务和指标清单。The tasks an agency leads or takes part in, with their targets.',
      arguments: [
        {
          name: 'agency',
          description: '单位名称，任何叫法。The agency, by any name.',
          required: true,
          complete: completeAgency(library),
        },
      ],
      messages: ({ agency = '' }) =>
        say(agency, {
          zh: `请为「${agency}」列一份任务清单。

1. 用 lookup_agency 取该单位的全部任务和角色；candidates 不为空时先问我是哪一个。
2. 用 lookup_target（agency 参数，有 nextCursor 就接着取）取这些条文的数字指标和时限；按职责分工的，指标不算该单位一家的。
3. 列表：条号、任务、角色（牵头／配合／独家负责／按职责分工）、指标与时限、url。按职责分工的不写牵头。
4. 时限已过的注明：文件只写目标，没有写是否完成。`,
          en: `Draw up the list of tasks of ${agency}.

1. Get all its tasks and roles with lookup_agency; if candidates is not empty, ask me which one is meant.
2. Get the figures and deadlines of those clauses with lookup_target (argument agency; go on while there is a nextCursor). Where a duty is shared, its targets are not this agency’s alone.
3. A table: clause number, task, role (lead, participant, sole, shared), targets with deadlines, url. Shared duties have no lead.
4. Where a deadline has passed, say that the document states the goal, not whether it was met.`,
        }),
    },
    {
      name: 'dispatch_note',
      title: '转办单 Dispatch note',
      description:
        '把一件来电诉求转给有责任的单位，写明依据。A note that sends a caller’s case to the agencies responsible, with the clause.',
      arguments: [
        {
          name: 'case',
          description: '来电人说的事，不含姓名、电话。What the caller says, without names or numbers.',
          required: true,
        },
      ],
      messages: ({ case: story = '' }) =>
        say(story, {
          zh: `请为下面的来电诉求写一份转办单。

诉求：${story}

1. 用 lookup_agency（topic 参数，用几个词概括事项）查责任单位；查不到再用 search。
2. 转办单写：事项概括一句；依据（条号、逐字引文、url）；转办单位及角色；对来电人的答复一句，能直接念。
3. leadNamed 为 false 时，写“按职责分工负责，文件未指定牵头单位”，不自行指定。
4. 文件没有涉及的，写“所收文件未涉及”，不转给任何单位。`,
          en: `Write a dispatch note for the caller’s case below.

Case: ${story}

1. Find the responsible agencies with lookup_agency (argument topic, the matter in a few words); if there is none, try search.
2. The note: the matter in one sentence; the basis (clause number, verbatim quote, url); the agencies with their roles; one sentence to read to the caller.
3. Where leadNamed is false, write that the agencies share the duty and the document names no lead; choose none.
4. What the documents do not cover goes to nobody: say that they do not cover it.`,
        }),
    },
  ]
}

function say(given: string, words: { zh: string; en: string }): ReturnType<Prompt['messages']> {
  const text = languageOf(given) === 'en' ? words.en : words.zh
  return [{ role: 'user', content: { type: 'text', text } }]
}
