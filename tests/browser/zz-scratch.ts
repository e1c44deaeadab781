import { chromium } from 'playwright-core'
import { serveProduct } from './served.ts'
const served = await serveProduct({})
const browser = await chromium.launch({ executablePath: process.argv[2] })
const only = process.argv[3]
const cases: [string, number, number, boolean, string, boolean, number][] = [
  ['z320x256', 320, 256, true, 'zh-Hans', false, 16],
  ['z320x256-elder', 320, 256, true, 'zh-Hans', true, 16],
  ['z320x256-en-elder', 320, 256, true, 'en', true, 16],
  ['z320x480-en-elder', 320, 480, true, 'en', true, 16],
  ['z320x480', 320, 480, true, 'zh-Hans', false, 16],
  ['z360x740', 360, 740, true, 'zh-Hans', false, 16],
  ['z360x740-en-elder', 360, 740, true, 'en', true, 16],
  ['z360x640-en-elder', 360, 640, true, 'en', true, 16],
  ['z360x740-double', 360, 740, true, 'zh-Hans', false, 32],
  ['z360x740-double-en-elder', 360, 740, true, 'en', true, 32],
  ['z1280x800', 1280, 800, false, 'zh-Hans', false, 16],
  ['z1280x800-en', 1280, 800, false, 'en', false, 16],
  ['z1280x800-en-elder', 1280, 800, false, 'en', true, 16],
  ['z1280x800-double-elder', 1280, 800, false, 'zh-Hans', true, 32],
  ['z600x400-en-elder', 600, 400, true, 'en', true, 16],
]
for (const [name, width, height, touch, lang, elder, size] of cases) {
  if (only && !name.match(new RegExp(only))) continue
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Page.setFontSizes', { fontSizes: { standard: size } })
  await page.goto(`${served.url}/portal?lang=${lang}`)
  if (elder) { await page.evaluate(() => localStorage.setItem('policy-chat:elder', 'true')); await page.reload() }
  await page.locator('policy-chat .launcher').waitFor()
  await page.screenshot({ path: `/tmp/shots/${name}-0.png` })
  await page.locator('policy-chat .launcher').click()
  await page.locator('policy-chat textarea').waitFor()
  await page.waitForTimeout(250)
  await page.screenshot({ path: `/tmp/shots/${name}-1.png` })
  await page.locator('policy-chat textarea').first().fill(lang === 'en' ? 'Who is responsible for fire safety?' : '谁负责消防安全')
  await page.locator('policy-chat textarea').first().press('Enter')
  await page.locator('policy-chat .actions').waitFor()
  await page.screenshot({ path: `/tmp/shots/${name}-2.png` })
  const sizes = await page.evaluate(() => { const r = document.querySelector('policy-chat')!.shadowRoot!; const h = (s: string) => Math.round(r.querySelector(s)!.getBoundingClientRect().height); return { stream: h('.stream'), bar: h('.bar'), tools: h('.tools'), foot: h('.foot'), panel: h('.panel') } })
  await page.locator('policy-chat .clear').click()
  await page.screenshot({ path: `/tmp/shots/${name}-3.png` })
  await page.locator('policy-chat .sure').click()
  await page.locator('policy-chat .panel').evaluate((p) => { p.scrollTop = p.scrollHeight })
  await page.screenshot({ path: `/tmp/shots/${name}-4.png` })
  console.log(name, JSON.stringify(sizes))
  await context.close()
}
await browser.close()
await served.close()
process.exit(0)
