// The form of a new project: what was typed → a project to create, or what is wrong with it.
import type { Phrases } from '#i18n/phrases.ts'
import type { Municipality, NewProject } from '#store/projects.ts'
import type { FieldError } from './form.ts'
import { checkName, checkTexts, textFields } from './project-texts.ts'
import { makeSlug, slugify } from './slug.ts'
import { readUnits, type UnitsForm } from './units.ts'

export const projectFields = [...textFields, 'programme', 'others'] as const
export type ProjectForm = Record<(typeof projectFields)[number], string> & UnitsForm

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

  const { units, errors: wrongUnits } = readUnits(form, known.units, words)
  errors.push(...wrongUnits)
  if (units.length === 0 && wrongUnits.length === 0)
    errors.push({ field: 'municipalities', message: words.municipalities })
  if (errors.length > 0 || !texts) return { errors: errors.sort((a, b) => placeOf(a) - placeOf(b)) }

  const programme = form.programme.trim()
  const project = {
    programme: { id: slugify(programme) || 'program', nameSv: programme, nameEn: programme },
    slug: makeSlug(form.nameSv, known.isSlugTaken),
    ...texts,
    municipalities: units,
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
