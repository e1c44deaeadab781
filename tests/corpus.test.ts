import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCorpus, type Seed } from '../corpus/build.ts'
import corpus from '../corpus/corpus.json' with { type: 'json' }
import { openLibrary } from '../corpus/library.ts'
import { fold, foldWithOffsets } from '../corpus/script.ts'
import { Corpus } from '../corpus/types.ts'
import { corpusText, readSeeds } from '../server/ingest.ts'
import { scoreResponsibilities, scoreTargets } from './eval/register.ts'
import { FIXTURES, FURTHER, readFolder, readGold } from './eval/shelves.ts'

const seeds: Seed[] = [...readSeeds(), ...readSeeds(FIXTURES), ...readFolder(FURTHER)]
// Nothing tested here looks into the dictionary.
const built = buildCorpus(seeds, [])
const library = openLibrary(built)

/** Shares of the firm targets: in the register, of these with the right comparator, and how many beyond them. */
const FOUND = 0.95
const COMPARATORS = 0.9
const BEYOND = 0.25

const MINSHENG = 'yancheng-2022-minsheng'

function clausesAndText({ source, text }: Seed) {
  return { clauses: library.clausesOf(source.id), text }
}

/** `市A shared, 市B lead`, in the order of the text. */
function rolesIn(clauseId: string): string {
  return library
    .responsibilitiesOf(MINSHENG, clauseId)
    .map(({ agency, role }) => `${agency} ${role}`)
    .join(', ')
}

describe('corpus.json', () => {
  it('is what npm run ingest makes of the seeds', async () => {
    const committed = readFileSync(new URL('../corpus/corpus.json', import.meta.url), 'utf8')
    // A comparison of 180 kB would print them.
    expect(committed === (await corpusText()), 'run npm run ingest').toBe(true)
  })

  it('keeps to its schema', () => {
    expect(Corpus.safeParse(corpus).success).toBe(true)
  })
})

describe.each(seeds.map((seed) => [seed.source.id, seed] as const))('%s', (id, seed) => {
  it('gives its text back when its clauses are joined', () => {
    const { clauses, text } = clausesAndText(seed)
    expect(clauses.map((clause) => clause.text).join('')).toBe(text)
  })

  it('finds each clause where it says that it starts, and no id twice', () => {
    const { clauses, text } = clausesAndText(seed)
    for (const clause of clauses)
      expect(text.slice(clause.start, clause.start + clause.text.length)).toBe(clause.text)
    expect(new Set(clauses.map(({ clauseId }) => clauseId)).size).toBe(clauses.length)
  })

  it('quotes every target exactly as its clause has it', () => {
    for (const { clauseId, start, end, quote } of library.targetsOf(id)) {
      expect(quote).not.toBe('')
      expect(library.clause(id, clauseId)?.text.slice(start, end)).toBe(quote)
    }
  })

  it('reads responsibilities only from statements of the clause', () => {
    for (const { clauseId, start, end, agency, noteFrom } of library.responsibilitiesOf(id)) {
      const statement = library.clause(id, clauseId)?.text.slice(start, end) ?? ''
      expect(fold(statement)).toContain(fold(agency).replace(/^市/, ''))
      if (noteFrom) expect(library.clause(id, noteFrom)).toBeDefined()
    }
  })

  it('folds to the same length of offsets and leads every character back', () => {
    const { text, at } = foldWithOffsets(seed.text)
    expect(at).toHaveLength(text.length + 1)
    expect(at.at(-1)).toBe(seed.text.length)
    // A word may fold otherwise than its characters alone (著 in 著力, 覆 in 答覆), which few do.
    let inWords = 0
    for (let i = 0; i < text.length; i++) {
      const from = at[i] ?? 0
      const source = String.fromCodePoint(seed.text.codePointAt(from) ?? 0)
      if (fold(source).includes(text[i] ?? '')) continue
      inWords++
      expect(fold(seed.text.slice(from - 1, from + 2))).toContain(text[i])
    }
    expect(inWords / text.length).toBeLessThan(0.01)
  })
})

describe('the first document', () => {
  it('has 24 tasks and 35 agencies', () => {
    const tasks = library.clausesOf(MINSHENG).filter(({ kind }) => kind === 'item')
    expect(tasks.map(({ clauseId }) => clauseId.split('.').at(-1))).toEqual(
      Array.from({ length: 24 }, (_, i) => String(i + 1)),
    )
    const names = library.responsibilitiesOf(MINSHENG).map(({ agency }) => agency)
    expect(new Set(names).size).toBe(35)
  })

  it('gives each task the agencies of its closing bracket, all with one role and none with a lead', () => {
    for (const task of library.clausesOf(MINSHENG).filter(({ kind }) => kind === 'item')) {
      const closing = /\(([^()]*)負責[^()]*\)\s*$/.exec(task.text)?.[1] ?? ''
      const names = closing.replace(/按職責分工$/, '').split('、')
      const read = library.responsibilitiesOf(MINSHENG, task.clauseId)
      // In task 4 one 市 is shared by the whole list.
      expect(read.map(({ agency }) => agency.replace(/^市/, ''))).toEqual(
        names.map((name) => name.replace(/^市/, '')),
      )
      expect(new Set(read.map(({ role }) => role))).toEqual(new Set([names.length === 1 ? 'sole' : 'shared']))
    }
  })

  it.each([
    ['2.1.4', '市民政局 shared, 市財政局 shared, 市人社局 shared, 市住建局 shared, 市農業農村局 shared'],
    ['2.2.9', '市退役軍人局 sole'],
    [
      '2.4.19',
      '市民政局 shared, 市司法局 shared, 市殘聯 shared, 市財政局 shared, 市教育局 shared, 市人社局 shared, ' +
        '市自然資源和規劃局 shared, 市住建局 shared, 市衛健委 shared, 市應急局 shared, 市醫保局 shared, 市婦聯 shared',
    ],
    ['2.5.23', '市應急局 shared, 市發改委 shared, 市工信局 shared, 市生態環境局 shared, 市交通局 shared'],
  ])('reads the agencies of %s', (clauseId, roles) => {
    expect(rolesIn(clauseId)).toBe(roles)
  })

  it('keeps the remark of task 1 as a note, on later tasks too, and never as an agency', () => {
    expect(library.responsibilitiesOf(MINSHENG, '2.1.1')[0]).toMatchObject({ note: '各地具體落實' })
    expect(library.responsibilitiesOf(MINSHENG, '2.5.24')[0]).toMatchObject({
      note: '各地具體落實',
      noteFrom: '2.1.1',
    })
  })
})

const golds = [...readGold(), ...readGold(FURTHER)]

describe.each(golds.map((gold) => [gold.documentId, gold] as const))('the register of %s', (_, gold) => {
  if (gold.clauses)
    it('numbers and labels its clauses as a reader would', () => {
      const read = library.clausesOf(gold.documentId)
      expect(read.map(({ clauseId }) => clauseId)).toEqual(gold.clauses?.map(({ clauseId }) => clauseId))
      expect(read).toMatchObject(gold.clauses ?? [])
    })

  if (gold.responsibilities)
    it('names every agency in every clause, in its role, and nobody else', () => {
      const { missed, beyond } = scoreResponsibilities(gold, library)
      expect({ missed, beyond }).toEqual({ missed: [], beyond: [] })
    })

  it('holds the firm targets, with their comparators', () => {
    const { firm, found, comparators, beyond } = scoreTargets(gold, library)
    expect(found / firm).toBeGreaterThanOrEqual(FOUND)
    expect(comparators / found).toBeGreaterThanOrEqual(COMPARATORS)
    expect(beyond.length / firm).toBeLessThanOrEqual(BEYOND)
  })
})
