/**
 * Names of agencies: gives each agency of the register the names by which people ask for it.
 *
 * The document decides what an agency is called; the table of departments adds what it is also called. Pure.
 */
import { shortPlace } from './place-mentions.ts'
import { fold } from './script.ts'
import type { Agency, Gloss, ReadResponsibility, Source } from './types.ts'
import departments from './words/departments.json' with { type: 'json' }

interface Department {
  name: string
  aliases: string[]
  /** Bare words that mean the body only before 局, 部門 … */
  stems: string[]
  en: string[]
}

const BY_NAME = new Map<string, Department>()
for (const entry of departments as Department[]) {
  for (const name of [...entry.aliases, ...entry.stems].map(fold))
    if (!BY_NAME.has(name)) BY_NAME.set(name, entry)
}
for (const entry of departments as Department[]) BY_NAME.set(fold(entry.name), entry)

/** What follows a bare stem (`财政`) when the body is meant. */
const STEM_TAILS = ['局', '委', '办', '部门', '系统', '单位', '那边', '这边', '口', '一家', '那家', '独家']

/** English names begin so for a body of the city itself. */
const CITY_BODY = 'Municipal'

/**
 * The agencies that the responsibilities of one document name, each with its aliases
 * (Simplified and Traditional, short and full, English), in order of first mention.
 */
export function nameAgencies(
  responsibilities: ReadResponsibility[],
  source: Source,
  gloss?: Gloss,
): Agency[] {
  const names = [...new Set(responsibilities.map(({ agency }) => agency))]
  return names.map((name) => {
    const department = departmentOf(name, source.place)
    const english = gloss?.agencies[name] ?? englishOf(name, department)
    const core = coreName(name, source.place)
    const place = fold(source.place)
    const chinese = department ? [department.name, ...department.aliases] : []
    const aliases = new Set<string>([
      fold(name),
      ...(core.length >= 2 ? [core] : []),
      ...chinese.map(fold),
      ...chinese.filter((alias) => /[局委办]$|委员会$/.test(alias)).map((alias) => `市${fold(alias)}`),
      place + core.replace(/^市/, ''),
      ...(english ? [english] : []),
      ...(department?.en ?? []),
    ])
    aliases.delete(name)
    return {
      place: source.place,
      name,
      aliases: [...aliases].filter((alias) => alias.length >= 2),
      ...(department ? { stems: department.stems.map(fold) } : {}),
      ...(english ? { english } : {}),
    }
  })
}

/** Every name by which people call an agency: with each bare stem, the words behind it that make it one. */
export function namesHeard({ name, aliases, stems = [] }: Agency): string[] {
  return [name, ...aliases, ...stems.flatMap((stem) => STEM_TAILS.map((tail) => stem + tail))]
}

/** `市財政局` → `财政局`; `鹽城海關` → `海关`: folded, without the place. */
export function coreName(name: string, place: string): string {
  const folded = fold(name)
  const placeName = fold(place)
  const short = shortPlace(place)
  for (const prefix of [placeName, short, '市', '本市']) {
    if (prefix && folded.startsWith(prefix) && folded.length > prefix.length + 1)
      return folded.slice(prefix.length)
  }
  return folded
}

function departmentOf(name: string, place: string): Department | undefined {
  const core = coreName(name, place)
  // 国网若水供电公司 is 国网供电公司 of that city.
  const placeless = fold(name).replace(shortPlace(place), '')
  return [fold(name), core, core.replace(/^市/, ''), placeless]
    .map((said) => BY_NAME.get(said))
    .find((department) => department !== undefined)
}

function englishOf(name: string, department: Department | undefined): string | undefined {
  const english = department?.en[0]
  if (!english) return undefined
  return fold(name).startsWith('市') ? `${CITY_BODY} ${english}` : english
}
