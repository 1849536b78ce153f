// Pages of long work and of open answers, in every state: files asked for, answers being read and sorted.

import { askForJob, cancelJob, claimNextJob, endJob, type Job, type JobEnd, noteProgress } from '#store/jobs.ts'
import { addCategory, listCategories, listOpenAnswers, saveCoding, saveReview } from '#store/open-answers.ts'
import { recordResponse } from '#store/responses.ts'
import { invitations } from '#store/schema.ts'
import { closeWave, openWave } from '#store/waves.ts'
import { fillProject } from '../support/answers.ts'
import { flen, ljungby, makeWorld, morning, type World } from '../support/world.ts'
import type { Seen } from './states.ts'

export async function jobStates(): Promise<{ world: World; seen: Seen[] }> {
  const world = await makeWorld()
  const { db, project, staff } = world
  fillProject(world)
  let asked = 0
  const ask = (): Job => {
    asked += 1
    const job = { projectId: project.id, kind: 'charts', params: { asked }, language: 'sv' as const }
    const made = askForJob(
      db,
      { ...job, fileName: 'service-charts.zip' },
      `staff:${staff.evaluator.id}`,
      morning + asked,
    )
    return made
  }
  const end = (how: JobEnd): Job => {
    const job = ask()
    claimNextJob(db, morning + asked)
    noteProgress(db, job.id, 3, 9)
    endJob(db, job.id, how, morning + asked)
    return job
  }
  const ended = {
    done: end({ state: 'done', fileSize: 1_234_567, fileSha256: 'ab12'.repeat(16), cutId: null }),
    failed: end({ state: 'failed', error: 'no_space' }),
    ofLogotype: end({ state: 'failed', error: 'logo_undrawable 2' }),
    interrupted: end({ state: 'interrupted' }),
  }
  const cancelled = ask()
  cancelJob(db, cancelled, 'system', morning)
  const running = ask()
  claimNextJob(db, morning)
  noteProgress(db, running.id, 3, 9)
  const queued = ask()
  const at = (job: Job) => `/projects/service/jobs/${job.id}`
  const seen: Seen[] = [
    { name: 'files to download', path: '/projects/service/jobs', as: 'evaluator' },
    { name: 'files to download, none', path: '/projects/annat/jobs', as: 'admin' },
    { name: 'file waiting', path: at(queued), as: 'evaluator' },
    { name: 'file being made', path: `${at(running)}?follow=1`, as: 'evaluator' },
    { name: 'file ready', path: at(ended.done), as: 'evaluator' },
    { name: 'file failed', path: at(ended.failed), as: 'evaluator' },
    { name: 'file failed, by a logotype', path: at(ended.ofLogotype), as: 'evaluator' },
    { name: 'file interrupted', path: at(ended.interrupted), as: 'evaluator' },
    { name: 'file cancelled', path: at(cancelled), as: 'evaluator' },
  ]
  return { world, seen }
}

const texts = [
  'Mötena i bygdegården, där vi från kommunen träffar Anna Öberg och de andra från landsbygdsgruppen.',
  'Att vi har <b>samma</b> kalender.\n\nOch att någon tar ansvar.',
  'Ring 0701-23 45 67 om ni vill veta mer! Skriv annars till asa@example.org.',
  'Det finns en tydlig plan.',
  'Tid. Alla vill, men ingen har tid avsatt, och så blir det bara de vanliga eldsjälarna igen.',
  'Butiken i byn.',
]

export async function openAnswersStates(): Promise<{ world: World; seen: Seen[] }> {
  const world = await makeWorld()
  const { db, project, staff } = world
  world.addPeople(14, flen)
  world.addPeople(12, ljungby)
  const wave = world.planWave()
  openWave(db, wave, 'system', morning)
  for (const [at, { id }] of db.select().from(invitations).all().entries()) {
    const about = { questionnaireId: 'samverkan', questionnaireVersion: 1, language: 'sv', mode: 'web' } as const
    const text = texts[at % texts.length] ?? ''
    const answers = { D1: 3, O1: text, ...(at < 20 ? { O2: text } : {}), ...(at < 3 ? { O3: text } : {}) }
    recordResponse(db, { invitationId: id, ...about, answers }, morning)
  }
  closeWave(db, wave.id, 'system', morning)

  for (const [name, description] of [
    ['Möten', 'Att ses, var och hur ofta. Inte: kalendern.'],
    ['Ansvar', 'Vem som gör vad, och att någon gör det.'],
    ['Tid och pengar', ''],
  ] as const)
    addCategory(db, project.id, { name, description }, 'system', morning)
  const categories = listCategories(db, project.id).map(({ id }) => id)
  const review = (item: string, count: number) => {
    for (const [at, answer] of listOpenAnswers(db, wave.id, item).slice(0, count).entries()) {
      const verdict = at % 3 === 0 ? 'quote' : 'keep'
      const redacted = answer.text.replace('Anna Öberg', '[namn]')
      saveReview(db, answer, { redacted, verdict, seen: null }, project.id, 'system', morning)
    }
  }
  const code = (item: string, coder: 'evaluator' | 'researcher', count: number) => {
    const by = { staffId: staff[coder].id, projectId: project.id }
    for (const [at, answer] of listOpenAnswers(db, wave.id, item).slice(0, count).entries()) {
      const chosen = categories.filter((_, one) => (at + one) % (one + 2) === 0)
      saveCoding(db, answer, coder === 'researcher' && at % 9 === 4 ? [] : chosen, by, morning)
    }
  }
  review('O1', 26)
  code('O1', 'evaluator', 26)
  code('O1', 'researcher', 26)
  review('O2', 20)
  code('O2', 'evaluator', 20)
  code('O2', 'researcher', 5)
  review('O3', 1)
  const base = '/projects/service/open-answers'
  const first = (item: string, isReviewed: boolean) =>
    listOpenAnswers(db, wave.id, item).find((answer) => (answer.review !== null) === isReviewed)?.responseId
  const uncoded = listOpenAnswers(db, wave.id, 'O2').find(({ codings }) => codings.length === 1)?.responseId
  const named = listOpenAnswers(db, wave.id, 'O1').find(({ text }) => text.includes('Öberg'))?.responseId
  const category = categories[0] ?? ''
  const seen: Seen[] = [
    { name: 'open answers', path: base, as: 'evaluator' },
    { name: 'open answers, for a coordinator', path: base, as: 'coordinator' },
    { name: 'open answers, none', path: '/projects/annat/open-answers', as: 'admin' },
    { name: 'open answers, a question to settle', path: `${base}/baseline/O1?done=all_coded`, as: 'evaluator' },
    { name: 'open answers, too few', path: `${base}/baseline/O3`, as: 'economist' },
    { name: 'open answers, review', path: `${base}/baseline/O1/review/${named}`, as: 'evaluator' },
    {
      name: 'open answers, review with errors',
      path: `${base}/baseline/O3/review/${first('O3', false)}`,
      form: { redacted: '', verdict: '' },
      as: 'evaluator',
      status: 422,
    },
    {
      name: 'open answers, reviewed by another meanwhile',
      path: `${base}/baseline/O3/review/${first('O3', true)}`,
      form: { redacted: 'Mitt förslag', verdict: 'quote', seen: '' },
      as: 'evaluator',
      status: 409,
    },
    { name: 'open answers, coding', path: `${base}/baseline/O2/coding/${uncoded}`, as: 'researcher' },
    { name: 'open answers, not yet to compare', path: `${base}/baseline/O2/agreement`, as: 'researcher' },
    { name: 'open answers, agreement', path: `${base}/baseline/O1/agreement`, as: 'researcher' },
    { name: 'open answers, categories', path: `${base}/categories`, as: 'researcher' },
    {
      name: 'open answers, category with errors',
      path: `${base}/categories/${category}`,
      form: { name: '', description: 'x'.repeat(600) },
      as: 'researcher',
      status: 422,
    },
  ]
  return { world, seen }
}
