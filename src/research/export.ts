// Everything an export needs to know before its first file is written: what is let out, its tables, the study's facts.
import { Problem } from '#errors.ts'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { modesUsed } from '#indicators/context/modes.ts'
import { type Comparison, contextOf } from '#results.ts'
import type { Database } from '#store/database.ts'
import type { Panel } from '#store/panel.ts'
import type { Project } from '#store/projects.ts'
import { type Mode, modes } from '#store/responses.ts'
import { daysOf, listWaves } from '#store/waves.ts'
import type { Text, WaveKind } from '#survey/questionnaire.ts'
import { type Compared, type ExportChoice, type ExportPlan, planExport } from './planning.ts'
import { findPublished, type PublishedFigures } from './published.ts'
import type { Reading } from './reading.ts'
import type { Selection } from './selection.ts'
import type { Study } from './study.ts'
import { longTable, type Table, type WideRow, wideTable } from './tables.ts'
import { inBoth } from './variable.ts'

export interface ResearchExport extends Pick<ExportPlan, 'selection'> {
  /** With the day that its figures are of; null where there is nothing publishable. */
  comparison: (Compared & { published: PublishedFigures }) | null
  study: Study
  panel: Panel
  long: Table<Reading>
  longRows: number
  wide: Table<WideRow>
}

/** @throws as planExport */
export async function describeExport(
  db: Database,
  project: Project,
  panel: Panel,
  choice: ExportChoice,
): Promise<ResearchExport> {
  const { selection, steps, comparison } = await planExport(db, project, panel, choice)
  const long = longTable(selection)
  const counts = countRows(long.rows(panel.read()))
  const told = choice.level === 'release' && comparison ? await modesTold(db, comparison) : counts.modes
  return {
    study: studyOf(db, project, selection, counts, {
      steps,
      modes: modes.filter((mode) => told.has(mode)),
      now: choice.now,
    }),
    selection,
    panel,
    long,
    longRows: counts.rows,
    wide: wideTable(selection),
    comparison: comparison && { ...comparison, published: await findPublished(db, project, comparison) },
  }
}

interface Counts {
  rows: number
  people: number
  byWave: Map<WaveKind, { asked: number; answered: number }>
  modes: ReadonlySet<Mode>
}

function countRows(rows: Iterable<Reading>): Counts {
  const seen = new Set<Mode>()
  const counts: Counts = { rows: 0, people: 0, byWave: new Map(), modes: seen }
  let last = ''
  for (const { person, wave, response } of rows) {
    counts.rows += 1
    if (person.name !== last) counts.people += 1
    last = person.name
    const own = counts.byWave.get(wave.kind) ?? { asked: 0, answered: 0 }
    own.asked += 1
    if (response) {
      own.answered += 1
      seen.add(response.mode)
    }
    counts.byWave.set(wave.kind, own)
  }
  return counts
}

/** Those that the results do not count as nobody's: a file without that column says no more than they do. */
async function modesTold(db: Database, comparison: Comparison): Promise<ReadonlySet<Mode>> {
  const context = await contextOf(db, comparison).catch(withoutContext)
  return new Set(modesUsed(context?.responses.modes ?? { from: [], to: [] }))
}

/** Figures frozen before contexts were tell nothing of it. */
function withoutContext(error: unknown): null {
  if (error instanceof Problem && error.code === 'not_found') return null
  throw error
}

function studyOf(
  db: Database,
  project: Project,
  { level, waves, municipality }: Selection,
  { people, byWave }: Counts,
  { steps, modes, now }: { steps: readonly Text[]; modes: readonly Mode[]; now: number },
): Study {
  const kinds = new Set(waves.map(({ kind }) => kind))
  return {
    slug: project.slug,
    title: { sv: project.nameSv, en: project.nameEn },
    about: { sv: project.aboutSv, en: project.aboutEn },
    organisation: project.organisation,
    contactEmail: project.contactEmail,
    isDemo: project.isDemo,
    level,
    steps,
    waves: listWaves(db, project.id)
      .filter(({ kind }) => kinds.has(kind))
      .map(({ kind, questionnaireId, questionnaireVersion, ...wave }) => ({
        kind,
        title: inBoth((language) => phrasesIn(language).common.waveKind[kind]),
        ...daysOf(wave),
        questionnaire: questionnaireId,
        version: questionnaireVersion,
        ...(byWave.get(kind) ?? { asked: 0, answered: 0 }),
      })),
    modes,
    people,
    municipalities: municipality?.values.length ?? 0,
    madeOn: localDay(now),
  }
}
