// The table of rights as a reader expects it; not listed = no.
import { expect, test } from 'vitest'
import { type Action, actions, can, type Grant, municipalitiesFor, projectsFor, type Role, roles } from '#access.ts'

const grant = (role: Role, projectId = 'p', municipalityCode = '*'): Grant[] => [{ role, projectId, municipalityCode }]
const allowed = (role: Role): Action[] => actions.filter((action) => can(grant(role), action, { projectId: 'p' }))

test('whoever has no grant may do nothing', () => {
  for (const action of actions) expect(can([], action)).toBe(false)
})

test.each<[Role, Action[]]>([
  ['admin', [...actions]],
  ['economist', ['projects:list', 'project:read', 'results:read', 'reports:write']],
  ['evaluator', ['projects:list', 'project:read', 'results:read', 'answers:review', 'answers:code']],
  [
    'researcher',
    ['projects:list', 'project:read', 'results:read', 'responses:export', 'answers:review', 'answers:code'],
  ],
])('%s may do just this', (role, expected) => {
  expect(allowed(role)).toEqual(expected)
})

test('only researchers and administrators take answers out; nobody else sees one', () => {
  expect(roles.filter((role) => allowed(role).includes('responses:export'))).toEqual(['admin', 'researcher'])
})

test('what people wrote is read by those who study it, never by those who know them', () => {
  for (const action of ['answers:review', 'answers:code'] as const)
    expect(roles.filter((role) => allowed(role).includes(action))).toEqual(['admin', 'evaluator', 'researcher'])
})

test('a grant in one project is none in another', () => {
  for (const role of roles)
    for (const action of actions) expect(can(grant(role, 'p'), action, { projectId: 'q' })).toBe(false)
})

test('a process leader imports participants of the own municipality only, and sees publishable results of all', () => {
  const petra = grant('process_leader', 'p', '0482')
  expect(can(petra, 'participants:import', { projectId: 'p', municipalityCode: '0482' })).toBe(true)
  expect(can(petra, 'participants:import', { projectId: 'p', municipalityCode: '0781' })).toBe(false)
  expect(can(petra, 'participants:import', { projectId: 'p' })).toBe(false)
  expect(can(petra, 'waves:run', { projectId: 'p', municipalityCode: '0482' })).toBe(false)
  expect(can(petra, 'results:read', { projectId: 'p' })).toBe(true)
  expect(municipalitiesFor(petra, 'participants:import', 'p')).toEqual(['0482'])
})

test('several grants add up, and all projects is all', () => {
  const both = [...grant('process_leader', 'p', '0482'), ...grant('process_leader', 'p', '0781')]
  expect(municipalitiesFor(both, 'participants:read', 'p')).toEqual(['0482', '0781'])
  expect(projectsFor(both)).toEqual(['p'])
  expect(projectsFor(grant('admin', '*'))).toBe('all')
})
