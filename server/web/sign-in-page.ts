/**
 * GET /sign-in: where staff sign in, and where they are told why they are not. Works without script.
 */
import { html } from 'hono/html'
import type { Lang } from '../../corpus/types.ts'
import type { Assets } from '../http/assets.ts'
import { type Html, layout } from './layout.ts'
import { SIGN_IN_STRINGS, type SignInNews, type SignInStrings } from './sign-in-strings.ts'
import { STRINGS } from './strings.ts'

export interface SignInPage {
  lang: Lang
  assets: Assets
  /** Ways to sign in; without any the page says so. */
  ways: { token: boolean; provider: boolean }
  /** A path of ours. */
  returnTo: string
  news?: SignInNews
  /** Where the news is `no_role`. */
  claim?: string
  /** Where the news is `throttled`. */
  seconds?: number
  /** Where to sign out of the identity provider too. */
  endUrl?: string
}

/** The whole page. */
export function signInPage(page: SignInPage): Html {
  const { lang, assets, ways, returnTo } = page
  const say = SIGN_IN_STRINGS[lang]
  const isOpen = ways.token || ways.provider
  const title = isOpen ? say.title : say.notSetUpTitle
  return layout({
    lang,
    title: `${title} · ${STRINGS[lang].product}`,
    assets,
    scripts: [],
    inLanguage: (other) => `/sign-in?${new URLSearchParams({ return: returnTo, lang: other })}`,
    main: html`<main class="ask sign-in"><div class="hero">
<h1>${title}</h1>
<p class="promise">${isOpen ? say.promise : say.notSetUp}</p>
</div>
${newsOf(page, say)}
${ways.provider ? providerLink(page, say) : ''}
${ways.provider && ways.token ? html`<p class="or">${say.or}</p>` : ''}
${ways.token ? tokenForm(page, say) : ''}
<p class="back"><a href="${askPath(page)}">${say.ask}</a></p>
</main>`,
  })
}

/** The plain form, with the question that somebody wanted to ask behind the sign-in. */
function askPath({ lang, returnTo }: SignInPage): string {
  const { pathname, searchParams } = new URL(returnTo, 'http://own.invalid')
  const question = pathname === '/' ? searchParams.get('question') : null
  return `/?${new URLSearchParams({ plain: '1', ...(question ? { question } : {}), lang })}`
}

function newsOf({ news, claim, seconds, endUrl }: SignInPage, say: SignInStrings): Html | string {
  if (!news) return ''
  const more = [
    ...(claim === undefined ? [] : [say.noRole(claim)]),
    ...(seconds === undefined ? [] : [say.wait(seconds)]),
  ]
  const isGood = news === 'signed_out'
  return html`<p class="${isGood ? 'news' : 'problem'}" role="${isGood ? 'status' : 'alert'}">${[say.news[news], ...more].join(' ')}</p>
${endUrl ? html`<p class="back"><a href="${endUrl}">${say.atProvider}</a></p>` : ''}`
}

/** A link and no form: browsers hold what a form leads to against `form-action`, and the provider is elsewhere. */
function providerLink({ lang, returnTo }: SignInPage, say: SignInStrings): Html {
  const address = `/sign-in/oidc?${new URLSearchParams({ return: returnTo, lang })}`
  return html`<p class="box"><a class="primary" href="${address}">${say.withProvider}</a></p>`
}

function tokenForm({ lang, returnTo, news }: SignInPage, say: SignInStrings): Html {
  const wrong = news === 'wrong_token' ? html` aria-invalid="true"` : ''
  return html`<form method="post" action="/sign-in?lang=${lang}" class="box">
<input type="hidden" name="return" value="${returnTo}">
<label for="token">${say.token}</label>
<div class="field">
<input type="password" id="token" name="token" maxlength="1000" autocomplete="current-password" required${wrong}>
<button class="primary">${say.signIn}</button>
</div>
</form>`
}
