/**
 * English words: the little morphology that lets `nurseries` find `nursery`. Pure.
 */

/** Irregular plurals and forms that the rules below would miss. */
const IRREGULAR: Record<string, string> = {
  children: 'child',
  women: 'woman',
  men: 'man',
  people: 'people',
  feet: 'foot',
  bought: 'buy',
  paid: 'pay',
  built: 'build',
  taught: 'teach',
  buses: 'bus',
  species: 'species',
  series: 'series',
  data: 'data',
  news: 'news',
  always: 'always',
  families: 'family',
  owed: 'owe',
  wages: 'wage',
}

/** A common form of `word` (lower case): plural, -ing, -ed, -er endings taken off the same way on both sides. */
export function stem(word: string): string {
  const known = IRREGULAR[word]
  if (known) return known
  if (word.length <= 3) return word
  let base = word.replace(/'s$|’s$/, '')
  if (/ies$/.test(base) && base.length > 4) base = `${base.slice(0, -3)}y`
  else if (/(?:sses|shes|ches|xes|zes)$/.test(base)) base = base.slice(0, -2)
  else if (/[^s]s$/.test(base) && !/(?:us|is)$/.test(base)) base = base.slice(0, -1)
  if (/ing$/.test(base) && base.length > 5) base = undouble(base.slice(0, -3))
  else if (/ed$/.test(base) && base.length > 4) base = undouble(base.slice(0, -2))
  return base.length > 4 ? base.replace(/e$/, '') : base
}

/** Words of an English text in order, lower case, each with its stem and its place in the text. */
export function englishWords(text: string): { word: string; stem: string; start: number; end: number }[] {
  return [...text.matchAll(/[A-Za-z][A-Za-z'’]*|\d+(?:\.\d+)?/g)].map((match) => {
    const word = match[0].toLowerCase()
    return { word, stem: stem(word), start: match.index, end: match.index + match[0].length }
  })
}

function undouble(base: string): string {
  return /([bdgmnprt])\1$/.test(base) ? base.slice(0, -1) : base
}
