/**
 * Asks and judges questions of the evaluation, in the setups in which the product is used.
 */
import type { Answer } from '../../corpus/types.ts'
import { judge } from './judge.ts'
import { type Question, type QuestionSet, readQuestions } from './question.ts'
import { replay, type Setup, type Shelves } from './shelves.ts'

export interface Judged {
  question: Question
  answer: Answer
  problems: string[]
}

/** The questions of the evaluation, fixtures included. */
export function ownQuestions(): Question[] {
  return ['questions.jsonl', 'fixture-questions.jsonl'].flatMap((file) =>
    readQuestions(new URL(file, import.meta.url)),
  )
}

/** Asks and judges `questions` in one setup. */
export function judgeAll(questions: Question[], shelves: Shelves, setup: Setup = 'alone'): Judged[] {
  return questions.map((question) => {
    const library = shelves.library(question, setup)
    const answer = replay(question, library, setup)
    return { question, answer, problems: judge(question, answer, library) }
  })
}

export function isRight({ problems }: Judged): boolean {
  return problems.length === 0
}

export function setOf({ set }: Question): QuestionSet {
  return set ?? 'tuned'
}

/** `12/15  80.0 %` */
export function share(right: number, of: number): string {
  return `${`${right}/${of}`.padStart(9)}  ${of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} %`}`
}

/** The members of each group, groups in alphabetical order. */
export function groupsOf<T>(members: T[], nameOf: (member: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const member of members) groups.set(nameOf(member), [...(groups.get(nameOf(member)) ?? []), member])
  return [...groups].sort(([a], [b]) => a.localeCompare(b))
}
