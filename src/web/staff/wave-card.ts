// A wave in short: its days, its state and how many have answered, as far as this reader may know.
import { municipalitiesFor } from '#access.ts'
import type { Language } from '#i18n/phrases.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Staff } from '#store/staff.ts'
import { countTurnoutByMunicipality, type MunicipalityTurnout, sumTurnout, type Turnout } from '#store/turnout.ts'
import { type Wave, type WaveState, waveState } from '#store/waves.ts'
import type { WaveKind } from '#survey/questionnaire.ts'

export interface WaveCard {
  id: string
  kind: WaveKind
  state: WaveState
  /** YYYY-MM-DD. */
  opensOn: string
  closesOn: string
  questionnaire: { title: string; version: number }
  /** In the municipalities that the reader has; all of them for most. */
  turnout: Turnout
}

export function waveCard(db: Database, wave: Wave, staff: Staff, language: Language): WaveCard {
  const { id, kind, opensOn, closesOn, questionnaireId, questionnaireVersion } = wave
  const { title } = getQuestionnaire(db, questionnaireId, questionnaireVersion)
  return {
    id,
    kind,
    state: waveState(wave),
    opensOn,
    closesOn,
    questionnaire: { title: title[language], version: questionnaireVersion },
    turnout: sumTurnout(turnoutFor(db, wave, staff)),
  }
}

/** By municipality: a process leader has the own one, others of the project all. */
export function turnoutFor(db: Database, wave: Wave, staff: Staff): MunicipalityTurnout[] {
  const own = municipalitiesFor(staff.grants, 'project:read', wave.projectId)
  return countTurnoutByMunicipality(db, wave.id).filter(({ code }) => own === 'all' || own.includes(code))
}
