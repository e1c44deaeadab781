import { describe, expect, it } from 'vitest'
import { englishIndicator } from '../corpus/indicator-name.ts'
import type { Responsibility, Target } from '../corpus/types.ts'
import type { ClauseView } from '../server/web/client/answer/api.ts'
import { placeHref } from '../server/web/client/common/place.ts'
import { matrixOf, shortLabel } from '../server/web/client/reading/agency-matrix.ts'
import { countLeaves, prune, treeOf } from '../server/web/client/reading/outline-tree.ts'
import {
  responsibleFor,
  sayDeadline,
  sayValue,
  sortTargets,
} from '../server/web/client/reading/register-words.ts'
import { targetsCsv } from '../server/web/client/reading/targets-csv.ts'
import { filterOf } from '../server/web/client/reading/text-filter.ts'
import { READING_STRINGS } from '../server/web/client/strings/reading.ts'

const HANS = READING_STRINGS['zh-Hans']
const GLOSS = {
  documentId: 'd',
  agencies: {},
  clauses: {},
  indicators: { 城市公廁: 'urban public toilets', 百所幼兒園: 'kindergartens visited' },
  units: { 人: 'people', 座: '' },
}

function target(given: Partial<Target>): Target {
  return {
    documentId: 'd',
    clauseId: '2.1',
    indicator: '公廁',
    comparator: 'eq',
    quote: '',
    start: 0,
    end: 0,
    ...given,
  }
}

function entry(
  agency: string,
  role: Responsibility['role'],
  given: Partial<Responsibility> = {},
): Responsibility {
  return { documentId: 'd', clauseId: '2.1', agency, role, ...given }
}

function clause(clauseId: string, path: string[], responsibilities: Responsibility[] = []): ClauseView {
  const title = path[path.length - 1] ?? ''
  const label = `第${clauseId}項`
  return {
    documentId: 'd',
    clauseId,
    kind: 'item',
    label,
    title,
    path,
    text: title,
    responsibilities,
    targets: [],
    statements: [],
  }
}

describe('a value', () => {
  it('is said with its bound, as the document counts', () => {
    const said = sayValue(target({ comparator: 'gte', value: 7, unit: '萬人' }), 'zh-Hans', HANS)
    expect(said).toEqual({ bound: '不低于', amount: '7萬人' })
  })

  it('is a plain number in English, with the official one beside', () => {
    const said = sayValue(
      target({ comparator: 'gte', value: 7, unit: '萬人' }),
      'en',
      READING_STRINGS.en,
      GLOSS,
    )
    expect(said).toEqual({ bound: 'at least', amount: '70,000 people', written: '7萬人' })
  })

  it('may be a range, or no number at all', () => {
    const range = target({ comparator: 'range', value: 30, valueMax: 40, unit: '%' })
    expect(sayValue(range, 'en', READING_STRINGS.en)).toEqual({ bound: '', amount: '30–40%' })
    expect(sayValue(target({ comparator: 'full' }), 'zh-Hans', HANS)).toEqual({ bound: '全覆盖', amount: '' })
  })
})

it('says a deadline as people do', () => {
  expect(sayDeadline('2022', 'zh-Hans', HANS)).toBe('2022年内')
  expect(sayDeadline('2022-12-31', 'en', READING_STRINGS.en)).toBe('end of 2022')
  expect(sayDeadline('2022-06-30', 'zh-Hans', HANS)).toBe('2022年6月30日')
})

describe('the English name of an indicator', () => {
  it('is that of the words that it contains', () => {
    const toilets = target({ indicator: '新建、改造城市公廁', quote: '新建、改造城市公廁79座' })
    expect(englishIndicator(toilets, GLOSS)).toBe('urban public toilets')
  })

  it('is never that of another target', () => {
    const kindergarten = target({ indicator: '幼兒園', quote: '每1萬左右常住人口配備1所幼兒園' })
    expect(englishIndicator(kindergarten, GLOSS)).toBeUndefined()
    const area = target({ indicator: '城市公廁面積', quote: '城市公廁面積不少于10平方米' })
    expect(englishIndicator(area, GLOSS)).toBeUndefined()
  })
})

describe('who answers for a clause', () => {
  it('is grouped by role, the lead first', () => {
    const { groups, isLeadless } = responsibleFor([
      entry('市教育局', 'participant'),
      entry('市財政局', 'lead'),
      entry('市民政局', 'participant'),
    ])
    expect(groups).toEqual([
      { role: 'lead', agencies: ['市財政局'] },
      { role: 'participant', agencies: ['市教育局', '市民政局'] },
    ])
    expect(isLeadless).toBe(false)
  })

  it('has no lead where several share', () => {
    expect(responsibleFor([entry('a', 'shared'), entry('b', 'shared')]).isLeadless).toBe(true)
    expect(responsibleFor([entry('a', 'sole')]).isLeadless).toBe(false)
    expect(responsibleFor([]).isLeadless).toBe(false)
  })

  it('has each note once', () => {
    const note = { note: '各地具體落實', noteFrom: '2.1.1' }
    expect(responsibleFor([entry('a', 'shared', note), entry('b', 'shared', note)]).notes).toEqual([note])
  })
})

it('sorts targets by plain value, and those without one last either way', () => {
  const many = target({ value: 7, unit: '萬人' })
  const few = target({ value: 79, unit: '座' })
  const none = target({ comparator: 'full' })
  expect(sortTargets([none, many, few], 'value', false)).toEqual([few, many, none])
  expect(sortTargets([none, many, few], 'value', true)).toEqual([many, few, none])
})

describe('the outline', () => {
  const tree = treeOf([
    clause('1', ['甲']),
    clause('1.1', ['甲', '乙']),
    clause('1.2', ['甲', '丙']),
    clause('2', ['丁']),
  ])

  it('puts clauses under the one that stands higher', () => {
    expect(tree.map(({ children }) => children.length)).toEqual([2, 0])
    expect(countLeaves(tree)).toBe(3)
  })

  it('keeps the headings above what a filter leaves, and all below a heading that fits', () => {
    expect(countLeaves(prune(tree, ({ title }) => title === '丙'))).toBe(1)
    expect(countLeaves(prune(tree, ({ title }) => title === '甲'))).toBe(2)
  })
})

describe('the matrix of agencies', () => {
  const matrix = matrixOf([
    clause('1', ['甲']),
    clause('1.1', ['甲', '乙'], [entry('a', 'sole', { clauseId: '1.1' })]),
    clause(
      '1.2',
      ['甲', '丙'],
      [entry('b', 'shared', { clauseId: '1.2' }), entry('a', 'shared', { clauseId: '1.2' })],
    ),
    clause('12', ['丁'], [entry('b', 'sole', { clauseId: '12' })]),
  ])

  it('groups its columns under their headings', () => {
    expect(matrix.groups.map(({ heading, columns }) => [heading?.title, columns.length])).toEqual([
      ['甲', 2],
      [undefined, 1],
    ])
  })

  it('counts the tasks of each agency', () => {
    expect(matrix.rows.map(({ agency, total }) => [agency, total])).toEqual([
      ['a', 2],
      ['b', 2],
    ])
    expect(matrix.rows[0]?.roles).toEqual({ '1.1': 'sole', '1.2': 'shared' })
  })

  it('heads the column of a task with its number', () => {
    expect(shortLabel({ kind: 'item', clauseId: '2.5.23', label: '第23項' })).toBe('23')
    expect(shortLabel({ kind: 'section', clauseId: '1.3', label: '一(三)' })).toBe('一(三)')
  })
})

it('filters by every word', () => {
  const fits = filterOf('公廁 城市', (text) => text.toLowerCase())
  expect(fits(['新建、改造城市公廁'])).toBe(true)
  expect(fits(['農村公廁'])).toBe(false)
})

it('addresses a place on its own page', () => {
  expect(placeHref({ documentId: 'd', clauseId: '2.1', start: 3, end: 9 }, 'en')).toBe(
    '/documents/d?lang=en&q=3-9&clause=2.1#2.1',
  )
})

it('closes an exported table with the label that it was read out automatically', () => {
  const document = { id: 'd', title: '意見', script: 'zh-Hant', outline: [] }
  const held = { document, clauses: [clause('2.1', ['乙'])] } as unknown as Parameters<typeof targetsCsv>[1]
  const lines = targetsCsv([target({ value: 79, quote: '公廁79座', end: 5 })], held, {
    say: HANS,
    lang: 'zh-Hans',
    origin: 'https://example.org',
  }).split('\r\n')
  expect(lines[1]).toContain(',公廁79座,https://example.org/documents/d?lang=zh-Hans&q=0-5&clause=2.1#2.1')
  expect(lines[2]).toBe(HANS.targetTable.label)
})
