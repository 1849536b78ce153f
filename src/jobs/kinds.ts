// Every kind of long work. A new one is a line here and its words in i18n/…/jobs.ts under `kind`.
import type { Phrases } from '#i18n/phrases.ts'
import { chartSet } from './chart-set.ts'
import type { JobKind } from './kind.ts'
import { report } from './report.ts'
import { researchRelease, researchRestricted } from './research-archive.ts'

export type KindName = keyof Phrases['jobs']['kind']

export const kinds: Readonly<Record<KindName, JobKind>> = {
  charts: chartSet,
  report,
  researchRelease,
  researchRestricted,
}

export const findKind = (name: string): JobKind | undefined =>
  Object.hasOwn(kinds, name) ? kinds[name as KindName] : undefined
