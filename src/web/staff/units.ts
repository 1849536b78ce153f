// The municipalities of a form: those that are offered, ticked, and others typed one a line.
import { municipalitiesForServices, municipality, serviceInCollaboration } from '#demo/municipalities.ts'
import type { Phrases } from '#i18n/phrases.ts'
import { foldName, hidesCharacters } from '#intake/lookups.ts'
import type { Municipality } from '#store/projects.ts'
import type { FieldError } from './form.ts'
import { makeCode } from './slug.ts'

export interface UnitsForm {
  /** Codes of those that are ticked. */
  municipalities: readonly string[]
  others: string
}

const swedish = new Intl.Collator('sv')

/** Those of both programmes, in the order of the Swedish alphabet. */
export const offeredMunicipalities: readonly Municipality[] = [
  ...new Set([...serviceInCollaboration.municipalities, ...municipalitiesForServices.municipalities]),
]
  .map(municipality)
  .sort((a, b) => swedish.compare(a.name, b.name))

/**
 * Each unit once, in the order of the form; and what is wrong with the lines.
 * @param known units that other projects have: a code means the same everywhere
 */
export function readUnits(
  { municipalities, others }: UnitsForm,
  known: readonly Municipality[],
  words: Phrases['staff']['wrong'],
): { units: Municipality[]; errors: FieldError[] } {
  const chosen = offeredMunicipalities.filter(({ code }) => municipalities.includes(code))
  const { units, errors } = readLines(others, [...offeredMunicipalities, ...known], words)
  return { units: [...new Map([...chosen, ...units].map((unit) => [unit.code, unit])).values()], errors }
}

/**
 * One unit a line: "0180 Stockholm", or a name alone, "Glommersträsk by". What begins without a digit is no code, and a
 * name that is known has its code already. The first two digits are the county's where the code is one of Statistics
 * Sweden's.
 */
function readLines(text: string, known: readonly Municipality[], words: Phrases['staff']['wrong']) {
  const units: Municipality[] = []
  const errors: FieldError[] = []
  const wrong = (message: string) => errors.push({ field: 'others', message })
  for (const line of text.split(/\r?\n/).filter((candidate) => candidate.trim() !== '')) {
    const parts = readUnit(line.trim().replaceAll(/\s+/g, ' '))
    if (!parts) {
      wrong(words.othersLine(line.slice(0, 60)))
      continue
    }
    const { name } = parts
    const code = parts.code ?? codeFor(name, [...known, ...units])
    const holder = known.find((unit) => unit.code === code)
    if (units.some((unit) => unit.code === code)) wrong(words.othersTwice(parts.code ?? name))
    else if (holder && foldName(holder.name) !== foldName(name)) wrong(words.othersTaken(code, holder.name))
    else units.push(holder ?? { code, name, countyCode: /^\d{4}$/.test(code) ? code.slice(0, 2) : '' })
  }
  return { units, errors: errors.slice(0, 5) }
}

/** undefined where the line is neither a code with a name nor a name: a code alone, or letters that cannot be seen. */
function readUnit(line: string): { code: string | null; name: string } | undefined {
  if (hidesCharacters(line)) return undefined
  const [, code = '', name = ''] = /^([\p{L}\p{N}_-]{1,20})[\s;,]+(\S.{0,79})$/u.exec(line) ?? []
  if (/\d/.test(code)) return { code, name }
  return /^\p{L}.{0,79}$/u.test(line) && !/^\S*\d\S*$/.test(line) ? { code: null, name: line } : undefined
}

const codeFor = (name: string, known: readonly Municipality[]): string =>
  known.find((unit) => foldName(unit.name) === foldName(name))?.code ??
  makeCode(name, (code) => known.some((unit) => unit.code === code))
