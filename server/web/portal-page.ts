/**
 * GET /portal: a sample of a government portal with the widget on it, and a plain form for browsers without scripts.
 *
 * Its law: it is a stranger's page. It has a style and a rem of its own, and knows of us what README tells a portal.
 */

import { html, raw } from 'hono/html'
import type { Lang } from '../../corpus/types.ts'
import { type Assets, assetUrl } from '../http/assets.ts'
import { LANG_NAMES } from './client/strings/answer.ts'
import { LANGS } from './language.ts'
import type { Html } from './layout.ts'
import { PORTAL_WORDS, type PortalWords } from './portal-words.ts'

/** The portal's blue, which the widget takes on. */
const COLOR = '#14539a'

/** On a grid of 24, in the order of the services. */
const SERVICE_ICONS = [
  'M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 12l2.2 2.2L15.5 10',
  'M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10zM12 10v5M9.5 12.5h5',
  'M4 11l8-6.5 8 6.5M6 9.5V19h12V9.5M10 19v-5h4v5',
  'M6 3.5h9l3.5 3.5V20.5H6zM9 9h4M9 13h6M9 16.5h6',
  'M12 5L2.5 9.5 12 14l9.5-4.5zM6 11.5V16c2 2 4 2.5 6 2.5s4-.5 6-2.5v-4.5',
  'M4 5.5h16v13H4zM8.5 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.5 16.5c.5-1.7 1.5-2.5 3-2.5s2.5.8 3 2.5M14.5 10h3M14.5 13.5h3',
  'M4 9.5L5.5 5h13L20 9.5M4 9.5a2.7 2.7 0 0 0 5.3 0 2.7 2.7 0 0 0 5.4 0 2.7 2.7 0 0 0 5.3 0M5.5 12v7.5h13V12',
  'M9 19a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM15 19a5 5 0 0 0 0-10M12.5 4.5L15 7l2.5-2.5',
]

/** The whole page. */
export function portalPage(lang: Lang, assets: Assets): Html {
  const words = PORTAL_WORDS[lang]
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${words.city}</title>
<link rel="icon" href="${assetUrl(assets, 'icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetUrl(assets, 'portal.css')}">
</head>
<body>
${masthead(words, lang)}
<main class="page">
${news(words, lang)}
${besides(words, lang)}
${services(words, lang)}
</main>
<footer class="foot"><div class="page">${words.footer.map((line) => html`<p>${line}</p>`)}</div></footer>
<script type="module" src="/widget.js" data-lang="${lang}" data-color="${COLOR}"></script>
</body>
</html>`
}

function masthead(words: PortalWords, lang: Lang): Html {
  return html`<header>
<p class="sample">${words.sample}</p>
<div class="page masthead">
<a class="city" href="/portal?lang=${lang}">${emblem()}<div><h1>${words.city}</h1><small lang="en">${words.cityBelow}</small></div></a>
<form class="search" role="search" action="/" method="get">
<input type="hidden" name="plain" value="1"><input type="hidden" name="lang" value="${lang}">
<input type="search" name="question" aria-label="${words.search}" placeholder="${words.searchHint}" maxlength="2000" required><button>${words.find}</button>
</form>
<p class="languages">${LANGS.map((other) => html`<a href="/portal?lang=${other}" lang="${other}" hreflang="${other}" ${other === lang ? raw('aria-current="true"') : ''}>${LANG_NAMES[other]}</a>`)}</p>
</div>
<nav class="menu" aria-label="${words.menu}"><ul class="page">
${words.pages.map((page, index) => html`<li><a href="${place(lang, index)}" ${index === 0 ? raw('aria-current="page"') : ''}>${page}</a></li>`)}
</ul></nav>
</header>`
}

function news(words: PortalWords, lang: Lang): Html {
  return html`<section class="news">
<a class="lead" href="${place(lang, 1)}">${lakeside()}<span class="caption"><b>${words.lead.title}</b><span>${words.lead.text}</span></span></a>
<div class="list">
${heading(words.newsHeading, words, lang)}
<ul>${words.news.map(({ title, day }) => html`<li><a href="${place(lang, 1)}">${title}</a><time>${day}</time></li>`)}</ul>
</div>
</section>`
}

function besides(words: PortalWords, lang: Lang): Html {
  return html`<aside class="besides">
<section class="ask">
<h2>${words.askHeading}</h2>
<p>${words.askText}</p>
<form action="/" method="get">
<input type="hidden" name="plain" value="1"><input type="hidden" name="lang" value="${lang}">
<input name="question" aria-label="${words.question}" maxlength="2000" required><button>${words.ask}</button>
</form>
</section>
<section class="policy">
${heading(words.policyHeading, words, lang)}
<ul>${words.subjects.map((subject) => html`<li><a href="${place(lang, 2)}">${subject}</a></li>`)}</ul>
</section>
<a class="hotline" href="tel:12345"><b>${words.hotline}</b><span>${words.hotlineText}</span></a>
</aside>`
}

function services(words: PortalWords, lang: Lang): Html {
  return html`<section class="services">
${heading(words.servicesHeading, words, lang)}
<ul>${words.services.map(
    (service, index) =>
      html`<li><a href="${place(lang, 3)}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SERVICE_ICONS[index]}"/></svg><span>${service}</span></a></li>`,
  )}</ul>
</section>`
}

function heading(text: string, { more }: PortalWords, lang: Lang): Html {
  return html`<div class="heading"><h2>${text}</h2><a href="${place(lang, 1)}">${more}<span class="unseen"> ${text}</span></a></div>`
}

/** Every link leads to this page again: a conversation has to outlive it. */
function place(lang: Lang, index: number): string {
  return index === 0 ? `/portal?lang=${lang}` : `/portal?lang=${lang}&section=${index}`
}

/** A hill over water, in a ring: the mark of a city that does not exist. */
function emblem(): Html {
  return html`<svg class="emblem" viewBox="0 0 64 64" aria-hidden="true"><circle cx="32" cy="32" r="30" class="disc"/><circle cx="32" cy="32" r="26" class="ring"/><path class="hill" d="M12 37L26 19l8 10 5-6 13 14z"/><path class="water" d="M12 42c4 0 4 3 8 3s4-3 8-3 4 3 8 3 4-3 8-3 4 3 8 3M17 48c4 0 4 3 7.5 3s4-3 7.5-3 4 3 7.5 3 4-3 7.5-3"/></svg>`
}

function lakeside(): Html {
  return html`<svg class="picture" viewBox="0 0 640 360" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><path class="sky" d="M0 0h640v360H0z"/><circle class="sun" cx="410" cy="92" r="38"/><path class="far" d="M0 205L90 130l70 52 96-92 108 104 74-60 92 70 110-62v200H0z"/><path class="near" d="M0 236c90-44 170-40 250-16s180 22 250-6 110-20 140-10v156H0z"/><path class="lake" d="M0 262c120-14 220 10 330 4s210-18 310-4v98H0z"/><path class="path" d="M0 338c130-50 250-12 360-34s190-34 280-22v18c-90-10-170 4-276 24S136 316 0 360z"/><path class="trees" d="M216 250v-30m0 0c-16 0-16-34 0-40 16 6 16 40 0 40zM264 246v-22m0 0c-12 0-12-26 0-31 12 5 12 31 0 31zM448 248v-26m0 0c-14 0-14-30 0-36 14 6 14 36 0 36z"/></svg>`
}
