/**
 * Reads out who is responsible: clause + agency + role, from responsibility statements only.
 *
 * A statement is a closing bracket that says 負責, 牽頭 … or only names agencies, or a line of its own such as
 * `责任单位：…`. Law: a role is only what the words say; the order of a list says nothing unless the document
 * says that it does. Pure.
 */
import { endsWithVerb, entriesOf, isBareList, opensWithLabel, readStatement } from './read-statement.ts'
import { fold } from './script.ts'
import { SAYS_RESPONSIBILITY } from './statement-words.ts'
import type { Clause, ReadResponsibility, Role } from './types.ts'

const REMARK_CARRIES_ON = /下同/

/** The document's own rule on its lists: `排在第一位的为牵头单位`. Folded. */
const FIRST_LEADS = /(?:排|列)(?:名)?(?:在)?(?:第一位?|首位|最前)的?(?:单位|部门)?(?:为|是)(?:牵头|主办)/

const OPENING = '(（【'
const CLOSING = ')）】'

interface Statement {
  /** Offsets in the clause's text, brackets included. */
  start: number
  end: number
  body: string
  /** Nothing but names: those who answer for the clause. */
  isList: boolean
}

/** The spans of the responsibility statements in a clause's text (offsets in UTF-16 units, brackets included). */
export function responsibilitySpans(text: string): { start: number; end: number }[] {
  return findStatements(text).map(({ start, end }) => ({ start, end }))
}

/**
 * The responsibilities of all clauses of one document, in order.
 *
 * A remark with 下同 (`各地具體落實,下同`) is kept as `note` on its own clause and on all later statements,
 * there with `noteFrom`, the clause it stands in.
 */
export function findResponsibilities(clauses: Clause[], place: string): ReadResponsibility[] {
  const found: ReadResponsibility[] = []
  let carried: { note: string; from: string } | undefined
  for (const clause of clauses) {
    const statements = mergeLines(findStatements(clause.text), clause.text)
    const seen = new Set<string>()
    for (const statement of statements) {
      const { named, remark } = readStatement(statement.body, place, statement.isList)
      if (named.length === 0) continue
      const note = remark ?? carried?.note
      const noteFrom = remark || !carried ? undefined : carried.from
      for (const { name, role } of note && FIRST_LEADS.test(fold(note)) ? firstLeading(named) : named) {
        if (seen.has(name)) continue
        seen.add(name)
        found.push({
          documentId: clause.documentId,
          clauseId: clause.clauseId,
          agency: name,
          role,
          ...(note ? { note } : {}),
          ...(noteFrom ? { noteFrom } : {}),
          start: statement.start,
          end: statement.end,
        })
      }
      if (remark && REMARK_CARRIES_ON.test(remark)) {
        carried = { note: remark.replace(/[,，]?下同.*$/, ''), from: clause.clauseId }
        for (const entry of found) if (entry.note === remark) entry.note = carried.note
      }
    }
  }
  return found
}

/** Of a list that names no lead itself, by the document's own rule. */
function firstLeading(named: { name: string; role: Role }[]): { name: string; role: Role }[] {
  if (named.some(({ role }) => role === 'lead')) return named
  return named.map(({ name }, i) => ({ name, role: i === 0 ? 'lead' : 'participant' }))
}

function findStatements(text: string): Statement[] {
  const statements: Statement[] = []
  for (const { start, end } of brackets(text)) {
    const body = text.slice(start + 1, end - 1)
    const opensLine = start === 0 || text[start - 1] === '\n'
    const before = opensLine ? '' : (text.slice(0, start).trimEnd().at(-1) ?? '')
    const after = text.slice(end).trimStart().at(0) ?? ''
    const closesLine = after === '' || text[end] === '\n'
    const closes = closesLine || opensLine || /[。；;！!”"’」』]/.test(before) || /[。；;]/.test(after)
    const says = SAYS_RESPONSIBILITY.test(fold(body))
    // Behind a word a list only names what it is of: 医疗中心(市中医院).
    const isList = !says && closesLine && /^[。；;！!]?$/.test(before) && isBareList(body)
    if (closes && (says || isList) && readStatement(body, '', isList).named.length > 0)
      statements.push({ start, end, body, isList })
  }
  let offset = 0
  for (const line of text.split('\n')) {
    const start = offset + (line.length - line.trimStart().length)
    const body = line.trim()
    if (opensWithLabel(body) || isBareStatement(body))
      statements.push({ start, end: start + body.length, body, isList: false })
    offset += line.length + 1
  }
  return statements.sort((a, b) => a.start - b.start)
}

/** Top-level bracket pairs: `各縣(市、區)` inside a bracket stays inside it. */
function brackets(text: string): { start: number; end: number }[] {
  const pairs: { start: number; end: number }[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (OPENING.includes(char)) {
      if (depth++ === 0) start = i
    } else if (CLOSING.includes(char) && depth > 0 && --depth === 0) pairs.push({ start, end: i + 1 })
    else if (char === '\n') depth = 0
  }
  return pairs
}

const LONGEST_LINE = 240

/** A line of its own that only names agencies and what they do: `市A、市B按职责分工负责`. */
function isBareStatement(line: string): boolean {
  const bare = line.replace(/[。.]$/, '')
  if (bare.length > LONGEST_LINE || /[。：:]/.test(bare)) return false
  const last = bare.split(/[,，;；、]/).at(-1) ?? ''
  if (!SAYS_RESPONSIBILITY.test(fold(bare)) || !endsWithVerb(last)) return false
  const { named } = readStatement(bare, '')
  // One of them may be a class of units (各有关部门), which is a remark.
  return named.length > 0 && named.length >= entriesOf(bare) - 1
}

/** `牵头单位：…` and `责任单位：…` on neighbouring lines are one statement: beside a lead the others take part. */
function mergeLines(statements: Statement[], text: string): Statement[] {
  const merged: Statement[] = []
  for (const statement of statements) {
    const last = merged.at(-1)
    if (last && text.slice(last.end, statement.start).trim() === '' && opensWithLabel(statement.body)) {
      merged[merged.length - 1] = {
        ...last,
        end: statement.end,
        body: `${last.body};${statement.body}`,
      }
    } else merged.push(statement)
  }
  return merged
}
