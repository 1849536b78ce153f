// What the group has answered, as those see it who have answered too: of the wave that was their own, and of one before.
import { publishCut } from '#publication.ts'
import { changeFeedback } from '#store/projects.ts'
import { invitations } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { fillProject } from '../support/answers.ts'
import { makeWorld, morning } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'

export async function feedbackStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db, project } = world
  const { baseline, endline } = fillProject(world)
  await publishCut(db, project, 'system', morning)
  changeFeedback(db, project, true, 'system', morning)
  const invited = db.select().from(invitations).all()
  const link = (waveId: string) =>
    `/s/${issueTokens(db, invited.find((one) => one.waveId === waveId)?.id ?? '', morning).answer}/feedback`
  return {
    world,
    seen: [
      { name: 'feedback, of the wave that was answered', path: link(endline.id) },
      { name: 'feedback, of a later wave', path: link(baseline.id) },
    ],
  }
}
