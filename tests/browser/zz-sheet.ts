import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
const [, , chrome, out, ...names] = process.argv
const browser = await chromium.launch({ executablePath: chrome })
const page = await browser.newPage({ viewport: { width: 1800, height: 600 } })
await page.setContent(`<body style="margin:0;background:#888;display:flex;align-items:flex-start;gap:8px;width:max-content">${names.map((n) => `<img src="data:image/png;base64,${readFileSync(`/tmp/shots/${n}.png`).toString('base64')}">`).join('')}`)
await page.waitForTimeout(200)
await page.locator('body').screenshot({ path: out })
await browser.close()
