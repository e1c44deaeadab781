/**
 * The icons, drawn on a grid of 24 with one stroke; they say nothing to screen readers, the words beside them do.
 */
import { svg, type TemplateResult } from 'lit'

const DRAWN = {
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  question: svg`<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.8v.2"/>`,
  blank: svg`<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>`,
  outside: svg`<circle cx="12" cy="12" r="9"/><path d="M5.7 5.7l12.6 12.6"/>`,
  chat: svg`<path d="M4 5h16v11H10l-4 4v-4H4z"/>`,
  warn: svg`<path d="M12 4l9 16H3zM12 10v5M12 17.3v.2"/>`,
  people: svg`<circle cx="9" cy="9" r="3"/><path d="M3.5 19c.5-3.5 2.7-5 5.5-5s5 1.5 5.5 5M15.5 6.3a3 3 0 0 1 0 5.4M17 14.3c2 .6 3.1 2.1 3.5 4.7"/>`,
  pen: svg`<path d="M4 20l1-4L16 5l3 3L8 19zM14 7l3 3"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>`,
  calendar: svg`<rect x="4" y="6" width="16" height="14" rx="1.5"/><path d="M4 10h16M8 3.5V7M16 3.5V7"/>`,
  shield: svg`<path d="M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z"/>`,
  gear: svg`<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1"/>`,
  copy: svg`<rect x="8" y="8" width="12" height="12" rx="1.5"/><path d="M16 8V4H4v12h4"/>`,
  up: svg`<path d="M7 11v9H4v-9zM7 11l4-7c1.7 0 2.5 1 2.2 2.6L12.5 10H18c1.4 0 2.2 1 1.9 2.3l-1.4 6c-.3 1.1-1 1.7-2.1 1.7H7"/>`,
  down: svg`<path d="M17 13V4h3v9zM17 13l-4 7c-1.7 0-2.5-1-2.2-2.6l.7-3.4H6c-1.4 0-2.2-1-1.9-2.3l1.4-6C5.8 4.6 6.5 4 7.6 4H17"/>`,
  send: svg`<path d="M12 19V5M6 11l6-6 6 6"/>`,
  stop: svg`<rect x="7" y="7" width="10" height="10" rx="1"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  search: svg`<circle cx="11" cy="11" r="6"/><path d="M15.5 15.5L20 20"/>`,
  trash: svg`<path d="M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13"/>`,
  book: svg`<path d="M12 6c-2-1.3-4.5-1.7-8-1.7v13.5c3.5 0 6 .4 8 1.7 2-1.3 4.5-1.7 8-1.7V4.3c-3.5 0-6 .4-8 1.7zM12 6v13.5"/>`,
  table: svg`<rect x="4" y="5" width="16" height="14" rx="1"/><path d="M4 10h16M4 14.5h16M10 5v14"/>`,
  building: svg`<path d="M4 20h16M6 20V9l6-4 6 4v11M10 20v-5h4v5M9.5 11h.01M14.5 11h.01"/>`,
  moon: svg`<path d="M19 14.5A8 8 0 0 1 9.5 5 8 8 0 1 0 19 14.5z"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4"/>`,
  auto: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>`,
  larger: svg`<path d="M3 18l5-12 5 12M4.7 14h6.6M17 9v8M13.5 13h7"/>`,
  smaller: svg`<path d="M3 18l5-12 5 12M4.7 14h6.6M14 13h7"/>`,
  keyboard: svg`<rect x="3" y="6" width="18" height="12" rx="1.5"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,
  download: svg`<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"/>`,
  arrow: svg`<path d="M5 12h14M13 6l6 6-6 6"/>`,
  back: svg`<path d="M19 12H5M11 6l-6 6 6 6"/>`,
  external: svg`<path d="M13 5h6v6M19 5l-9 9M17 14v5H5V7h5"/>`,
  ticket: svg`<path d="M4 7h16v3.5a1.5 1.5 0 0 0 0 3V17H4v-3.5a1.5 1.5 0 0 0 0-3zM14 7v10"/>`,
  phone: svg`<path d="M6 4h3.5l1.5 4.5-2 1.5c1 2.2 2.8 4 5 5l1.5-2L20 14.5V18c0 1.1-.9 2-2 2C10.8 19.5 4.5 13.2 4 6c0-1.1.9-2 2-2z"/>`,
}

export type IconName = keyof typeof DRAWN

/** An icon as high as the text around it. */
export function icon(name: IconName): TemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${DRAWN[name]}</svg>` as TemplateResult
}
