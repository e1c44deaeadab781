/**
 * What the staff pages say: one shape, filled by each language in a file of its own.
 */
import type { Answer, Lang, Outcome } from '../../../corpus/types.ts'
import type { NotApproved } from '../../staff/acts.ts'
import type { Headings } from '../../staff/export.ts'
import type { StandingApproval } from '../../staff/standing.ts'
import type { AuditEvent, Entrance, Feedback, StaffRole } from '../../store/store.ts'
import { EN } from './words-en.ts'
import { HANS } from './words-hans.ts'
import { HANT } from './words-hant.ts'

/** The pages that the navigation leads to. */
export type Section = 'usage' | 'unanswered' | 'conversations' | 'feedback' | 'approvals' | 'audit'

/** What was done just now. */
export type Deed = 'reviewed' | 'reopened' | 'approved' | 'withdrawn' | 'deleted'

export type Problem = 'not_found' | 'forbidden' | 'foreign' | 'store' | 'malformed'

export interface StaffWords {
  sections: Record<Section, string>
  navigation: string
  console: string
  signedIn: string
  signOut: string
  local: string
  token: string
  roles: Record<StaffRole, string>
  citizen: string
  chinaTime: string
  outcomes: Record<Outcome, string>
  modes: Record<Answer['mode'], string>
  entrances: Record<Entrance, string>
  ratings: Record<Feedback['rating'], string>
  deeds: Record<Deed, string>
  older: string
  first: string
  problems: Record<Problem, { title: string; text: string }>
  /** Up to so many milliseconds. */
  within(milliseconds: number): string
  slower(milliseconds: number): string
  usage: {
    range: string
    from: string
    to: string
    show: string
    last(days: number): string
    /** The days that are shown in place of them. */
    badRange(most: number, from: string, to: string): string
    /** Between the days and what is said of them. */
    colon: string
    open(questions: number): string
    openRated(answers: number): string
    openLink: string
    noneOpen(days: number): string
    none: string
    totals: string
    questions: string
    answered: string
    half: string
    most: string
    ratings: string
    tokens: string
    tokenShare(input: string, output: string): string
    perDay: string
    busiest(questions: string): string
    others: string
    numbers: string
    day: string
    share: string
    count: string
    byOutcome: string
    outcome: string
    byMode: string
    mode: string
    byLanguage: string
    language: string
    byEntrance: string
    entrance: string
    exportHeading: string
    exportText(from: string, to: string): string
    csv: string
    json: string
  }
  unanswered: {
    lead: string
    period: string
    state: string
    open: string
    done: string
    /** Of the page with those that are. */
    doneTitle: string
    show: string
    none: string
    noneDone: string
    summary(groups: number, questions: number): string
    times(count: number): string
    downVotes(count: number): string
    last: string
    review: string
    reviewAll(count: number): string
    reopen: string
    reopenAll(count: number): string
    approve: string
    approved: string
    partlyApproved: string
    lapsed: string
    conversation: string
    reviewedBy(name: string): string
    comment: string
    more(count: number): string
  }
  conversations: {
    lead: string
    none: string
    total(count: number): string
    turns(count: number): string
    last: string
  }
  conversation: {
    title: string
    back: string
    began: string
    turn(count: number): string
    askedAt: string
    asker: string
    entrance: string
    mode: string
    time: string
    milliseconds(count: string): string
    tokens: string
    rating: string
    reviewed: string
    details: string
    remove: string
  }
  remove: { title: string; text(turns: number): string; confirm: string; cancel: string }
  feedback: {
    lead: string
    all: string
    none: string
    total(count: number): string
    filter: string
    gone: string
    noComment: string
  }
  approvals: {
    lead: string
    add: string
    none: string
    inForce: string
    outOfForce: string
    reasons: Record<NonNullable<StandingApproval['reason']>, string>
    by(name: string): string
    withdraw: string
    renew: string
    clause: string
  }
  approve: {
    title: string
    lead: string
    question: string
    search: string
    searchHint: string
    find: string
    proposals: string
    none: string
    replaces(clause: string): string
    toPreview: string
    previewTitle: string
    previewLead: string
    preview(clause: string): string
    /** Warns of a question that names no subject. */
    pointsBack: string
    alsoReview(count: number): string
    approve: string
    chooseAgain: string
    problems: Record<NotApproved | 'no_choice', string>
  }
  audit: {
    lead: string
    none: string
    total(count: number): string
    answers(count: number): string
    days(from: string, to: string): string
    actions: Record<AuditEvent['action'], string>
  }
  /** Of the table that is exported. */
  columns: Headings
}

export const STAFF_WORDS: Record<Lang, StaffWords> = { 'zh-Hans': HANS, 'zh-Hant': HANT, en: EN }
