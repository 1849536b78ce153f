// Of which day the published figures of an archive are: frozen ones stay while the answers beside them go on.
import { formatDay, localDay } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type Comparison, checkCut } from '#results.ts'
import { findLatestCut } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'

export interface PublishedFigures {
  /** Where the figures are frozen; the day is YYYY-MM-DD, Swedish time. null = they follow the answers. */
  cut: { code: string; frozenOn: string } | null
  /**
   * How it stands to the answers that they are made from. same: as they are now. answers: some have changed. open: a
   * wave is no longer closed, so they may have. program: the answers are the same, and computing again gives others.
   */
  since: 'same' | 'answers' | 'open' | 'program'
}

export async function findPublished(
  db: Database,
  project: Project,
  comparison: Pick<Comparison, 'cut'>,
): Promise<PublishedFigures> {
  const cut = comparison.cut ?? findLatestCut(db, project.id)
  if (!cut) return { cut: null, since: 'same' }
  const told = { code: cut.code, frozenOn: localDay(cut.madeAt) }
  // Figures that follow the answers are those of the latest cut.
  if (!comparison.cut) return { cut: told, since: 'same' }
  const { data, identical } = await checkCut(db, project, cut)
  if (data !== 'same') return { cut: told, since: data === 'gone' ? 'open' : 'answers' }
  return { cut: told, since: identical ? 'same' : 'program' }
}

/** Whether rows of the files may differ from the published ones without a fault in either. */
export const mayHaveMoved = ({ since }: PublishedFigures): boolean => since === 'answers' || since === 'open'

/** @param madeOn when the archive was made, YYYY-MM-DD: the day of the answers in it */
export function publishedText({ cut, since }: PublishedFigures, madeOn: string, language: Language): string {
  const words = phrasesIn(language).research.published
  const made = formatDay(madeOn, language)
  if (!cut) return words.unfrozen(made)
  return `${words.frozen(cut.code, formatDay(cut.frozenOn, language))} ${words.since[since](made)}`
}
