// Which figures of the context are published: by our rules, and by the rule of a tool that only counts to five.
import type { ResultsContext } from '#indicators/context/model.ts'
import { actorGroups, contactItems, type RandomProject, type Subject, scaleItems } from './random-project.ts'

export interface Publication {
  item: (item: string) => boolean
  /** Leavers of scale D. */
  attrition: boolean
  /** The change of those who looked back. */
  lookedBack: boolean
  /** 'none' = did not say. */
  dose: (category: string) => boolean
  cell: (group: string, item: string) => boolean
  groupCounts: (group: string) => boolean
  groupDispositions: (group: string) => boolean
  municipalityDispositions: (code: string) => boolean
  perceived: (point: number) => boolean
}

export function publicationOf(context: ResultsContext): Publication {
  const cells = new Map(
    context.grids.flatMap(({ about, rows }) =>
      rows.flatMap(({ groups, cells }) => cells.map((cell, at) => [`${groups.join()} ${about[at]?.item}`, cell.shown])),
    ) as [string, boolean][],
  )
  const dose = new Map(
    context.dose.flatMap(({ categories }) =>
      categories.map(({ code, change }) => [String(code ?? 'none'), change.shown] as const),
    ),
  )
  const { byActorGroup, byMunicipality } = context.responses
  const rowOf = (rows: typeof byActorGroup, code: string) => rows.find((row) => row.code === code)
  return {
    item: (item) => context.items.some((one) => one.item === item && one.change.shown),
    attrition: context.attrition.byIndicator.some(({ indicator, estimate }) => indicator === 'D' && estimate.shown),
    lookedBack: context.responseShift.some(({ prospective, adjusted }) => prospective.shown || adjusted.shown),
    dose: (category) => dose.get(category) === true,
    cell: (group, item) => cells.get(`${group} ${item}`) === true,
    groupCounts: (group) =>
      rowOf(byActorGroup, group)?.funnel.shown === true ||
      context.attrition.byActorGroup.some((row) => row.group === group && row.counts.shown),
    groupDispositions: (group) => rowOf(byActorGroup, group)?.dispositions.shown === true,
    municipalityDispositions: (code) => rowOf(byMunicipality, code)?.dispositions.shown === true,
    perceived: (point) =>
      context.perceived.some(({ points }) => points.some((one) => one.code === point && one.count.shown)),
  }
}

/** Every figure of five and more people. */
export function naivePublication({ people, municipalities }: RandomProject): Publication {
  const enough = (is: (person: Subject) => boolean) => people.filter(is).length >= 5
  const both = (person: Subject, item: string) => person.from?.[item] !== undefined && person.to?.[item] !== undefined
  const isPair = (person: Subject) => scaleItems.filter((item) => both(person, item)).length >= 2
  const fits = new Set(
    contactItems.flatMap((item) =>
      actorGroups
        .filter((group) => enough((person) => person.group === group && both(person, item)))
        .map((group) => `${group} ${item}`),
    ),
  )
  return {
    item: (item) => enough((person) => both(person, item)),
    attrition: enough((person) => person.from !== null && !isPair(person)),
    lookedBack: enough((person) => both(person, 'NOW') && person.to?.THEN !== undefined),
    dose: (category) =>
      enough((person) => isPair(person) && both(person, 'E1') && String(person.to?.DOSE ?? 'none') === category),
    cell: (group, item) => fits.has(`${group} ${item}`),
    groupCounts: (group) => enough((person) => person.group === group && person.from !== null && person.to !== null),
    groupDispositions: (group) => enough((person) => person.group === group),
    municipalityDispositions: (code) =>
      municipalities.includes(code) && enough((person) => person.municipality === code),
    perceived: (point) => enough((person) => person.to?.PERC === point),
  }
}
