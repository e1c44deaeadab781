/*
 * Asks without leaving the page: posts to /api/chat and builds the answer as server/web/answer-card.ts does.
 * Text enters the page as text only.
 */
const main = document.getElementById('ask')
const form = document.getElementById('question-form')
const field = document.getElementById('question')
const status = document.getElementById('status')
const problem = document.getElementById('problem')
const thread = document.getElementById('thread')
const say = JSON.parse(main.dataset.strings)
const scripts = JSON.parse(main.dataset.scripts)
const pageLang = document.documentElement.lang

const MAX_TURNS = 10
const MAX_TURN = 4000
const turns = []

const hidden = { className: 'visually-hidden', lang: pageLang }

async function ask(question) {
  if (!question || main.getAttribute('aria-busy') === 'true') return
  setBusy(true)
  problem.textContent = ''
  try {
    const response = await fetch('/api/chat', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ question, history: turns.slice(-2 * MAX_TURNS) }),
    })
    if (!response.ok) throw new Error(String(response.status))
    show(await response.json())
    field.value = ''
  } catch {
    field.value = question
    problem.textContent = say.failed
  } finally {
    setBusy(false)
  }
}

function setBusy(busy) {
  main.setAttribute('aria-busy', String(busy))
  status.textContent = busy ? say.asking : ''
}

function show(answer) {
  remember(answer.question, answer.answer)
  main.classList.add('answered')
  const card = answerCard(answer)
  thread.prepend(card)
  card.tabIndex = -1
  card.focus({ preventScroll: true })
  const box = form.getBoundingClientRect()
  if (box.top < 0) form.scrollIntoView({ block: 'start' })
}

function remember(question, answer) {
  turns.push({ role: 'user', content: question.slice(0, MAX_TURN) })
  turns.push({ role: 'assistant', content: answer.slice(0, MAX_TURN) })
}

function answerCard(answer) {
  const cited = (numbers) => numbers.flatMap((n) => answer.citations.filter((citation) => citation.n === n))
  const statements = answer.statements.map(({ text, citations }, i) =>
    element('p', { className: i === 0 ? 'lead' : '' }, `${text} `, ...cited(citations).flatMap(chip)),
  )
  return element(
    'article',
    { className: 'answer', lang: answer.lang },
    element('p', { className: 'asked' }, element('span', hidden, `${say.asked} `), answer.question),
    ...statements,
    answer.notices.length > 0 && notices(answer.notices),
    answer.citations.length > 0 && evidence(answer.citations),
    answer.suggestions.length > 0 && suggestions(answer.suggestions),
    answer.aiLabel && element('p', { className: 'ai-label' }, answer.aiLabel),
  )
}

function chip(citation) {
  const label = element('span', { lang: scriptOf(citation) }, citation.label)
  return [element('a', { className: 'chip', href: placeOf(citation) }, `[${citation.n}] `, label), ' ']
}

function scriptOf({ documentId }) {
  return scripts[documentId] ?? 'zh'
}

function notices(all) {
  const section = element(
    'section',
    { className: 'notices' },
    ...all.map(({ text }) => element('p', {}, text)),
  )
  section.setAttribute('aria-label', say.notices)
  return section
}

function evidence(citations) {
  const oneDocument = new Set(citations.map(({ documentId }) => documentId)).size === 1
  const items = citations.map((citation) =>
    element(
      'li',
      {},
      element(
        'p',
        { className: 'place', lang: scriptOf(citation) },
        element('span', { className: 'number' }, `[${citation.n}]`),
        ' ',
        element('strong', {}, citation.label),
        ` ${citation.path.join(' › ')}`,
      ),
      element('blockquote', { lang: scriptOf(citation) }, citation.quote),
      element(
        'p',
        { className: 'source' },
        element('a', { href: placeOf(citation), lang: pageLang }, say.openClause),
        ' ',
        !oneDocument && titleOf(citation),
      ),
    ),
  )
  const heading = element('h3', { lang: pageLang }, say.evidence)
  const title = oneDocument && titleOf(citations[0])
  return element('section', { className: 'evidence' }, heading, title, element('ol', {}, ...items))
}

function titleOf(citation) {
  return element('cite', { lang: scriptOf(citation) }, citation.documentTitle)
}

function suggestions(questions) {
  const buttons = questions.map((question) => {
    const button = element('button', { type: 'button' }, question)
    button.addEventListener('click', () => ask(question))
    return button
  })
  const heading = element('h3', { lang: pageLang }, say.suggestions)
  return element(
    'section',
    { className: 'suggestions' },
    heading,
    element('div', { className: 'choices' }, ...buttons),
  )
}

function placeOf({ documentId, clauseId, start, end }) {
  const clause = encodeURIComponent(clauseId)
  return `/documents/${encodeURIComponent(documentId)}?q=${start}-${end}&clause=${clause}&lang=${pageLang}#${clause}`
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children.filter(Boolean))
  return made
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  ask(field.value.trim())
})

field.addEventListener('keydown', (event) => {
  // Enter that ends an input method's composition is no question yet.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  ask(field.value.trim())
})

for (const choices of document.querySelectorAll('form.choices')) {
  choices.addEventListener('submit', (event) => {
    event.preventDefault()
    ask(event.submitter.value)
  })
}
