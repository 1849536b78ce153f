// The form of a new project: what was typed → a project to create, or what is wrong with it.
import { municipalitiesForServices, municipality, serviceInCollaboration } from '#demo/municipalities.ts'
import type { Phrases } from '#i18n/phrases.ts'
import { foldName, hidesCharacters } from '#intake/lookups.ts'
import type { Municipality, NewProject } from '#store/projects.ts'
import type { FieldError } from './form.ts'
import { checkName, checkTexts, textFields } from './project-texts.ts'
import { makeCode, makeSlug, slugify } from './slug.ts'

export const projectFields = [...textFields, 'programme', 'others'] as const
export type ProjectForm = Record<(typeof projectFields)[number], string> & { municipalities: readonly string[] }

const swedish = new Intl.Collator('sv')

/** Those of both programmes, in the order of the Swedish alphabet. */
export const offeredMunicipalities: readonly Municipality[] = [
  ...new Set([...serviceInCollaboration.municipalities, ...municipalitiesForServices.municipalities]),
]
  .map(municipality)
  .sort((a, b) => swedish.compare(a.name, b.name))

export interface Known {
  /** Units that other projects have: a code means the same everywhere. */
  units: readonly Municipality[]
  isSlugTaken: (slug: string) => boolean
}

export type CheckedProject = { project: NewProject; errors?: never } | { errors: FieldError[]; project?: never }

export function checkProject(form: ProjectForm, known: Known, words: Phrases['staff']['wrong']): CheckedProject {
  const { texts, errors: wrongTexts } = checkTexts(form, words)
  const errors: FieldError[] = [...(wrongTexts ?? [])]
  const wrongProgramme = checkName(form.programme, words.programme, words)
  if (wrongProgramme) errors.push({ field: 'programme', message: wrongProgramme })

  const chosen = offeredMunicipalities.filter(({ code }) => form.municipalities.includes(code))
  const others = readUnits(form.others, [...offeredMunicipalities, ...known.units], words)
  errors.push(...others.errors)
  const units = new Map([...chosen, ...others.units].map((unit) => [unit.code, unit]))
  if (units.size === 0 && others.errors.length === 0)
    errors.push({ field: 'municipalities', message: words.municipalities })
  if (errors.length > 0 || !texts) return { errors: errors.sort((a, b) => placeOf(a) - placeOf(b)) }

  const programme = form.programme.trim()
  const project = {
    programme: { id: slugify(programme) || 'program', nameSv: programme, nameEn: programme },
    slug: makeSlug(form.nameSv, known.isSlugTaken),
    ...texts,
    municipalities: [...units.values()],
  }
  return { project }
}

/** Errors are told in the order of the form. */
const order: readonly string[] = [
  'nameSv',
  'nameEn',
  'programme',
  'organisation',
  'contact',
  'aboutSv',
  'aboutEn',
  'municipalities',
  'others',
] satisfies readonly (keyof ProjectForm)[]
const placeOf = ({ field }: FieldError): number => order.indexOf(field)

/**
 * One unit a line: "0180 Stockholm", or a name alone, "Glommersträsk by". What begins without a digit is no code, and a
 * name that is known has its code already. The first two digits are the county's where the code is one of Statistics
 * Sweden's.
 */
function readUnits(text: string, known: readonly Municipality[], words: Phrases['staff']['wrong']) {
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
