/**
 * Reads one responsibility statement: which agencies it names, each in the role that its words give it.
 *
 * Law: a role is only what the words say; the order of a list says nothing. Pure.
 */
import { fold } from './script.ts'
import {
  AGENCY_END,
  CITY_BODY,
  COLLECTIVE,
  LABELS,
  NO_NAME,
  OPEN_ENDED,
  type SaidRole,
  TAKES_SHARED_PREFIX,
  TOGETHER_WITH,
  VERBS,
} from './statement-words.ts'
import type { Role } from './types.ts'

interface Named {
  name: string
  role: SaidRole
}

/** The agencies in order, and what else is said: of those who are not named by name, or of later clauses. */
export interface Statement {
  named: { name: string; role: Role }[]
  remark?: string
}

const LONGEST_NAME = 30

/** True if the line or bracket opens with a label such as 责任单位. */
export function opensWithLabel(body: string): boolean {
  return labelOf(body) !== undefined
}

/** True if the words right behind a name or list say a role (`按職責分工負責`). */
export function endsWithVerb(words: string): boolean {
  return verbOf(words) !== undefined
}

/** True if a body names nothing but agencies and classes of them, and no role. */
export function isBareList(body: string): boolean {
  const listed = tokensOf(body).map((token) => token.trim())
  const isNamed = (token: string) => /^市/.test(token) && isAgency(token, '')
  return listed.some(isNamed) && listed.every((token) => isNamed(token) || isGovernment(token))
}

/** How many of the entries of a list a body has. */
export function entriesOf(body: string): number {
  return body.split(/[;；]/).flatMap(tokensOf).length
}

/** Reads `body`, a bracket's content or a line; a list without any word for its role counts as a list of those responsible if `isList`. */
export function readStatement(body: string, place: string, isList = false): Statement {
  const segments = body.split(/[;；。\n]/).map(tokensOf)
  const isSure = segments.flat().some((token) => isAgency(withoutRole(token), place))
  const named: Named[] = []
  const remarks: string[] = []
  let label: SaidRole | undefined = isList ? 'responsible' : undefined
  for (const segment of segments) {
    const list = openList(named)
    let prefix: string | undefined
    for (const raw of segment) {
      const said = labelOf(raw)
      if (said) {
        if (label) list.settle(label)
        label = said.role
        prefix = undefined
      }
      const entry = readEntry(said ? raw.trim().slice(said.length) : raw)
      if (entry.isOpen) list.open()
      // 市A牽頭,會同市B、市C組織實施; 市A會同有關部門負責.
      if (entry.isJoining) list.join()
      if (entry.name && (isAgency(entry.name, place) || (isSure && CITY_BODY.test(fold(entry.name))))) {
        const name = withPrefix(entry.name, prefix, place)
        prefix = /^市./.test(name) ? '市' : prefix
        list.add(name, entry.ownRole)
        if (entry.aside) remarks.push(entry.aside)
      } else if (entry.name) {
        const isClass = COLLECTIVE.test(fold(entry.name))
        if (isClass || list.length > 0 || named.length > 0) remarks.push(entry.verb ? raw.trim() : entry.name)
        // A class of bodies, or a name that we cannot read, is still somebody: who stands beside it is not the only one.
        if (!NO_NAME.test(fold(entry.name))) list.open()
      }
      // `責任單位:市A牽頭,市B配合`: the verb says more than the label.
      if (entry.verb) list.settle(label && label !== 'responsible' ? label : entry.verb)
    }
    if (label) list.settle(label)
    else list.end()
  }
  return { named: settled(named), ...(remarks.length > 0 ? { remark: remarks.join(',') } : {}) }
}

/** Names that wait for the word that says their role; settled into `named`. */
function openList(named: Named[]) {
  let pending: { name: string; ownRole: SaidRole | undefined }[] = []
  let isOpen = false
  let isJoined = false
  return {
    get length() {
      return pending.length
    },
    add(name: string, ownRole: SaidRole | undefined) {
      pending.push({ name, ownRole })
    },
    open() {
      isOpen = true
    },
    join() {
      if (pending.length > 0) isOpen = true
      isJoined = pending.length === 0 && named.some(({ role }) => role === 'lead')
    },
    settle(role: SaidRole) {
      // 市A等: others share the duty though only one is named.
      const shared = isOpen && role === 'responsible' ? 'shared' : role
      const given = isJoined ? 'participant' : shared
      named.push(...pending.map(({ name, ownRole }) => ({ name, role: ownRole ?? given })))
      pending = []
      isJoined = false
    },
    /** Of a list without a word for its role: where one of it has a role of its own, the others are with it. */
    end() {
      if (pending.some(({ ownRole }) => ownRole)) this.settle('responsible')
    },
  }
}

interface Entry {
  name: string
  /** The role that words behind it give to it and the names before. */
  verb?: SaidRole
  /** The role that a bracket of its own gives to it alone. */
  ownRole?: SaidRole
  aside?: string
  /** It opens a list of those who take part: 會同市B. */
  isJoining: boolean
  isOpen: boolean
}

/** `等市C按職責分工負責`, `市A(牽頭)`: one entry of a list, with what is said behind the name. */
function readEntry(raw: string): Entry {
  const entry = raw.trim()
  const verb = verbOf(entry)
  const { head, bracket } = inBrackets(verb ? entry.slice(0, entry.length - verb.length) : entry)
  const bracketed = bracket === undefined ? undefined : (verbOf(bracket) ?? labelled(bracket))
  const isOpen = OPEN_ENDED.test(head) || (verb !== undefined && /^等/.test(entry.slice(-verb.length)))
  const joining = TOGETHER_WITH.exec(fold(head))?.[0].length ?? 0
  const name = head
    .slice(joining)
    .replace(/^(?:[^不原]{0,8}(?<!自)由(?=[市省])|由(?=.)|及|和|與|与)/, '')
    .replace(OPEN_ENDED, '')
    .trim()
  const isAlone = bracketed?.role === 'lead' || bracketed?.role === 'participant'
  const role = verb?.role ?? (isAlone ? undefined : bracketed?.role)
  const isAside = bracket !== undefined && !bracketed && !AGENCY_END.test(fold(bracket))
  return {
    name,
    isJoining: joining > 0,
    ...(role ? { verb: role } : {}),
    ...(isAlone ? { ownRole: bracketed.role } : {}),
    ...(isAside ? { aside: bracket } : {}),
    isOpen,
  }
}

/** A closing bracket behind the name of an agency: `市A(牽頭)`, `市A(知識產權局)`. */
function inBrackets(entry: string): { head: string; bracket?: string } {
  const [, head, bracket] = /^([^()（）【】]+)[(（【]([^()（）【】]+)[)）】]$/.exec(entry) ?? []
  if (head === undefined || bracket === undefined || !isAgency(head, '')) return { head: entry }
  return { head, bracket }
}

function withoutRole(entry: string): string {
  return readEntry(entry.trim().replace(/^[^:：]{2,8}[:：]/, '')).name
}

/** The label that `text` opens with (`責任單位:`, `【責任單位】`), and its length with the colon. */
function labelOf(text: string): { role: SaidRole; length: number } | undefined {
  const [opening = '', bracketed, plain] =
    /^(?:——)?(?:[【[]([^:：】\]]{2,8})[】\]][:：]?|([^:：]{2,8}?)\s*[:：])/.exec(text.trim()) ?? []
  const found = labelled(bracketed ?? plain ?? '')
  return found && { role: found.role, length: opening.length }
}

function labelled(words: string): { role: SaidRole } | undefined {
  return LABELS.find(({ pattern }) => pattern.test(fold(words)))
}

/** The words for a role that `text` ends in. */
function verbOf(text: string): { role: SaidRole; length: number } | undefined {
  const folded = fold(text)
  const found = VERBS.find(({ pattern }) => pattern.test(folded))
  return found && { role: found.role, length: folded.length - folded.search(found.pattern) }
}

const OPENING = '(（〔[【'
const CLOSING = ')）〕]】'

/** Splits at list marks, before a label and at `和`/`及` between names, but never inside a nested bracket. */
function tokensOf(segment: string): string[] {
  const found: string[] = []
  let depth = 0
  let token = ''
  for (const char of segment) {
    if (OPENING.includes(char)) depth++
    if (CLOSING.includes(char)) depth--
    if (depth === 0 && '、,，/'.includes(char)) {
      found.push(token)
      token = ''
    } else token += char
  }
  found.push(token)
  return found
    .flatMap((entry) =>
      entry.split(/(?<=[局委办辦])(?:(?:以?及|和|與|与)(?=[市省各])|(?=會同|会同|(?:聯合|联合)市))/),
    )
    .flatMap((entry) => entry.split(/\s+(?=[^\s:：]{2,8}[:：]|[市省各])/))
    .filter((entry) => entry.trim() !== '')
}

/** 不由市A負責: who is not meant. Folded. */
const NOBODY = /^(?:不|非|原)由/

function isAgency(token: string, place: string): boolean {
  const folded = fold(token)
  if (COLLECTIVE.test(folded) || NOBODY.test(folded) || folded.length < 2 || folded.length > LONGEST_NAME)
    return false
  const core = place ? folded.replace(fold(place), '市') : folded
  return AGENCY_END.test(core) && !/[,。:\s]/.test(core)
}

/** `各区（市）政府`, `各有关部门`. */
function isGovernment(token: string): boolean {
  return COLLECTIVE.test(fold(token)) || /^(?:各.*)?(?:政府|管委会)$/.test(fold(token))
}

function withPrefix(name: string, prefix: string | undefined, place: string): string {
  const placeName = place.replace(/[市縣县區区省]$/, '')
  const carriesPlace = placeName !== '' && fold(name).includes(fold(placeName))
  return prefix && !carriesPlace && TAKES_SHARED_PREFIX.test(fold(name)) ? prefix + name : name
}

/** Turns `responsible` into sole, shared or, beside a lead, participant. */
function settled(named: Named[]): { name: string; role: Role }[] {
  const hasLead = named.some(({ role }) => role === 'lead')
  const responsible = named.filter(({ role }) => role === 'responsible' || role === 'shared')
  return named.map(({ name, role }) => {
    if (role === 'lead' || role === 'participant') return { name, role }
    if (hasLead) return { name, role: 'participant' }
    return { name, role: role === 'responsible' && responsible.length === 1 ? 'sole' : 'shared' }
  })
}
