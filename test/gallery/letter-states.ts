// Letters in a project's own words, messages to everybody in it, and what staff see of their own accounts.
import { keepLetterTemplate } from '#store/letter-templates.ts'
import { tellProject } from '#store/project-messages.ts'
import { exchangeLetters } from '#store/sending.ts'
import { inviteStaff, requestReset } from '#store/staff-letters.ts'
import { settle } from '../support/outbox.ts'
import { makeWorld, morning } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'

export async function letterStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db, project } = world
  world.planWave()
  world.addPeople(3)
  const own = { subject: 'Enkät från {projekt}', body: 'Hej {namn}!\n\nVi i {kommun} behöver dig.\n\n{länk}' }
  const key = { projectId: project.id, kind: 'invitation', language: 'sv' } as const
  keepLetterTemplate(db, key, own, 0, 'system', morning)
  const told = {
    subjectSv: 'Nytt från {projekt}',
    bodySv: 'Hej {namn}!\n\nVi ses i maj.',
    subjectEn: 'News from {project}',
    bodyEn: 'Dear {name},\n\nSee you in May.',
  }
  tellProject(db, project, told, 1, 'system', morning)
  inviteStaff(
    db,
    {
      name: 'Nils Ny',
      email: 'nils@bygden.example',
      language: 'sv',
      grants: [{ role: 'process_leader', projectId: project.id, municipalityCode: '0482' }],
    },
    '',
    'system',
    morning,
  )
  requestReset(db, 'economist@bygden.example', '', morning)
  const { letters } = exchangeLetters(db, [], 2, morning, '2027-03-01')
  const [telling] = exchangeLetters(db, [], 1, morning, '2027-03-01').letters
  if (telling) settle(db, telling.id, { outcome: 'unknown', reason: 'the server closed the connection' }, morning)
  const [token] = letters.flatMap((letter) => ('notice' in letter && letter.notice === 'account' ? [letter.token] : []))
  const letter = '/projects/service/letters/invitation/sv'
  const faulty = { subject: '{länk}', body: 'Hej {nam}!\n\nSvaren är anonyma.', basedOn: '1', recipient: '' }
  return {
    world,
    seen: [
      { name: 'letters of a project', path: '/projects/service/letters', as: 'coordinator' },
      { name: 'letter in own words', path: letter, as: 'coordinator' },
      { name: 'letter of thanks', path: '/projects/service/letters/thanks/en', as: 'coordinator' },
      { name: 'letter with faults', path: letter, form: faulty, as: 'coordinator', status: 422 },
      { name: 'messages to participants', path: '/projects/service/messages', as: 'coordinator' },
      { name: 'message to be sent?', path: '/projects/service/messages/check', form: told, as: 'coordinator' },
      {
        name: 'message with faults',
        path: '/projects/service/messages/check',
        form: { ...told, subjectEn: '', bodySv: 'Hej {namm}' },
        as: 'coordinator',
        status: 422,
      },
      { name: 'messages, nobody to tell', path: '/projects/annat/messages', as: 'stranger' },
      { name: 'accounts', path: '/accounts', as: 'admin' },
      {
        name: 'accounts with errors',
        path: '/accounts',
        form: { name: '', email: 'nils', role: '', project: 'x', language: 'sv' },
        as: 'admin',
        status: 422,
      },
      { name: 'password forgotten', path: '/password' },
      { name: 'password forgotten, with an error', path: '/password', form: { email: 'nils@' }, status: 422 },
      { name: 'password forgotten, link sent', path: '/password', form: { email: 'nils@bygden.example' } },
      { name: 'password to be chosen', path: `/password/${token}` },
      { name: 'password too short', path: `/password/${token}`, form: { password: 'kort' }, status: 422 },
      { name: 'password link used up', path: '/password/AAAAAAAAAAAAAAAAAAAAAA', status: 410 },
    ],
  }
}
