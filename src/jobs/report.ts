// A report to the funder as long work: Word or PDF, in one language.
import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { findUndrawable } from '#document/logo-trial.ts'
import { reportFormats } from '#document/write.ts'
import { Problem } from '#errors.ts'
import { languages } from '#i18n/phrases.ts'
import { makeReport } from '#reporting.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { findReport, listLogos } from '#store/reports.ts'
import type { JobContext, JobKind } from './kind.ts'

const Params = z.strictObject({
  /** The report's number within its project; a form's text, or the number the row has kept. */
  report: z.coerce.number().int().positive(),
  language: z.enum(languages),
  format: z.enum(reportFormats),
})
type Params = z.output<typeof Params>

export const report: JobKind<Params> = {
  access: 'results:read',
  params: Params,
  isReady: (db, project, _now, { report }) => findReport(db, project.id, report) !== undefined,
  fileName: ({ slug }, { report, language, format }) => `${slug}-report-${report}-${language}.${format}`,
  async work({ db, project, params, now, baseUrl, judgements, output, signal, progress }: JobContext<Params>) {
    const { report: ordinal, ...choice } = params
    const found = findReport(db, project.id, ordinal)
    if (!found) throw new Problem('not_found', { report: String(ordinal) })
    await requireLogos(db, project, signal)
    const { bytes, cutId } = await makeReport(db, project, found, choice, {
      baseUrl,
      judgements,
      now,
      signal,
      progress,
    })
    await writeFile(output, bytes, { mode: 0o600 })
    return cutId
  },
}

/**
 * One from before logotypes were drawn at upload would end the report, or lie in Word as a picture that does not open.
 * @throws Problem 'logo_undrawable' with its number in the list
 */
async function requireLogos(db: Database, project: Project, signal: AbortSignal): Promise<void> {
  const broken = await findUndrawable(listLogos(db, project.id), { signal })
  if (broken) throw new Problem('logo_undrawable', { which: broken.at + 1, fault: broken.fault })
}
