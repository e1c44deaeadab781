/**
 * Two small pages: the one for an address without a document, and the one that tries out the API.
 */
import { html } from 'hono/html'
import type { Lang } from '../../corpus/types.ts'
import { type Assets, assetUrl } from '../http/assets.ts'
import { type Html, homePath, layout } from './layout.ts'
import { STRINGS } from './strings.ts'

/** There is no such document; staff go back to the console. */
export function notFoundPage(lang: Lang, assets: Assets, isStaff = false): Html {
  const strings = STRINGS[lang]
  return layout({
    lang,
    title: `${strings.notFoundTitle} · ${strings.product}`,
    assets,
    scripts: [],
    inLanguage: (other) => `?lang=${other}`,
    isStaff,
    main: html`<main class="ask"><div class="hero">
<h1>${strings.notFoundTitle}</h1>
<p class="promise">${strings.notFound}</p>
<p class="back"><a href="${homePath(lang, isStaff)}">${strings.backToQuestions}</a></p>
</div></main>`,
  })
}

/** Swagger UI on /openapi.json; all of it from our own origin. */
export function docsPage(assets: Assets): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Policy assistant API</title>
<link rel="icon" href="${assetUrl(assets, 'icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetUrl(assets, 'swagger-ui.css')}">
<script src="${assetUrl(assets, 'swagger-ui-bundle.js')}" defer></script>
<script src="${assetUrl(assets, 'docs.js')}" defer></script>
</head>
<body>
<main id="swagger-ui"></main>
</body>
</html>`
}
