// The groups that participants of a project may belong to: those of its questionnaires.
import type { ActorGroup } from '#survey/questionnaire.ts'
import { getQuestionnaire, listQuestionnaires } from './catalogue.ts'
import type { Database } from './database.ts'
import { listWaves } from './waves.ts'

/** Of all its waves' questionnaires, named as in the latest; before any wave is planned, of every published one. */
export function actorGroupsOf(db: Database, projectId: string): ActorGroup[] {
  const planned = listWaves(db, projectId).map((wave) => ({
    id: wave.questionnaireId,
    version: wave.questionnaireVersion,
  }))
  const versions = planned.length > 0 ? planned : listQuestionnaires(db)
  const groups = versions.flatMap(({ id, version }) => getQuestionnaire(db, id, version).actorGroups)
  return [...new Map(groups.map((group) => [group.code, group])).values()]
}
