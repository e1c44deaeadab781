/**
 * The frame of every page: head, product name, language switch.
 */

import { html } from 'hono/html'
import type { Lang } from '../../corpus/types.ts'
import { type Assets, assetUrl } from '../http/assets.ts'
import { LANG_NAMES } from './client/strings/answer.ts'
import { LANGS } from './language.ts'
import { STRINGS } from './strings.ts'

export type Html = ReturnType<typeof html>

interface Frame {
  lang: Lang
  title: string
  assets: Assets
  /** Style sheets among the assets, by name, beside the one of all pages. */
  styles?: string[]
  /** Scripts among the assets, by name; the page works without them. */
  scripts: string[]
  /** The same page in another language. */
  inLanguage(lang: Lang): string
  main: Html
  /** True for staff, who begin at the console; everybody else begins at the plain form. */
  isStaff?: boolean
  /** Takes the place of the page in browsers that run it; the page stays for all others. */
  app?: App
}

/** boot.js chooses between its style sheet and the plain page's before anything is drawn. */
interface App {
  /** Its script and style sheet among the assets, without their endings. */
  name: string
  element: Html
}

/** Where the product begins: a public page must not lead citizens to the sign-in, behind which the console is. */
export function homePath(lang: Lang, isStaff = false): string {
  return isStaff ? `/?lang=${lang}` : `/?plain=1&lang=${lang}`
}

/** A whole page around `main`. */
export function layout(frame: Frame): Html {
  const { lang, title, assets, styles = [], scripts, inLanguage, main, isStaff, app } = frame
  const strings = STRINGS[lang]
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="${assetUrl(assets, 'icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetUrl(assets, 'site.css')}" id="plain-style">
${styles.map((name) => html`<link rel="stylesheet" href="${assetUrl(assets, name)}">`)}
${app ? html`<link rel="stylesheet" href="${assetUrl(assets, `${app.name}.css`)}" id="app-style" media="not all">` : ''}
<script src="${assetUrl(assets, 'boot.js')}"></script>
${app ? html`<script type="module" src="${assetUrl(assets, `${app.name}.js`)}"></script>` : ''}
${scripts.map((name) => html`<script type="module" src="${assetUrl(assets, name)}"></script>`)}
</head>
<body>
${app ? app.element : ''}
<div id="plain">
<header class="masthead">
<a class="product" href="${homePath(lang, isStaff)}"><img src="${assetUrl(assets, 'icon.svg')}" alt="" width="24" height="24">${strings.product}</a>
<nav class="languages" aria-label="${strings.languages}">
${LANGS.map((other) =>
  other === lang
    ? html`<a href="${inLanguage(other)}" lang="${other}" hreflang="${other}" aria-current="true">${LANG_NAMES[other]}</a>`
    : html`<a href="${inLanguage(other)}" lang="${other}" hreflang="${other}">${LANG_NAMES[other]}</a>`,
)}
</nav>
</header>
${main}
</div>
</body>
</html>`
}
