// The form of a new project: what was typed → a project to create, or what is wrong with it.
import { municipalitiesForServices, municipality, serviceInCollaboration } from '#demo/municipalities.ts'
import type { Phrases } from '#i18n/phrases.ts'
import { checkAddress } from '#intake/address.ts'
import type { Municipality, NewProject } from '#store/projects.ts'
import type { FieldError } from './form.ts'
import { makeSlug, slugify } from './slug.ts'

export const projectFields = [
  'nameSv',
  'nameEn',
  'aboutSv',
  'aboutEn',
  'programme',
  'organisation',
  'contact',
  'others',
] as const
export type ProjectForm = Record<(typeof projectFields)[number], string> & { municipalities: readonly string[] }

const longest = { nameSv: 120, nameEn: 120, aboutSv: 4000, aboutEn: 4000, programme: 120, organisation: 120 } as const

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
  const errors: FieldError[] = []
  for (const field of ['nameSv', 'nameEn', 'programme', 'organisation'] as const)
    if (form[field].trim() === '') errors.push({ field, message: words[field] })
  for (const [field, most] of Object.entries(longest))
    if (form[field as keyof typeof longest].length > most) errors.push({ field, message: words.tooLong(most) })
  if (!checkAddress(form.contact).ok) errors.push({ field: 'contact', message: words.email })

  const chosen = offeredMunicipalities.filter(({ code }) => form.municipalities.includes(code))
  const others = readUnits(form.others, [...offeredMunicipalities, ...known.units], words)
  errors.push(...others.errors)
  const units = new Map([...chosen, ...others.units].map((unit) => [unit.code, unit]))
  if (units.size === 0 && others.errors.length === 0)
    errors.push({ field: 'municipalities', message: words.municipalities })
  if (errors.length > 0) return { errors: errors.sort((a, b) => placeOf(a) - placeOf(b)) }

  const programme = form.programme.trim()
  const project = {
    programme: { id: slugify(programme) || 'program', nameSv: programme, nameEn: programme },
    slug: makeSlug(form.nameSv, known.isSlugTaken),
    nameSv: form.nameSv.trim(),
    nameEn: form.nameEn.trim(),
    aboutSv: form.aboutSv.trim(),
    aboutEn: form.aboutEn.trim(),
    organisation: form.organisation.trim(),
    contactEmail: form.contact.trim(),
    municipalities: [...units.values()],
  }
  return { project }
}

/** Errors are told in the order of the form. */
const order: readonly string[] = [...projectFields.slice(0, -1), 'municipalities', 'others']
const placeOf = ({ field }: FieldError): number => order.indexOf(field)

/** One unit a line: "0180 Stockholm". Two digits of county where the code is of four digits, as Statistics Sweden's. */
function readUnits(text: string, known: readonly Municipality[], words: Phrases['staff']['wrong']) {
  const units: Municipality[] = []
  const errors: FieldError[] = []
  const wrong = (message: string) => errors.push({ field: 'others', message })
  for (const line of text.split(/\r?\n/).filter((candidate) => candidate.trim() !== '')) {
    const [, code, name] = /^\s*([\p{L}\p{N}_-]{1,20})[\s;,]+(\S.{0,79}?)\s*$/u.exec(line) ?? []
    const holder = known.find((unit) => unit.code === code)
    if (code === undefined || name === undefined || /\p{Cc}/u.test(name)) wrong(words.othersLine(line.slice(0, 60)))
    else if (units.some((unit) => unit.code === code)) wrong(words.othersTwice(code))
    else if (holder && holder.name !== name) wrong(words.othersTaken(code, holder.name))
    else units.push({ code, name, countyCode: /^\d{4}$/.test(code) ? code.slice(0, 2) : '' })
  }
  return { units, errors: errors.slice(0, 5) }
}
