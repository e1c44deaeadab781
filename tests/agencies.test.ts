import { describe, expect, it } from 'vitest'
import { coreName } from '../corpus/agencies.ts'
import { findAgencyMentions } from '../corpus/agency-mentions.ts'
import { buildCorpus } from '../corpus/build.ts'
import { openLibrary } from '../corpus/library.ts'
import { fold } from '../corpus/script.ts'
import { firstCorpus } from './first-corpus.ts'

const library = openLibrary(firstCorpus)
const findAgencies = (folded: string) => findAgencyMentions(folded, library)

function named(words: string): string[] {
  return findAgencies(fold(words)).flatMap(({ agencies }) => agencies.map(({ name }) => name))
}

describe('an agency', () => {
  it.each([
    ['市财政局', '市財政局'],
    ['市財政局', '市財政局'],
    ['财政局', '市財政局'],
    ['财政部门', '市財政局'],
    ['盐城市财政局', '市財政局'],
    ['Finance Bureau', '市財政局'],
    ['municipal finance bureau', '市財政局'],
    ['发改委', '市發改委'],
    ['发展和改革委员会', '市發改委'],
    ['市發展改革委', '市發改委'],
    ['Development and Reform Commission', '市發改委'],
    ['人社局', '市人社局'],
    ['人力资源和社会保障局', '市人社局'],
    ['衛生健康委員會', '市衛健委'],
    ['Health Commission', '市衛健委'],
    ['住房和城乡建设局', '市住建局'],
    ['市场监督管理局', '市市場監管局'],
    ['市市场监管局', '市市場監管局'],
    ['文旅局', '市文廣旅局'],
    ['残疾人联合会', '市殘聯'],
    ['自然资源局', '市自然資源和規劃局'],
    ['公安部門', '市公安局'],
    ['应急管理局', '市應急局'],
    ['盐城海关', '鹽城海關'],
    ['鹽城供電公司', '鹽城供電公司'],
    ['盐城银保监分局', '鹽城銀保監分局'],
    ['共青团市委', '團市委'],
    ['Communist Youth League', '團市委'],
    ['妇联', '市婦聯'],
    ["Women's Federation", '市婦聯'],
  ])('asked for as %s is %s', (words, name) => {
    expect(named(words)).toEqual([name])
  })

  it.each(library.agencies.map((agency) => [agency.name, agency] as const))(
    '%s is found by its name in either script and by its English name',
    (name, { english = '' }) => {
      expect(named(name)).toEqual([name])
      expect(named(`${fold(name)}负责什么`)).toEqual([name])
      expect(english).not.toBe('')
      expect(named(`what does the ${english} do`)).toContain(name)
    },
  )

  it('shares no alias with another of its city', () => {
    const owners = Map.groupBy(
      library.agencies.flatMap(({ name, aliases }) => aliases.map((alias) => ({ alias: fold(alias), name }))),
      ({ alias }) => alias,
    )
    const shared = [...owners]
      .map(([alias, entries]) => [alias, ...new Set(entries.map(({ name }) => name))])
      .filter((entry) => entry.length > 2)
    expect(shared).toEqual([])
  })

  it('is found where a sentence names it, at its exact place', () => {
    const folded = fold('请问养老这块市財政局和残联都参与吗')
    expect(findAgencies(folded).map(({ start, end }) => folded.slice(start, end))).toEqual([
      '市财政局',
      '残联',
    ])
  })

  it.each([['财政收入有多少'], ['教育质量怎么样'], ['financial aid'], ['公安全']])(
    'is not named by %s',
    (words) => {
      expect(named(words)).toEqual([])
    },
  )

  it('that no document names is recognised as a body, without an agency', () => {
    expect(findAgencies(fold('气象局负责什么'))).toMatchObject([{ agencies: [], said: '气象局' }])
  })
})

describe('two cities', () => {
  const seed = (id: string, place: string, text: string) => ({
    source: { id, file: `${id}.txt`, title: id, issuer: `${place}人民政府`, place, issuedOn: '2022-01-01' },
    text,
    digest: '',
  })
  const two = buildCorpus(
    [
      seed('east', '東山市', '1.增收。(市財政局負責)'),
      seed('west', '西河市', '1.减税。（市财政局牵头，市民政局配合）'),
      seed('east-again', '東山市', '1.養老。(市財政局、市民政局按職責分工負責)'),
    ],
    [],
  )

  it('have a finance bureau each, and one document more makes no third', () => {
    expect(two.agencies.map(({ place, name }) => `${place} ${name}`)).toEqual([
      '東山市 市財政局',
      '西河市 市财政局',
      '西河市 市民政局',
      '東山市 市民政局',
    ])
  })

  it('are told apart by the name of the city, and meant both where it is left out', () => {
    const both = openLibrary(two)
    const find = (folded: string) => findAgencyMentions(folded, both)
    const places = (words: string) =>
      find(fold(words)).map(({ agencies }) => agencies.map(({ place }) => place))
    expect(places('西河市财政局负责什么')).toEqual([['西河市']])
    expect(places('东山财政局负责什么')).toEqual([['東山市']])
    expect(places('财政局负责什么')).toEqual([['東山市', '西河市']])
  })
})

it.each([
  ['市財政局', '财政局'],
  ['鹽城海關', '海关'],
  ['鹽城市財政局', '财政局'],
  ['團市委', '团市委'],
])('coreName leaves the place out of %s', (name, core) => {
  expect(coreName(name, '鹽城市')).toBe(core)
})
