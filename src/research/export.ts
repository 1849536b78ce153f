// Everything an export needs to know before its first file is written: what is let out, its tables, the study's facts.
import { readPublished } from '#cuts/published-results.ts'
import { Problem } from '#errors.ts'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { modesUsed } from '#indicators/context/modes.ts'
import { areAnswersFrozen, type Comparison, contextOf, resultsFor } from '#results.ts'
import { getCutResults, listCuts } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import { listPanelWaves, type Panel } from '#store/panel.ts'
import { listMunicipalities, type Project } from '#store/projects.ts'
import { type Mode, modes } from '#store/responses.ts'
import { listWaves } from '#store/waves.ts'
import type { Text, WaveKind } from '#survey/questionnaire.ts'
import type { Reading, ResearchWave } from './reading.ts'
import { planRelease } from './release/release.ts'
import { type Level, restrictedSelection, type Selection } from './selection.ts'
import type { Study } from './study.ts'
import { longTable, type Table, type WideRow, wideTable } from './tables.ts'
import { inBoth } from './variable.ts'

export interface ResearchExport {
  study: Study
  selection: Selection
  panel: Panel
  long: Table<Reading>
  longRows: number
  wide: Table<WideRow>
  /** What was compared; null where there is nothing publishable. */
  comparison: (Comparison & { fromWave: ResearchWave; toWave: ResearchWave }) | null
}

export interface ExportChoice {
  level: Level
  includeText?: boolean
  now: number
}

/**
 * @throws Problem 'wave_not_open' without an opened wave, 'not_found' for a release of nothing that was compared,
 *   'nothing_to_release' where no municipality is wholly shown, 'answers_changed' where its rows would tell late answers
 *   from those of the frozen figures
 */
export async function describeExport(
  db: Database,
  project: Project,
  panel: Panel,
  choice: ExportChoice,
): Promise<ResearchExport> {
  const waves = listPanelWaves(db, project.id)
  if (waves.length === 0) throw new Problem('wave_not_open')
  const found = await resultsFor(db, project, choice.now)
  const comparison = typeof found === 'string' ? null : withWaves(found, waves)
  if (choice.level === 'release' && !(await areAnswersFrozen(db, project, choice.now)))
    throw new Problem('answers_changed')
  const { selection, steps } =
    choice.level === 'release'
      ? releaseOf(db, project, panel, comparison)
      : {
          selection: restrictedSelection(waves, listMunicipalities(db, project.id), {
            includeText: choice.includeText === true,
          }),
          steps: [],
        }
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
    comparison,
  }
}

type Compared = NonNullable<ResearchExport['comparison']>

function withWaves(comparison: Comparison, waves: readonly ResearchWave[]): Compared {
  const waveOf = (kind: WaveKind): ResearchWave => {
    const wave = waves.find((one) => one.kind === kind)
    if (!wave) throw new Error(`the wave ${kind} was compared and is not open`)
    return wave
  }
  return { ...comparison, fromWave: waveOf(comparison.from.kind), toWave: waveOf(comparison.to.kind) }
}

function releaseOf(db: Database, project: Project, panel: Panel, comparison: Compared | null) {
  if (!comparison) throw new Problem('not_found')
  const release = planRelease({
    waves: [comparison.fromWave, comparison.toWave],
    editions: [comparison.results, ...listCuts(db, project.id).map((cut) => readPublished(getCutResults(db, cut)))],
    municipalities: listMunicipalities(db, project.id),
    people: panel.read(),
  })
  if (!release) throw new Problem('nothing_to_release')
  return release
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
      .map(({ kind, opensOn, closesOn, questionnaireId, questionnaireVersion }) => ({
        kind,
        title: inBoth((language) => phrasesIn(language).common.waveKind[kind]),
        opensOn,
        closesOn,
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
