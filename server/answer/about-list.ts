/**
 * Answers with a list of tasks: those of a section, or on a subject.
 */
import { englishWords } from '../../corpus/english.ts'
import { CLAIMED_SCOPE, inScope } from '../../corpus/scope.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause } from '../../corpus/types.ts'
import { type Draft, draft, titleSpan } from './draft.ts'
import type { Case } from './respond.ts'
import { sayLabel, sayTitle } from './say.ts'

/** A topic's list goes on while a clause fits this well against the best. */
const LIST_SHARE = 0.28

const COVERS_AS_MUCH = 0.6

/** A clause that has all that is asked is listed, however briefly it speaks of it. */
const MENTION_SHARE = 0.15

const COVERS_ALL = 0.9

const MAX_LISTED = 6

/** An English question must have this share of its weight in a section's title to name it. */
const NAMES_SECTION = 0.5

const UNDER_A_SECTION =
  /部分|方面|领域|底下|下面|之下|板块|块|章|节|大项|\b(?:section|part|chapter|under|heading)\b/

/** The tasks of a section or on a subject. */
export function aboutList(asked: Case): Draft | undefined {
  const { question, library, strings, ranked } = asked
  const { wants, lang } = question
  if (
    !wants.list ||
    question.agencies.length > 0 ||
    wants.agency ||
    question.clauses.some(({ clauses }) => clauses.length > 0 && clauses[0]?.kind === 'item')
  )
    return undefined
  const section =
    question.clauses.flatMap(({ clauses }) => clauses).find(({ kind }) => kind !== 'item') ??
    sectionMeant(asked) ??
    sectionFound(asked)
  const clauses = section ? itemsUnder(section, asked) : onSubject(ranked)
  if (clauses.length === 0 || (!section && !(ranked[0] && inScope(ranked[0], CLAIMED_SCOPE))))
    return undefined
  // One clause on a subject is no list: what it says is asked for.
  if (!section && clauses.length === 1) return undefined
  const inOrder = [...clauses].sort((a, b) => a.start - b.start)
  const items = inOrder.map((clause) =>
    strings.taskItem(sayLabel(clause, lang), sayTitle(clause, lang, library), ''),
  )
  return draft(
    'answered',
    [
      {
        text: strings.list(items.length, items.join(lang === 'en' ? '; ' : '、')),
        spans: inOrder.map(titleSpan),
      },
    ],
    {
      suggestions: inOrder.slice(0, 3).map((clause) => strings.suggestions.content(sayLabel(clause, lang))),
    },
  )
}

/** A section whose title the question names. */
function sectionMeant(asked: Case): Clause | undefined {
  const { question, library } = asked
  const text = question.folded.replace(/[\s\p{P}]/gu, '')
  const stems = new Set(englishWords(question.folded).map(({ stem }) => stem))
  const sections = library.documents
    .filter(({ source }) => !question.documentIds || question.documentIds.includes(source.id))
    .flatMap(({ clauses }) =>
      clauses.filter(
        ({ kind, clauseId }) =>
          (kind === 'section' || kind === 'chapter' || kind === 'part') &&
          clauses.some((other) => other.clauseId.startsWith(`${clauseId}.`)),
      ),
    )
  const scored = sections.map((clause) => {
    // A part is named only where a part is asked for (`就业部分`), or by its whole title (`保障措施共幾條`):
    // `重点任务` stands in many a question.
    if (clause.kind === 'part' && !PART_NAMED.test(question.folded) && !isAllAsked(clause, asked))
      return { clause, score: 0 }
    const title = fold(clause.title).replace(/[\s\p{P}]/gu, '')
    const en = library.document(clause.documentId)?.gloss?.clauses[clause.clauseId]?.toLowerCase()
    const words = en ? englishWords(en).filter(({ word }) => word.length > 3) : []
    const met = words.filter(({ stem }) => stems.has(stem)).length
    if (met >= 2 && met >= words.length * 0.6) return { clause, score: met + 2 }
    // Without a gloss, an English name of a section is found by what its words stand for.
    const share = question.query.english
      ? library.appraise(question.query, title) / (library.mass(question.query) || 1)
      : 0
    if (share >= NAMES_SECTION && UNDER_A_SECTION.test(question.folded)) return { clause, score: 4 + share }
    let longest = 0
    for (let i = 0; i < title.length; i++)
      for (let j = i + 2; j <= title.length; j++)
        if (text.includes(title.slice(i, j))) longest = Math.max(longest, j - i)
    return { clause, score: longest }
  })
  const best = scored.sort((a, b) => b.score - a.score)[0]
  const least = /部分|方面|领域|板块|块|章|节|大项|section|part/.test(question.folded) ? 2 : 4
  return best && best.score >= least ? best.clause : undefined
}

/** `就业部分`, `民生那一块`: the word before names a part. */
const PART_NAMED = /[\p{Script=Han}]{2,}(?:那|这)?(?:一)?(?:部分|板块|大块|章|篇)/u

/** True if the title of a section is all that the question asks about. */
function isAllAsked({ title }: Clause, { question, library }: Case): boolean {
  const bare = fold(title)
  return (
    bare.length >= 4 &&
    question.folded.includes(bare) &&
    library.mass(library.query(question.folded.replace(bare, ' '))) <= LITTLE_BESIDE
  )
}

/** The weight of a stray word or two. */
const LITTLE_BESIDE = 10

/** A question that asks for the tasks under something, and finds a section best of all. */
function sectionFound({ question, ranked, library }: Case): Clause | undefined {
  const [best] = ranked
  if (!best || !UNDER_A_SECTION.test(question.folded) || !inScope(best)) return undefined
  const { clause } = best
  return clause.kind === 'section' &&
    library.clausesOf(clause.documentId).some(({ clauseId }) => clauseId.startsWith(`${clause.clauseId}.`))
    ? clause
    : undefined
}

function itemsUnder(section: Clause, { library }: Case): Clause[] {
  const under = library
    .clausesOf(section.documentId)
    .filter(({ clauseId }) => clauseId.startsWith(`${section.clauseId}.`))
  const items = under.filter(({ kind }) => kind === 'item' || kind === 'article')
  return items.length > 0 ? items : under
}

function isListed(score: number, coverage: number): boolean {
  return (
    (score >= LIST_SHARE && coverage >= COVERS_AS_MUCH) || (score >= MENTION_SHARE && coverage >= COVERS_ALL)
  )
}

function onSubject(ranked: Case['ranked']): Clause[] {
  const items = ranked.filter(({ clause }) => clause.kind === 'item' || clause.kind === 'article')
  const best = Math.max(...items.map(({ score }) => score))
  const covered = Math.max(...items.map(({ coverage }) => coverage))
  return items
    .filter(({ score, coverage }) => isListed(score / best, coverage / covered))
    .slice(0, MAX_LISTED)
    .map(({ clause }) => clause)
}
