/**
 * The widget: one element for any page, whose launcher opens the panel. An entry: /widget.js.
 *
 * Its law: it shares no code with other entries and finds the panel by a name that never changes, so that a copy
 * that a browser kept through a deployment still works.
 */
import type { Answer, Lang } from '../../../corpus/types.ts'
import type { Panel } from './panel.ts'
import { WIDGET_STRINGS } from './strings/widget.ts'
import { showFailure, showOpening } from './widget/widget-failure.ts'
import { type Fit, fitToScreen, keepFocusIn } from './widget/widget-fit.ts'
import { buildFrame, type Frame, measureText, paint } from './widget/widget-frame.ts'
import { keepElder, keepLang, keepOpen, keptElder, keptLang, keptOpen } from './widget/widget-memory.ts'
import { type Options, readOptions } from './widget/widget-options.ts'
import styles from './widget.css?inline'

/** What scripts of the portal may call. */
export interface PolicyChatApi {
  open(): void
  close(): void
  toggle(): void
  ask(question: string): void
  lang: Lang
}

declare global {
  interface Window {
    PolicyChat?: PolicyChatApi
  }
}

const NAME = 'policy-chat'
const ADDRESS = import.meta.url
/** Of the server that the script came from, without a closing slash. */
const BASE = ADDRESS.replace(/[?#].*$/, '').replace(/\/(?:assets\/)?[^/]*$/, '')
/** After this time the reader is told, though the panel may still come. */
const SLOW_MS = 10_000
/** Its languages by name: what a script of the portal says may be the name of anything. */
const LANGS = Object.keys(WIDGET_STRINGS)

class PolicyChat extends HTMLElement {
  declare private options: Options
  declare private frame: Frame
  declare private fit: Fit
  declare private panel: Panel | undefined
  declare private chosen: Lang
  declare private tries: number
  declare private loading: boolean
  declare private wantsFocus: boolean
  /** Questions asked before the panel was there, in order. */
  declare private waiting: string[]

  /** Takes its place on the page. Fields are set here: declared with values, old browsers need a helper for them. */
  start(options: Options): void {
    this.options = options
    this.tries = 0
    this.loading = false
    this.wantsFocus = false
    this.waiting = []
    this.chosen = keptLang(options.lang) ?? options.lang
    this.frame = buildFrame(this, options, styles, `${BASE}/assets/widget.css`)
    const { launcher, dialog } = this.frame
    launcher.addEventListener('click', () => this.open())
    dialog.addEventListener('keydown', (event) => this.press(event))
    this.fit = fitToScreen(this, dialog, () => this.panel?.draw())
    this.setElder(keptElder() ?? options.elder)
    this.say()
    takePlace(this)
    measureText(this)
    // Never over the whole of a page that somebody has only just come to.
    if ((keptOpen() ?? options.open) && !this.fit.isFull()) this.open({ quietly: true })
  }

  /** Put back where the portal had taken it away, open or closed as it was. */
  connectedCallback(): void {
    if (!this.frame || this.frame.dialog.hidden) return
    this.fit.set(true)
    this.panel?.draw()
    if (this.fit.isFull()) this.focusIn()
  }

  /** Pages that draw themselves anew throw everything away. Put back at once, it would fight a script that watches. */
  disconnectedCallback(): void {
    if (!this.frame) return
    this.fit.set(false)
    window.setTimeout(() => takePlace(this))
  }

  open({ quietly = false } = {}): void {
    const { launcher, dialog } = this.frame
    takePlace(this)
    const opening = dialog.hidden
    dialog.hidden = false
    launcher.hidden = true
    this.fit.set(true)
    this.wantsFocus = !quietly
    if (this.panel) this.panel.opened()
    else this.load()
    if (!quietly) this.focusIn()
    if (!opening) return
    keepOpen(true)
    this.tell('open')
  }

  close(): void {
    const { launcher, dialog, root } = this.frame
    if (dialog.hidden) return
    const focused = dialog.contains((root.getRootNode() as ShadowRoot).activeElement)
    dialog.hidden = true
    launcher.hidden = false
    this.fit.set(false)
    if (focused) launcher.focus()
    keepOpen(false)
    this.tell('close')
  }

  toggle(): void {
    if (this.frame.dialog.hidden) this.open()
    else this.close()
  }

  ask(question: string): void {
    this.waiting.push(question)
    this.open()
    this.askWaiting()
  }

  get language(): Lang {
    return this.chosen
  }

  setLanguage(lang: Lang): void {
    if (LANGS.indexOf(lang) < 0) return
    this.chosen = lang
    keepLang(this.options.lang, lang)
    this.say()
    this.panel?.draw()
  }

  private setElder(on: boolean): void {
    this.toggleAttribute('data-elder', on)
    if (this.options.color) paint(this, this.options.color, on)
    this.panel?.draw()
  }

  private say(): void {
    const { root, label, dialog } = this.frame
    const say = WIDGET_STRINGS[this.chosen]
    root.lang = this.chosen
    label.textContent = say.launcher
    dialog.setAttribute('aria-label', this.options.title ?? say.title)
  }

  private async load(): Promise<void> {
    if (this.loading) return
    const { dialog } = this.frame
    const close = () => this.close()
    const fail = () => {
      // Browsers keep a failed import by its address.
      this.tries += 1
      this.loading = false
      const say = WIDGET_STRINGS[this.chosen]
      const wholePage = `${BASE}/?plain=1&lang=${this.chosen}`
      showFailure(dialog, say, close, { wholePage, retry: () => this.load() })
    }
    this.loading = true
    showOpening(dialog, WIDGET_STRINGS[this.chosen], close)
    const slow = window.setTimeout(fail, SLOW_MS)
    try {
      const address = `${BASE}/assets/panel.js${this.tries === 0 ? '' : `?try=${this.tries}`}`
      const { mountPanel } = (await import(/* @vite-ignore */ address)) as typeof import('./panel.ts')
      if (this.panel) return
      this.panel = mountPanel(this.panelHost())
      if (this.wantsFocus) this.focusIn()
      this.askWaiting()
    } catch (error) {
      console.error('[policy-chat]', error)
      if (!this.panel) fail()
    } finally {
      clearTimeout(slow)
      this.loading = false
    }
  }

  private panelHost() {
    return {
      base: BASE,
      options: this.options,
      dialog: this.frame.dialog,
      lang: () => this.chosen,
      words: () => WIDGET_STRINGS[this.chosen],
      setLang: (lang: Lang) => this.setLanguage(lang),
      isElder: () => this.hasAttribute('data-elder'),
      setElder: (on: boolean) => {
        keepElder(on)
        this.setElder(on)
      },
      close: () => this.close(),
      answered: (answer: Answer) => this.tell('answer', answer),
    }
  }

  private askWaiting(): void {
    if (!this.panel) return
    // One at a time: while the first is answered, the panel keeps the next in its box.
    for (const question of this.waiting.splice(0)) this.panel.ask(question)
  }

  private focusIn(): void {
    if (this.frame.dialog.hidden) return
    if (this.panel) this.panel.focus()
    else this.frame.dialog.focus()
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Tab' && this.fit.isFull()) keepFocusIn(this.frame.dialog, event)
    if (event.key === 'Escape' && !event.defaultPrevented && !this.panel?.escape()) this.close()
  }

  private tell(name: string, detail?: Answer): void {
    this.dispatchEvent(new CustomEvent(`${NAME}:${name}`, { bubbles: true, composed: true, detail }))
  }
}

/** Once for a page, however often the script stands in it. */
if (!customElements.get(NAME)) {
  customElements.define(NAME, PolicyChat)
  const tag = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].find(
    ({ src }) => src === ADDRESS,
  )
  const { options, wrong } = readOptions({ ...tag?.dataset }, document.documentElement.lang)
  if (wrong.length > 0) console.warn(`[policy-chat] ignored: ${wrong.join('; ')}`)
  const start = () => place(document.createElement(NAME) as PolicyChat, options)
  if (document.body) start()
  else addEventListener('DOMContentLoaded', start, { once: true })
}

/** Beside the body, not in it: a filter or a transform there, as on days of mourning, would carry the launcher off. */
function takePlace(widget: PolicyChat): void {
  if (!widget.isConnected) document.documentElement.append(widget)
}

function place(widget: PolicyChat, options: Options): void {
  widget.start(options)
  window.PolicyChat = {
    open: () => widget.open(),
    close: () => widget.close(),
    toggle: () => widget.toggle(),
    ask(question) {
      if (typeof question === 'string') widget.ask(question)
      else console.warn('[policy-chat] ignored: ask() takes a text')
    },
    get lang() {
      return widget.language
    },
    set lang(lang) {
      widget.setLanguage(lang)
    },
  }
}
