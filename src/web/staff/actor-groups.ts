// The groups that participants of a project may belong to: those of its questionnaire.
import { getQuestionnaire, listQuestionnaires } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import { listWaves } from '#store/waves.ts'
import type { ActorGroup } from '#survey/questionnaire.ts'

/** Of the latest wave's questionnaire; before any wave is planned, of every published one. Each code once. */
export function actorGroupsOf(db: Database, projectId: string): ActorGroup[] {
  const wave = listWaves(db, projectId).at(-1)
  const questionnaires = wave
    ? [getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)]
    : listQuestionnaires(db).map(({ id, version }) => getQuestionnaire(db, id, version))
  const groups = new Map(questionnaires.flatMap(({ actorGroups }) => actorGroups).map((group) => [group.code, group]))
  return [...groups.values()]
}
