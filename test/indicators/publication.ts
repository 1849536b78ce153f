// What is published of a random project, as the attacker reads it; and what would be published with a rule weakened.
import { decideDisclosure, type Sizes } from '#indicators/disclosure.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { fields, indicators, parts, type RandomProject, type Wave, waves, whole } from './random-project.ts'

/** paired and all have a figure of each wave. */
export const figures = ['paired', 'all', 'from', 'to', 'ownFrom', 'ownTo'] as const
export type FigureKind = (typeof figures)[number]
/** Everybody, a municipality or an actor group. */
export type Scope = { is: 'everybody' } | { is: 'municipality' | 'group'; code: string }

export interface Publication {
  shows: (figure: FigureKind, indicator: string, scope: Scope) => boolean
  showsCounts: (code: string) => boolean
  /** Each municipality with a pair, hidden or not, has a weight of its own in a mean over municipalities. */
  hiddenEnterOneByOne: boolean
}

export const scopesOf = ({ codes, groups }: RandomProject): Scope[] => [
  { is: 'everybody' },
  ...codes.map((code): Scope => ({ is: 'municipality', code })),
  ...groups.map((code): Scope => ({ is: 'group', code })),
]

export function publicationOf(results: ProjectResults): Publication {
  const entryOf = (indicator: string, scope: Scope) => {
    const result = results.indicators.find((one) => one.indicator.id === indicator)
    if (!result) throw new Error(`no result for ${indicator}`)
    if (scope.is === 'everybody') return { change: result.overall, levels: result.levels }
    const rows = scope.is === 'municipality' ? result.byMunicipality : result.byActorGroup
    const row = rows.find((one) => one.code === scope.code)
    if (!row) throw new Error(`no row for ${scope.code}`)
    return row
  }
  return {
    shows: (figure, indicator, scope) => {
      const { change, levels } = entryOf(indicator, scope)
      const figures = {
        paired: change.paired,
        all: change.all,
        from: levels.from.core,
        to: levels.to.core,
        ownFrom: levels.from.own,
        ownTo: levels.to.own,
      }
      return figures[figure].shown
    },
    showsCounts: (code) => results.match.byMunicipality.find((one) => one.code === code)?.counts.shown === true,
    hiddenEnterOneByOne: false,
  }
}

/** People of whom a figure is made; where it has two waves, of the smaller one. */
export function peopleOf(project: RandomProject, figure: FigureKind, indicator: string, scope: Scope): number {
  const count = (wave: Wave, kinds: readonly ('paired' | 'unpaired' | 'own')[]) => {
    let people = 0
    for (const code of project.codes)
      for (const group of project.groups)
        if (isIn(scope, code, group))
          for (const kind of kinds) people += project.size(indicator, code, group, wave, kind)
    return people
  }
  if (figure === 'paired') return count('from', ['paired'])
  if (figure === 'all') return Math.min(...waves.map((wave) => count(wave, ['paired', 'unpaired'])))
  if (figure === 'from' || figure === 'to') return count(figure, ['paired', 'unpaired'])
  return count(figure === 'ownFrom' ? 'from' : 'to', ['own'])
}

export const isIn = (scope: Scope, code: string, group: string): boolean =>
  scope.is === 'everybody' || (scope.is === 'municipality' ? scope.code === code : scope.code === group)

/** One rule left out at a time, by what is published instead. */
export const weakenings: Record<string, (project: RandomProject, published: Publication) => Publication> = {
  'every figure of five and more is shown': (project, published) => ({
    ...published,
    shows: (figure, indicator, scope) => peopleOf(project, figure, indicator, scope) >= 5,
    showsCounts: (code) => fields.every((field) => project.count(code, field) === 0 || project.count(code, field) >= 5),
  }),
  'hidden municipalities enter the model one by one': (_project, published) => ({
    ...published,
    hiddenEnterOneByOne: true,
  }),
  'levels of a wave ask only for five people': (project, published) => ({
    ...published,
    shows: (figure, indicator, scope) =>
      figure === 'paired' || figure === 'all'
        ? published.shows(figure, indicator, scope)
        : peopleOf(project, figure, indicator, scope) >= 5,
  }),
  'actor groups ask only for five people': (project, published) => ({
    ...published,
    shows: (figure, indicator, scope) =>
      scope.is === 'group'
        ? peopleOf(project, figure, indicator, scope) >= 5
        : published.shows(figure, indicator, scope),
  }),
  'an index and its parts are not held together': (project, published) => {
    const unlinked = decideDisclosure(
      indicators.map((indicator) => ({ indicator, sizes: sizesOf(project, indicator), linkedTo: [] })),
      coverOrder(project),
      5,
    )
    return {
      ...published,
      shows: (figure, indicator, scope) => {
        const disclosure = unlinked.get(indicator)
        if (scope.is === 'group' || !disclosure) return published.shows(figure, indicator, scope)
        const { all, levels } = disclosure
        const verdicts = {
          paired: disclosure.paired,
          all,
          from: levels.from.core,
          to: levels.to.core,
          ownFrom: levels.from.own,
          ownTo: levels.to.own,
        }[figure]
        return (scope.is === 'everybody' ? verdicts.total : verdicts.byMunicipality.get(scope.code)) === 'shown'
      },
    }
  },
}

function sizesOf({ codes, groups, size }: RandomProject, indicator: string): ReadonlyMap<string, Sizes> {
  return new Map(
    codes.map((code) => {
      const people = (wave: Wave, kind: 'paired' | 'unpaired' | 'own') =>
        groups.reduce((total, group) => total + size(indicator, code, group, wave, kind), 0)
      return [
        code,
        {
          pairs: people('from', 'paired'),
          unpairedFrom: people('from', 'unpaired'),
          unpairedTo: people('to', 'unpaired'),
          ownFrom: people('from', 'own'),
          ownTo: people('to', 'own'),
        },
      ]
    }),
  )
}

const coverOrder = ({ codes, count }: RandomProject): string[] =>
  codes.toSorted((a, b) => count(a, 'both') - count(b, 'both') || (a < b ? -1 : 1))

/** Whether the level of all items is a figure of its own, rather than that of the core under another name. */
export const hasOwnLevel = ({ isReworded }: RandomProject, indicator: string): boolean =>
  isReworded && (indicator === parts.at(-1) || indicator === whole)
