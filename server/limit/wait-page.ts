/**
 * The page for a reader who has asked too often: for how long to wait, and the way back to the same address.
 */
import { html } from 'hono/html'
import type { Lang } from '../../corpus/types.ts'
import type { Assets } from '../http/assets.ts'
import { type Html, layout } from '../web/layout.ts'
import { STRINGS } from '../web/strings.ts'
import { LIMIT_STRINGS } from './strings.ts'

/** `address` is what the reader asked for, path and query. */
export function waitPage(lang: Lang, assets: Assets, seconds: number, address: string): Html {
  const strings = LIMIT_STRINGS[lang]
  return layout({
    lang,
    title: `${strings.title} · ${STRINGS[lang].product}`,
    assets,
    scripts: [],
    inLanguage: (other) => inLanguage(address, other),
    main: html`<main class="ask"><div class="hero">
<h1>${strings.title}</h1>
<p class="promise">${strings.wait(seconds)}</p>
<p class="back"><a href="${address}">${strings.again}</a></p>
</div></main>`,
  })
}

function inLanguage(address: string, lang: Lang): string {
  const [path = '', query = ''] = address.split(/\?(.*)/s)
  const asked = new URLSearchParams(query)
  asked.set('lang', lang)
  return `${path}?${asked}`
}
