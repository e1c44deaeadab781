/*
 * Before anything is drawn: puts on the look that the reader chose, and on the page of the console decides whether
 * this browser runs it; otherwise the plain form stays.
 * Written for every browser there is. Loaded in the head of the page, after its style sheets.
 */
;(function () {
  var root = document.documentElement
  var styles = { plain: document.getElementById('plain-style'), app: document.getElementById('app-style') }

  function show(app) {
    root.className = app ? 'scripted' : ''
    styles.plain.media = app ? 'not all' : 'all'
    styles.app.media = app ? 'all' : 'not all'
  }

  function isRunning() {
    return !!customElements.get('policy-console')
  }

  function fallBack(event) {
    var target = event.target
    if (!isRunning() && (target === window || (target && target.tagName === 'SCRIPT'))) show(false)
  }

  function prefer() {
    var kept
    try {
      kept = JSON.parse(localStorage.getItem('policy-chat:preferences') || '{}')
      if (kept.theme === 'dark' || kept.theme === 'light') root.setAttribute('data-theme', kept.theme)
      if (kept.textSize > 100) root.style.fontSize = kept.textSize + '%'
    } catch (_error) {
      return
    }
  }

  var runs = 'noModule' in document.createElement('script') && window.customElements && window.ResizeObserver
  if (!runs || !Promise.allSettled) return
  prefer()
  if (!styles.app) return
  show(true)
  addEventListener('error', fallBack, true)
  addEventListener('load', function () {
    if (!isRunning()) show(false)
  })
})()
