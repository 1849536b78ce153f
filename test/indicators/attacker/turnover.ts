// The attacker's third way: seats that changed hands, and those who left or withdrew. They need never have been asked,
// so they are cells of their own, added up by municipality and by actor group.
import { type Sum, spanOf } from '../linear-span.ts'
import { actorGroups } from './questionnaire.ts'
import type { RandomProject } from './random-project.ts'
import type { Edition } from './sums.ts'
import { everybody, type Scope, scopesOf, tells } from './told.ts'

export const turnoverFields = ['replacedSeats', 'left', 'withdrawn'] as const
type Field = (typeof turnoverFields)[number]

export function attackTurnover({ project, published }: Edition): string[] {
  const scopes = scopesOf(project.municipalities, actorGroups)
  const isTold = (scope: Scope) => tells(published, { of: 'turnover', scope })
  return turnoverFields.flatMap((field) => {
    const sumOf = (scope: Scope): Sum => new Map([...countCells(project, field, scope)].map(([cell]) => [cell, 1]))
    const span = spanOf(scopes.filter(isTold).map(sumOf))
    const total = countTurnover(project, field, everybody)
    return scopes.flatMap((scope) => {
      const people = countTurnover(project, field, scope)
      // The project's own number is always told: where it is few, or all of one row, nothing can be done.
      if (isTold(scope) || people === 0 || people > 4 || people === total || total < 5) return []
      return span.determines(sumOf(scope)) ? [`${field} of ${JSON.stringify(scope)}`] : []
    })
  })
}

export const countTurnover = (project: RandomProject, field: Field, scope: Scope): number =>
  [...countCells(project, field, scope).values()].reduce((sum, n) => sum + n, 0)

/** By municipality and group, where there is anybody. */
function countCells({ input }: RandomProject, field: Field, scope: Scope): Map<string, number> {
  const cells = new Map<string, number>()
  const members = (input.memberships ?? []).filter(({ actorGroup }) => actorGroup !== 'HSL')
  const holders = Map.groupBy(members, ({ seat }) => seat)
  for (const { participant, seat, municipality, actorGroup, left, withdrawn } of members) {
    if (scope.is !== 'everybody' && ![municipality, actorGroup].includes(scope.code)) continue
    const isCounted =
      field === 'left'
        ? left
        : field === 'withdrawn'
          ? withdrawn
          : // Once a seat, by whoever holds it.
            participant === seat && (holders.get(seat)?.length ?? 0) > 1
    const cell = `${municipality} ${actorGroup}`
    if (isCounted) cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  return cells
}
