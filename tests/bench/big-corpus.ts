/**
 * A corpus of many clauses: the documents again and again, each time of another city, with other numbers and words.
 */
import { buildCorpus, type Seed } from '../../corpus/build.ts'
import type { DictionaryEntry } from '../../corpus/dictionary.ts'
import type { Corpus } from '../../corpus/types.ts'

const CITY_FIRST = '安平和永新富丰高长东南北西青白金玉云海江'
const CITY_SECOND = '州阳陵川原山川宁昌德泰兴城溪岭泉湖林港丘'

/** Words that change places from copy to copy, so that no two copies say the same. */
const SWAPPED = [
  ['老年', '青年', '幼儿'],
  ['農村', '城鎮', '社區'],
  ['农村', '城镇', '社区'],
  ['養老', '托育', '助殘'],
  ['养老', '托育', '助残'],
  ['健身', '閱讀', '體驗'],
]

/** A corpus of at least `clauses` clauses made of `seeds`; the same on every run. */
export function bigCorpus(seeds: Seed[], clauses: number, dictionary: DictionaryEntry[]): Corpus {
  const { documents, dictionary: reduced } = buildCorpus(seeds, dictionary)
  const perCopy = documents.reduce((count, document) => count + document.clauses.length, 0)
  const copies = Array.from({ length: Math.ceil(clauses / perCopy) }, (_, copy) =>
    seeds.map((seed) => (copy === 0 ? seed : varied(seed, copy))),
  ).flat()
  // Reducing the dictionary once per copy would cost minutes and give the same words.
  return { ...buildCorpus(copies, []), dictionary: reduced }
}

function varied({ source, text }: Seed, copy: number): Seed {
  const city = cityOf(copy)
  const short = source.place.replace(/市$/, '')
  const rewrite = (words: string) => swapWords(words.replaceAll(short, city), copy)
  return {
    source: {
      ...source,
      id: `${source.id}-${copy}`,
      title: rewrite(source.title),
      issuer: rewrite(source.issuer),
      place: rewrite(source.place),
    },
    text: otherNumbers(rewrite(text), copy),
    digest: '',
  }
}

function cityOf(copy: number): string {
  return `${CITY_FIRST[copy % CITY_FIRST.length]}${CITY_SECOND[(copy * 7 + 3) % CITY_SECOND.length]}`
}

function swapWords(text: string, copy: number): string {
  return SWAPPED.reduce((words, forms) => {
    const pattern = new RegExp(forms.join('|'), 'g')
    return words.replace(pattern, (form) => forms[(forms.indexOf(form) + copy) % forms.length] ?? form)
  }, text)
}

/** Other amounts, the same years, and the numbers at the start of a line as they are: they number the clauses. */
function otherNumbers(text: string, copy: number): string {
  return text.replace(/(?<![\n\d.])(?<!^)\d+(?!年|\d*[﹒.])/g, (number) =>
    String(Math.max(1, Number(number) + ((copy * 13) % 9))),
  )
}
