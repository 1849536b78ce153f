// Two closed waves of the world's project, answered by people of both municipalities: enough for results.

import { recordResponse } from '#store/responses.ts'
import { invitations } from '#store/schema.ts'
import { closeWave, openWave, type Wave } from '#store/waves.ts'
import type { Answers } from '#survey/answer.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import { flen, ljungby, morning, type World } from './world.ts'

/** People of Flen, eight unless told, and nine of Ljungby answer before and after; most about dialogue rises. */
export function fillProject(world: World, people: { flen: number } = { flen: 8 }): { baseline: Wave; endline: Wave } {
  world.addPeople(people.flen, flen)
  world.addPeople(9, ljungby)
  return { baseline: answerWave(world, 'baseline', 1, 2), endline: answerWave(world, 'endline', 2, 4) }
}

/** Plans, opens, answers and closes a wave; the second of every two people answers D2 a step higher. */
export function answerWave(world: World, kind: WaveKind, version: number, level: number): Wave {
  const wave = world.planWave(kind, version)
  openWave(world.db, wave, 'system', morning)
  const asked = world.db
    .select()
    .from(invitations)
    .all()
    .filter((one) => one.waveId === wave.id)
  for (const [at, { id }] of asked.entries()) {
    const answers: Answers = { D1: level, D2: level + (at % 2), D3: level, D4: 3 }
    const about = { questionnaireId: 'samverkan', questionnaireVersion: version, language: 'sv', mode: 'web' } as const
    recordResponse(world.db, { invitationId: id, ...about, answers }, morning)
  }
  closeWave(world.db, wave.id, 'system', morning)
  return wave
}
