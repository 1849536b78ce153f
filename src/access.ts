// Who may do what: one table. What is not listed is refused. Pure, so that every route and every test asks the same.

export const roles = ['admin', 'coordinator', 'process_leader', 'economist', 'evaluator', 'researcher'] as const
export type Role = (typeof roles)[number]

export const actions = [
  'projects:list',
  'projects:create',
  'project:read',
  'participants:read',
  'participants:import',
  'waves:plan',
  'waves:run',
  'mail:read',
  'mail:confirm',
  'staff:invite',
  'mail:tune',
  'results:read',
  'cuts:make',
  'reports:write',
  'responses:import',
  'responses:export',
  'responses:enter',
  'answers:review',
  'answers:code',
] as const
export type Action = (typeof actions)[number]

/** A role held in one project and municipality; '*' stands for every one. */
export interface Grant {
  role: Role
  projectId: string
  municipalityCode: string
}

/** Where an action happens. Left out = the action is about no project, or about the project as a whole. */
export interface Scope {
  projectId?: string
  municipalityCode?: string
}

const table: Readonly<Record<Role, readonly Action[]>> = {
  admin: actions,
  coordinator: [
    'projects:list',
    'project:read',
    'participants:read',
    'participants:import',
    'waves:plan',
    'waves:run',
    'mail:read',
    // Hours and pace are one for all projects: mail leaves by one server. So the route asks for a real project, whole.
    'mail:tune',
    'results:read',
    'cuts:make',
    'reports:write',
    'responses:import',
    // Holds forms that people have filled in, and knows whose they are; the process leader must not.
    'responses:enter',
  ],
  // Sees counts of the own municipality, and imports its participants; letters and waves belong to the coordinator.
  process_leader: ['projects:list', 'project:read', 'participants:read', 'participants:import', 'results:read'],
  // Writes what goes to the funder; everybody who may see results may read it.
  economist: ['projects:list', 'project:read', 'results:read', 'reports:write'],
  // What people wrote is read by those who study it, never by those who know them.
  evaluator: ['projects:list', 'project:read', 'results:read', 'answers:review', 'answers:code'],
  researcher: ['projects:list', 'project:read', 'results:read', 'responses:export', 'answers:review', 'answers:code'],
}

/** Actions that a grant for one municipality gives for the project as a whole, since what they show is publishable. */
const projectWide: readonly Action[] = ['projects:list', 'project:read', 'results:read']

/** Actions that make sense in one municipality alone: whoever has the one does them there, and route and store see to it. */
const municipal: readonly Action[] = ['participants:read', 'participants:import']

export function can(grants: readonly Grant[], action: Action, scope: Scope = {}): boolean {
  return grants.some(
    (grant) =>
      table[grant.role].includes(action) &&
      (scope.projectId === undefined || grant.projectId === '*' || grant.projectId === scope.projectId) &&
      (grant.municipalityCode === '*' ||
        grant.municipalityCode === scope.municipalityCode ||
        projectWide.includes(action)),
  )
}

/** Whether the action is allowed anywhere at all: what can be asked before the place is known. */
export const canSomewhere = (grants: readonly Grant[], action: Action): boolean =>
  grants.some((grant) => table[grant.role].includes(action))

/** Whether the action may be begun in a project: in all of it, or for what is done per municipality in some of it. */
export const canIn = (grants: readonly Grant[], action: Action, projectId: string): boolean =>
  can(grants, action, { projectId }) ||
  (municipal.includes(action) && municipalitiesFor(grants, action, projectId).length > 0)

/** The municipalities of a project in which the action is allowed: all, or these codes. */
export function municipalitiesFor(grants: readonly Grant[], action: Action, projectId: string): 'all' | string[] {
  const held = grants.filter(
    (grant) => table[grant.role].includes(action) && (grant.projectId === '*' || grant.projectId === projectId),
  )
  return held.some((grant) => grant.municipalityCode === '*') ? 'all' : held.map((grant) => grant.municipalityCode)
}

/** Projects a member of staff may open. */
export function projectsFor(grants: readonly Grant[]): 'all' | string[] {
  return grants.some((grant) => grant.projectId === '*') ? 'all' : [...new Set(grants.map((grant) => grant.projectId))]
}
