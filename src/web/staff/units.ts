// The municipalities of a form: those that are offered, ticked, and others typed one a line.
import { municipalitiesForServices, municipality, serviceInCollaboration } from '#demo/municipalities.ts'
import type { Phrases } from '#i18n/phrases.ts'
import { hidesCharacters, municipalityFinder } from '#intake/lookups.ts'
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
 * One unit a line: "0180 Stockholm", or a name alone, "Glommersträsk by". What begins without a digit is no code. Units
 * that are known are recognised as in a list of participants, so that none is there twice: "Flens kommun" is Flen, and
 * 482 is 0482. The first two digits are the county's where the code is one of Statistics Sweden's.
 */
function readLines(text: string, known: readonly Municipality[], words: Phrases['staff']['wrong']) {
  const units: Municipality[] = []
  const errors: FieldError[] = []
  const wrong = (message: string) => errors.push({ field: 'others', message })
  for (const line of text.split(/\r?\n/).filter((candidate) => candidate.trim() !== '')) {
    const find = unitFinder([...known, ...units])
    const parts = readUnit(line.trim().replaceAll(/\s+/g, ' '))
    const { code = null, name = '' } = parts ?? {}
    const holder = code === null ? find.byName(name) : find.byCode(code)
    const namesake = find.byName(name)
    if (!parts || (name === '' && !holder)) wrong(words.othersLine(line.slice(0, 60)))
    else if (holder && units.includes(holder)) wrong(words.othersTwice(code ?? name))
    else if (holder && name !== '' && namesake?.code !== holder.code) wrong(words.othersTaken(holder.code, holder.name))
    else if (!holder && namesake && isOfficial(namesake.code)) wrong(words.othersNamed(namesake.code, namesake.name))
    else units.push(holder ?? newUnit(code ?? makeCode(name, (one) => find.byCode(one) !== undefined), name))
  }
  return { units, errors: errors.slice(0, 5) }
}

/** A code, a name or both; undefined where the line is neither, or has letters that cannot be seen. */
function readUnit(line: string): { code: string | null; name: string } | undefined {
  if (hidesCharacters(line)) return undefined
  const [, code = '', name = ''] = /^([\p{L}\p{N}_-]{1,20})(?:[\s;,]+(\S.{0,79}))?$/u.exec(line) ?? []
  if (/\d/.test(code)) return { code, name }
  return /^\p{L}.{0,79}$/u.test(line) && !/^\S*\d\S*$/.test(line) ? { code: null, name: line } : undefined
}

function unitFinder(units: readonly Municipality[]) {
  const byCode = municipalityFinder(units.map(({ code }) => ({ code, name: code })))
  const byName = municipalityFinder(units)
  const get = (found: { code: string } | undefined) => units.find(({ code }) => code === found?.code)
  return { byCode: (cell: string) => get(byCode(cell)), byName: (cell: string) => get(byName(cell)) }
}

/** One of Statistics Sweden's. */
const isOfficial = (code: string): boolean => /^\d{4}$/.test(code)

const newUnit = (code: string, name: string): Municipality => {
  return { code, name, countyCode: isOfficial(code) ? code.slice(0, 2) : '' }
}
