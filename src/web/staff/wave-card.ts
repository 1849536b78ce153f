// A wave in short: its days, its state and how many have answered, as far as this reader may know.
import { municipalitiesFor } from '#access.ts'
import type { Language } from '#i18n/phrases.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Staff } from '#store/staff.ts'
import { countTurnoutByMunicipality, type MunicipalityTurnout, sumTurnout, type Turnout } from '#store/turnout.ts'
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
}

/** @param today the local day, YYYY-MM-DD */
export function waveCard(db: Database, wave: Wave, staff: Staff, language: Language, today: string): WaveCard {
  const { id, kind, opensOn, closesOn, questionnaireId, questionnaireVersion } = wave
  const { title } = getQuestionnaire(db, questionnaireId, questionnaireVersion)
  return {
    id,
    kind,
    state: stateOn(wave, today),
    isOverdue: isOverdue(wave, today),
    opensOn,
    closesOn,
    questionnaire: { title: title[language], version: questionnaireVersion },
    turnout: sumTurnout(turnoutByMunicipality(db, wave, staff) ?? publicTurnout(db, wave)),
  }
}

/**
 * Everybody, in the municipalities whose participants the reader may know of: a process leader has the own one. null for
 * readers of results, who may know of no municipality.
 */
export function turnoutByMunicipality(db: Database, wave: Wave, staff: Staff): MunicipalityTurnout[] | null {
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
