/**
 * The frame of every staff page: where one can go, who is signed in, what was done just now.
 */
import { html } from 'hono/html'
import type { Lang } from '../../../corpus/types.ts'
import { LOCAL_STAFF, mayActAs, type Staff, TOKEN_STAFF } from '../../access/staff.ts'
import type { Assets } from '../../http/assets.ts'
import { type Html, layout } from '../layout.ts'
import { STRINGS } from '../strings.ts'
import type { Deed, Section, StaffWords } from './words.ts'

/** What every staff page takes from the request that asked for it. */
export interface Visit {
  lang: Lang
  words: StaffWords
  assets: Assets
  staff: Staff
  /** False where nobody signed in, since there is no sign-in. */
  maySignOut: boolean
  /** Of the page, without its language. */
  address: { path: string; query: Record<string, string> }
  done?: Deed
  /** The answer that somebody goes on with. */
  at?: string
}

interface Content {
  title: string
  /** Whose page it is, or under which it lies. */
  section?: Section
  main: Html
}

const PATHS: Record<Section, string> = {
  usage: '/staff',
  unanswered: '/staff/unanswered',
  conversations: '/staff/conversations',
  feedback: '/staff/feedback',
  approvals: '/staff/approvals',
  audit: '/staff/audit',
}
const SECTIONS = Object.keys(PATHS) as Section[]
/** The others are for everybody who is staff. */
const FOR_ADMINS: Section[] = ['audit']

/** The whole page. */
export function staffPage(visit: Visit, { title, section, main }: Content): Html {
  const { lang, words, assets, address, done } = visit
  return layout({
    lang,
    title: `${title} · ${STRINGS[lang].product}`,
    assets,
    styles: ['staff.css'],
    scripts: [],
    isStaff: true,
    inLanguage: (other) => hrefIn(other, address.path, address.query),
    main: html`<div class="staff-bar">
<nav class="staff-nav" aria-label="${words.navigation}"><ul>
${SECTIONS.filter((one) => !FOR_ADMINS.includes(one) || mayActAs(visit.staff.role, 'admin')).map((one) => sectionLink(one, section, visit))}
</ul></nav>
${account(visit)}
</div>
<main class="staff">
<h1>${title}</h1>
${done ? html`<p class="done" role="status">${words.deeds[done]}</p>` : ''}
${main}
${section === undefined ? '' : html`<p class="note times">${words.chinaTime}</p>`}
</main>`,
  })
}

/** The address of a page in this language. */
export function hrefIn(lang: Lang, path: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `${path}?${new URLSearchParams([...given, ['lang', lang]])}`
}

/** What forms carry along. */
export function hidden(fields: Record<string, string | undefined>): Html[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  )
}

/** Before the subjects of whoever signed in at the identity provider. */
const OF_PROVIDER = /^oidc:/

/** How somebody is called on the pages: by the subject that the store knows, or by `name` where that is known. */
export function nameOf(subject: string, words: StaffWords, name = subject): string {
  const names = new Map([
    ['citizen', words.citizen],
    [LOCAL_STAFF.subject, words.local],
    [TOKEN_STAFF.subject, words.token],
  ])
  return names.get(subject) ?? name.replace(OF_PROVIDER, '')
}

function sectionLink(one: Section, here: Section | undefined, { lang, words }: Visit): Html {
  const current = one === here ? html` aria-current="page"` : ''
  return html`<li><a href="${hrefIn(lang, PATHS[one])}"${current}>${words.sections[one]}</a></li>`
}

function account({ lang, words, staff, maySignOut }: Visit): Html {
  const name = nameOf(staff.subject, words, staff.name)
  return html`<section class="account" aria-label="${words.signedIn}">
<a href="/?lang=${lang}">${words.console}</a>
<p>${name} <span class="role">${words.roles[staff.role]}</span></p>
${maySignOut ? html`<form method="post" action="/sign-out?lang=${lang}"><button>${words.signOut}</button></form>` : ''}
</section>`
}
