/**
 * Who is signed in, with the ways to the staff pages and out; and what is said when the session has ended.
 */
import { html, nothing, type TemplateResult } from 'lit'
import type { Lang } from '../../../../corpus/types.ts'
import { icon } from '../common/icons.ts'
import type { ConsoleStrings, StaffRole } from '../strings/console.ts'

/** The member of staff whom the page was given to. */
export interface GivenStaff {
  /** Tells them from others who use this browser, and nothing else about them. */
  id?: string
  name: string
  role: StaffRole
  /** False where the console is open to whoever sits at the machine: there nobody has signed in. */
  canSignOut: boolean
}

/** The name of whoever came with STAFF_TOKEN, which names no person. */
const BY_TOKEN = 'token'

/** One line, for the head or for the left column. */
export function staffLine({ name, role, canSignOut }: GivenStaff, say: ConsoleStrings, lang: Lang) {
  const { staff } = say
  return html`<div class="staff" role="group" aria-label=${staff.label}>
    <a class="staff-pages" href="/staff?lang=${lang}">${icon('gear')}<span>${staff.pages}</span></a>
    ${canSignOut ? signedIn(name === BY_TOKEN ? staff.byToken : name, staff.roles[role], staff.signOut, lang) : nothing}
  </div>`
}

/** A form, and not a link: nothing that is only looked at may end a session. */
function signedIn(name: string, role: string, signOut: string, lang: Lang): TemplateResult {
  return html`<span class="staff-name" title="${name} · ${role}"><span lang="">${name}</span><span class="visually-hidden"> · ${role}</span></span>
    <form method="post" action="/sign-out?lang=${lang}"><button class="quiet">${signOut}</button></form>`
}

/** The session has ended: what can still be done, and the way back in. */
export function sessionEnded({ staff }: ConsoleStrings, lang: Lang, leave: () => void): TemplateResult {
  return html`<p class="session-ended">${icon('warn')}<span>${staff.ended}</span>
    <a href="/sign-in?return=/&lang=${lang}" @click=${leave}>${staff.signIn}</a></p>`
}
