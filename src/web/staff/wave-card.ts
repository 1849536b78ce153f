// A wave in short: its days, its state and how many have answered, as far as this reader may know.
import { can, municipalitiesFor } from '#access.ts'
import type { Language } from '#i18n/phrases.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import { getSmallestGroup } from '#store/projects.ts'
import type { Staff } from '#store/staff.ts'
import {
  countTurnoutByMunicipality,
  inSteps,
  type MunicipalityTurnout,
  sumTurnout,
  type Turnout,
} from '#store/turnout.ts'
import { isOverdue, listWaves, stateOn, type Wave, type WaveState } from '#store/waves.ts'
import type { WaveKind } from '#survey/questionnaire.ts'

export interface WaveCard {
  id: string
  kind: WaveKind
  /** As its readers see it: closed after its last day, too. */
  state: WaveState
  /** Closed by its last day alone: it can be extended. */
  isOverdue: boolean
  /** YYYY-MM-DD. */
  opensOn: string
  closesOn: string
  questionnaire: { title: string; version: number }
  turnout: Turnout
  /** How many answers the numbers move by, where that is more than one. */
  step: number | null
}

/** @param today the local day, YYYY-MM-DD */
export function waveCard(db: Database, wave: Wave, staff: Staff, language: Language, today: string): WaveCard {
  const { id, kind, opensOn, closesOn, questionnaireId, questionnaireVersion } = wave
  const { title } = getQuestionnaire(db, questionnaireId, questionnaireVersion)
  const step = stepFor(db, wave, staff, today)
  const municipalities = exactTurnout(db, wave, staff) ?? publicTurnout(db, wave)
  return {
    id,
    kind,
    state: stateOn(wave, today),
    isOverdue: isOverdue(wave, today),
    opensOn,
    closesOn,
    questionnaire: { title: title[language], version: questionnaireVersion },
    turnout: inSteps(sumTurnout(municipalities), step),
    step: step > 1 ? step : null,
  }
}

/** Whoever sends reminders has to know how many are missing; to others a wave that is open tells of no one answer. */
function stepFor(db: Database, wave: Wave, staff: Staff, today: string): number {
  const isRunner = can(staff.grants, 'waves:run', { projectId: wave.projectId })
  return isRunner || stateOn(wave, today) !== 'open' ? 1 : getSmallestGroup(db, wave.projectId)
}

/** By municipality, where the reader may know of any; in steps for most while the wave is open. @param today as above */
export function turnoutByMunicipality(
  db: Database,
  wave: Wave,
  staff: Staff,
  today: string,
): MunicipalityTurnout[] | null {
  const step = stepFor(db, wave, staff, today)
  return exactTurnout(db, wave, staff)?.map((row) => inSteps(row, step)) ?? null
}

/**
 * Everybody, in the municipalities whose participants the reader may know of: a process leader has the own one. null for
 * readers of results, who may know of no municipality.
 */
function exactTurnout(db: Database, wave: Wave, staff: Staff): MunicipalityTurnout[] | null {
  const own = municipalitiesFor(staff.grants, 'participants:read', wave.projectId)
  if (own.length === 0) return null
  return countTurnoutByMunicipality(db, wave.id).filter(({ code }) => own === 'all' || own.includes(code))
}

/** Those whom results are about, so that no total here gives away what results leave out. */
function publicTurnout(db: Database, wave: Wave): MunicipalityTurnout[] {
  const groups = listWaves(db, wave.projectId).flatMap(
    ({ questionnaireId, questionnaireVersion }) =>
      getQuestionnaire(db, questionnaireId, questionnaireVersion).actorGroups,
  )
  const delivering = groups.filter(({ excludedFromOutcomes }) => excludedFromOutcomes).map(({ code }) => code)
  return countTurnoutByMunicipality(db, wave.id, delivering)
}
