// A report to the funder as long work: Word or PDF, in one language.
import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { reportFormats } from '#document/write.ts'
import { Problem } from '#errors.ts'
import { languages } from '#i18n/phrases.ts'
import { makeReport } from '#reporting.ts'
import { findReport } from '#store/reports.ts'
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
