/**
 * Reads out who is responsible: clause + agency + role, from responsibility statements only.
 *
 * A statement is a closing bracket that says 負責, 牽頭 … or a line of its own such as `责任单位：…`.
 * Law: a role is only what the words say; the order of a list says nothing. Pure.
 */
import { fold } from './script.ts'
import type { Clause, ReadResponsibility, Role } from './types.ts'

/** Labels before a list (`牽頭單位:市A`). Keys are folded. */
const LABELS: { pattern: RegExp; role: Role | 'responsible'; example: string }[] = [
  {
    pattern: /^(?:市级)?(?:牵头|主办|主责|主管|组织)(?:单位|部门|责任单位)?$/,
    role: 'lead',
    example: '牵头单位：市A',
  },
  {
    pattern: /^(?:配合|参与|参加|协办|协同|协助|配合参与|支持)(?:单位|部门)?$/,
    role: 'participant',
    example: '配合單位:市B',
  },
  {
    pattern: /^(?:责任|负责|实施|承办|落实|主要责任)(?:单位|部门|主体)$/,
    role: 'responsible',
    example: '责任单位：市B、市C',
  },
]

/** Words behind a name or a list (`市A、市B按職責分工負責`); the longest that fits is taken. Folded. */
const VERBS: { pattern: RegExp; role: Role | 'responsible' | 'shared'; example: string }[] = [
  { pattern: /(?:负责)?牵头(?:负责|组织实施|组织|落实|实施|抓总)?$/, role: 'lead', example: '市A牽頭' },
  {
    pattern:
      /(?:会同|等)?(?:按照?|根据)?(?:各自)?(?:职责|职能)(?:分工)?(?:共同|分别|协同|密切)?(?:配合|参与|协助)$/,
    role: 'participant',
    example: '市B按職責配合',
  },
  {
    pattern: /(?:等)?(?:参与|配合|协助|协同|参加)(?:配合|实施|落实|做好)?$/,
    role: 'participant',
    example: '市B、市C配合',
  },
  {
    pattern: /(?:等)?(?:按照?|根据)?(?:各自)?(?:职责|职能)(?:分工)?(?:共同|分别)?(?:负责|落实|实施)$/,
    role: 'shared',
    example: '市A、市B按職責分工負責',
  },
  {
    pattern: /(?:等)?(?:分工|共同|联合|分别)(?:负责|落实|实施)$/,
    role: 'shared',
    example: '市A、市B分工負責',
  },
  {
    pattern: /(?:等)?(?:具体|组织|统筹|主要)?负责(?:落实|实施|组织实施)?$/,
    role: 'responsible',
    example: '市A負責',
  },
]

/** What makes a bracket a responsibility statement (folded). */
const SAYS_RESPONSIBILITY = /负责[,，;；。]?|牵头|配合|参与|责任单位|责任部门|协办|主办|分工落实/

/** Collective bodies: a class of units, not an agency; kept as a remark. */
const COLLECTIVE =
  /^(?:市级|市直|省级|县级|区级)?(?:各|有关|相关|其他|其它|属地|全市|市级|市直)(?!.*(?:政府|管委会)$)/

/** The end of an agency's name. */
const AGENCY_END =
  /(?:局|委|办|厅|院|会|部|署|社|厂|站|队|馆|所|库|公司|集团|中心|海关|政府|管委会|办公室|银行|联|中支|支行|分行|法院|学校|大学|街道|镇|银|总队|支队|大队|协会|园区|新区|开发区)$/

/** Names that a shared 市 in front of a list extends to (`市A局、B局`). */
const TAKES_SHARED_PREFIX =
  /^(?![市省区县州国各]|团市委|.*(?:管委会|政府)$).{1,14}(?:局|委|办|厅|院|会|联|部|中心|办公室)$/

const REMARK_CARRIES_ON = /下同/

interface Statement {
  /** Offsets in the clause's text, brackets included. */
  start: number
  end: number
  body: string
}

interface Named {
  name: string
  role: Role | 'responsible'
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
      const { named, remark } = readStatement(statement.body, place)
      if (named.length === 0) continue
      const note = remark ?? carried?.note
      const noteFrom = remark || !carried ? undefined : carried.from
      for (const { name, role } of settle(named)) {
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

function findStatements(text: string): Statement[] {
  const statements: Statement[] = []
  for (const { start, end } of brackets(text)) {
    const body = text.slice(start + 1, end - 1)
    const before = text.slice(0, start).trimEnd().at(-1) ?? ''
    const after = text.slice(end).trimStart().at(0) ?? ''
    const closes =
      /[。；;！!”"’」』]/.test(before) || after === '' || /[。；;]/.test(after) || text[end] === '\n'
    const folded = fold(body)
    if (closes && SAYS_RESPONSIBILITY.test(folded) && readStatement(body, '').named.length > 0)
      statements.push({ start, end, body })
  }
  let offset = 0
  for (const line of text.split('\n')) {
    const start = offset + (line.length - line.trimStart().length)
    if (startsWithLabel(line.trim()) || isBareStatement(line.trim()))
      statements.push({ start, end: start + line.trim().length, body: line.trim() })
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
    if ('(（'.includes(char)) {
      if (depth++ === 0) start = i
    } else if (')）'.includes(char) && depth > 0 && --depth === 0) pairs.push({ start, end: i + 1 })
    else if (char === '\n') depth = 0
  }
  return pairs
}

function startsWithLabel(line: string): boolean {
  const label = /^([^:：]{2,8})[:：]/.exec(fold(line))?.[1]
  return label !== undefined && LABELS.some(({ pattern }) => pattern.test(label))
}

const LONGEST_LINE = 240

/** A line of its own that only names agencies and what they do: `市A、市B按职责分工负责`. */
function isBareStatement(line: string): boolean {
  const bare = line.replace(/[。.]$/, '')
  if (bare.length > LONGEST_LINE || /[。：:]/.test(bare)) return false
  const last = fold(bare.split(/[,，;；、]/).at(-1) ?? '')
  if (!SAYS_RESPONSIBILITY.test(fold(bare)) || !VERBS.some(({ pattern }) => pattern.test(last))) return false
  const { named } = readStatement(bare, '')
  const said = bare.split(/[;；]/).flatMap(tokens)
  // One of them may be a class of units (各有关部门), which is a remark.
  return named.length > 0 && named.length >= said.length - 1
}

/** `牵头单位：…` and `责任单位：…` on neighbouring lines are one statement: beside a lead the others take part. */
function mergeLines(statements: Statement[], text: string): Statement[] {
  const merged: Statement[] = []
  for (const statement of statements) {
    const last = merged.at(-1)
    if (last && text.slice(last.end, statement.start).trim() === '' && startsWithLabel(statement.body)) {
      merged[merged.length - 1] = {
        start: last.start,
        end: statement.end,
        body: `${last.body};${statement.body}`,
      }
    } else merged.push(statement)
  }
  return merged
}

function readStatement(body: string, place: string): { named: Named[]; remark?: string } {
  const named: Named[] = []
  const remarks: string[] = []
  for (const segment of body.split(/[;；。\n]/)) readSegment(segment, place, named, remarks)
  return { named, ...(remarks.length > 0 ? { remark: remarks.join(',') } : {}) }
}

/** One `label: list` or `list verb, list verb` segment; names wait for the verb that follows them. */
function readSegment(segment: string, place: string, named: Named[], remarks: string[]): void {
  let pending: string[] = []
  let labelled: Named['role'] | undefined
  let prefix: string | undefined
  let more = false
  const settlePending = (role: Named['role']) => {
    // 市A等: others share the duty though only one is named.
    for (const name of pending) named.push({ name, role: more && role === 'responsible' ? 'shared' : role })
    pending = []
  }
  for (const raw of tokens(segment)) {
    let token = raw.trim()
    const label = /^([^:：]{2,8})[:：]/.exec(token)
    const labelRole = label && LABELS.find(({ pattern }) => pattern.test(fold(label[1] ?? '')))?.role
    if (label && labelRole) {
      labelled = labelRole
      prefix = undefined
      token = token.slice(label[0].length).trim()
    }
    const verb = VERBS.find(({ pattern }) => pattern.test(fold(token)))
    if (verb) token = token.slice(0, fold(token).search(verb.pattern))
    const openEnded = /等(?:部[門门]|[單单]位|有[關关]部[門门])?$/
    if (openEnded.test(token) || /^等/.test(verb ? fold(raw.trim()).slice(token.length) : '')) more = true
    token = token
      .replace(/^(?:由|會同|会同|及|和|與|与)/, '')
      .replace(openEnded, '')
      .trim()
    if (token && isAgency(token, place)) {
      const name = withPrefix(token, prefix, place)
      prefix = /^市./.test(name) ? '市' : prefix
      pending.push(name)
    } else if (token && (pending.length > 0 || named.length > 0 || COLLECTIVE.test(fold(token)))) {
      remarks.push(verb ? raw.trim() : token)
    }
    if (labelled) settlePending(labelled)
    else if (verb) settlePending(verb.role)
  }
  // A list without a word for its role is no statement.
  pending = []
}

/** Splits at list marks and at `和`/`及` between names, but never inside a nested bracket. */
function tokens(segment: string): string[] {
  const found: string[] = []
  let depth = 0
  let token = ''
  for (const char of segment) {
    if ('(（'.includes(char)) depth++
    if (')）'.includes(char)) depth--
    if (depth === 0 && '、,，'.includes(char)) {
      found.push(token)
      token = ''
    } else token += char
  }
  found.push(token)
  return found
    .flatMap((entry) => entry.split(/(?<=[局委办辦])(?:和|及|與|与|會同|会同)(?=市)/))
    .filter((entry) => entry.trim() !== '')
}

function isAgency(token: string, place: string): boolean {
  const folded = fold(token)
  if (COLLECTIVE.test(folded) || folded.length < 2 || folded.length > 30) return false
  const core = place ? folded.replace(fold(place), '市') : folded
  return AGENCY_END.test(core) && !/[,。:]/.test(core)
}

function withPrefix(name: string, prefix: string | undefined, place: string): string {
  const placeName = place.replace(/[市縣县區区省]$/, '')
  const carriesPlace = placeName !== '' && fold(name).includes(fold(placeName))
  return prefix && !carriesPlace && TAKES_SHARED_PREFIX.test(fold(name)) ? prefix + name : name
}

/** Turns `responsible` into sole, shared or, beside a lead, participant. */
function settle(named: Named[]): { name: string; role: Role }[] {
  const hasLead = named.some(({ role }) => role === 'lead')
  const responsible = named.filter(({ role }) => role === 'responsible' || role === 'shared')
  return named.map(({ name, role }) => {
    if (role === 'lead' || role === 'participant') return { name, role }
    if (hasLead) return { name, role: 'participant' }
    return { name, role: role === 'responsible' && responsible.length === 1 ? 'sole' : 'shared' }
  })
}
