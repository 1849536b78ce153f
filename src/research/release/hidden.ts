// What publications hide about municipalities and actor groups: a file with everybody behind a hidden figure would let
// anybody compute it.
import type { Levels } from '#indicators/figures.ts'
import type { ActorGroupResult, ProjectResults } from '#indicators/model.ts'
import type { Published } from '#indicators/published.ts'
import type { WaveKind } from '#survey/questionnaire.ts'

/** What is hidden of one group in some edition. */
export interface Hidden {
  /** A paired change, or counts of those with both waves: whoever has everybody with both waves can compute it. */
  pairs: boolean
  /** Levels of a wave, as levelKey: computed from everybody of that wave, paired or not. */
  levels: ReadonlySet<string>
}

/** By code; a group that is not there is shown as a whole, in every edition. */
export type Standing = ReadonlyMap<string, Hidden>

export const levelKey = (kind: WaveKind, indicator: string): string => `${kind} ${indicator}`

/**
 * @param editions the results as they are now and every earlier one that was published
 * @param inFile whether an indicator can be computed from the file at all
 */
export function standingOfMunicipalities(
  editions: readonly ProjectResults[],
  inFile: (indicator: string) => boolean,
): Standing {
  const notes = new Notes()
  for (const edition of editions) {
    for (const { code, counts } of edition.match.byMunicipality) notes.pairs(code, counts)
    for (const { indicator, byMunicipality } of edition.indicators)
      if (inFile(indicator.id)) for (const group of byMunicipality) noteGroup(notes, edition, indicator.id, group)
  }
  return notes.standing()
}

/** As standingOfMunicipalities. */
export function standingOfGroups(
  editions: readonly ProjectResults[],
  inFile: (indicator: string) => boolean,
): Standing {
  const notes = new Notes()
  for (const edition of editions)
    for (const { indicator, byActorGroup } of edition.indicators)
      if (inFile(indicator.id)) for (const group of byActorGroup) noteGroup(notes, edition, indicator.id, group)
  return notes.standing()
}

function noteGroup(
  notes: Notes,
  { from, to }: ProjectResults,
  indicator: string,
  { code, change, levels }: Pick<ActorGroupResult, 'code' | 'change' | 'levels'>,
): void {
  notes.pairs(code, change.paired)
  const [before, after] = [levelKey(from.kind, indicator), levelKey(to.kind, indicator)]
  for (const figure of figuresOf(levels, 'from')) notes.level(code, before, figure)
  for (const figure of figuresOf(levels, 'to')) notes.level(code, after, figure)
  // It is made of both.
  for (const key of [before, after]) notes.level(code, key, change.all)
}

const figuresOf = (levels: Levels, wave: 'from' | 'to'): Published<unknown>[] => [levels[wave].core, levels[wave].own]

class Notes {
  readonly #hidden = new Map<string, { pairs: boolean; levels: Set<string> }>()

  pairs(code: string, figure: Published<unknown>): void {
    if (isHidden(figure)) this.#of(code).pairs = true
  }

  level(code: string, key: string, figure: Published<unknown>): void {
    if (isHidden(figure)) this.#of(code).levels.add(key)
  }

  standing(): Standing {
    return this.#hidden
  }

  #of(code: string) {
    const known = this.#hidden.get(code) ?? { pairs: false, levels: new Set<string>() }
    this.#hidden.set(code, known)
    return known
  }
}

/** What was not asked or cannot be compared is missing for everybody, and hides nobody. */
const isHidden = (figure: Published<unknown>): boolean =>
  !figure.shown && (figure.reason === 'suppressed' || figure.reason === 'too_few')
