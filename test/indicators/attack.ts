// An attacker who knows how many people every figure rests on, down to each actor group of each municipality, and adds,
// subtracts and scales what is published. What holds for sums of scores holds for all that is a sum over people: of
// squares (a published SD), of those at the floor, of those who improved. The model of municipalities adds nothing: it
// is a function of the table beside it (model-from-table.test.ts); the attacker of a weaker one is given its mean.
import { type Sum, spanOf } from './linear-span.ts'
import { type FigureKind, figures, hasOwnLevel, isIn, type Publication, type Scope, scopesOf } from './publication.ts'
import {
  type Field,
  fields,
  indicators,
  type Kind,
  parts,
  type RandomProject,
  type Wave,
  waves,
  whole,
} from './random-project.ts'

/** What can be computed although it is hidden, in words; nothing where the publication holds. */
export function attack(project: RandomProject, publication: Publication): string[] {
  return [...waves.flatMap((wave) => attackSums(project, publication, wave)), ...attackCounts(project, publication)]
}

/** The groups of people that make a figure of a wave; none where the figure has nothing to do with it. */
function kindsIn(project: RandomProject, figure: FigureKind, indicator: string, wave: Wave): readonly Kind[] {
  if (figure === 'paired') return ['paired']
  if (figure === 'all' || figure === wave) return ['paired', 'unpaired']
  if (figure !== (wave === 'from' ? 'ownFrom' : 'ownTo')) return []
  return hasOwnLevel(project, indicator) ? ['own'] : ['paired', 'unpaired']
}

/** One wave's scores: no equation holds between two waves. */
function attackSums(project: RandomProject, publication: Publication, wave: Wave): string[] {
  const { codes, groups, size } = project
  const people = new Map<string, number>()
  /** Sum over the cells that have people; the attacker knows where there is nobody. */
  const sumOf = (indicator: string, scope: Scope, kinds: readonly Kind[], times = 1): [string, number][] =>
    codes.flatMap((code) =>
      groups.flatMap((group) =>
        kinds.flatMap((kind): [string, number][] => {
          if (!isIn(scope, code, group)) return []
          const own = size(indicator, code, group, wave, kind)
          const name = `${indicator} ${code} ${group} ${wave} ${kind}`
          people.set(name, own)
          return own > 0 ? [[name, times]] : []
        }),
      ),
    )
  const scopes = scopesOf(project)
  const known: Sum[] = indicators.flatMap((indicator) =>
    figures.flatMap((figure) => {
      const kinds = kindsIn(project, figure, indicator, wave)
      return scopes
        .filter((scope) => kinds.length > 0 && publication.shows(figure, indicator, scope))
        .map((scope) => new Map(sumOf(indicator, scope, kinds)))
    }),
  )
  const everybody: Scope = { is: 'everybody' }
  if (publication.hiddenEnterOneByOne)
    for (const indicator of indicators)
      if (publication.shows('paired', indicator, everybody))
        known.push(
          new Map(
            codes.flatMap((code) => {
              const pairs = sumOf(indicator, { is: 'municipality', code }, ['paired'])
              const n = pairs.reduce((total, [name]) => total + (people.get(name) ?? 0), 0)
              // A mean weighs n/(s² + nτ²), so a sum 1/(s² + nτ²); scaled so that whole numbers will do.
              return pairs.map(([name]): [string, number] => [name, 1000 - 7 * n])
            }),
          ),
        )
  const published = spanOf(known)
  const few = published.reduced.flatMap((sum) => {
    const told = [...sum.keys()].reduce((total, name) => total + (people.get(name) ?? 0), 0)
    return told < 5 ? [[...sum.keys()].join(' + ')] : []
  })
  const span = spanOf([...known, ...linksOf(project, sumOf)])
  const targets = indicators.flatMap((indicator) => {
    const isFew = (sum: readonly [string, number][]) =>
      sum.reduce((total, [name]) => total + (people.get(name) ?? 0), 0) < 5
    const hidden = scopes.flatMap((scope) =>
      figures
        .filter((figure) => scope.is !== 'everybody' && !publication.shows(figure, indicator, scope))
        .map((figure) => sumOf(indicator, scope, kindsIn(project, figure, indicator, wave)))
        // A group is hidden in every indicator where one needs it; of five and more, nobody is told in the others.
        .filter((sum) => scope.is === 'municipality' || isFew(sum)),
    )
    const unpaired = scopes
      .filter(({ is }) => is !== 'everybody')
      .map((scope) => sumOf(indicator, scope, ['unpaired']))
      .filter(isFew)
    const cells = codes.flatMap((code) =>
      groups.flatMap((group) => {
        const cell = (kind: Kind) =>
          sumOf(indicator, { is: 'municipality', code }, [kind]).filter(([name]) => name.includes(` ${group} `))
        return (['paired', 'unpaired', 'own'] as const).map(cell).filter(isFew)
      }),
    )
    return [...hidden, ...unpaired, ...cells]
  })
  // Where nobody of a wave is without a pair, all of it is the pairs: hidden for the sake of the other wave.
  const shown = new Set(known.map((sum) => [...sum.keys()].join()))
  const found = targets.filter(
    (target) =>
      target.length > 0 && !shown.has(target.map(([name]) => name).join()) && span.determines(new Map(target)),
  )
  return [...new Set([...few, ...found.map((target) => target.map(([name]) => name).join(' + '))])]
}

/** Where everybody answered everything, the index is the mean of its parts, in every cell. */
function linksOf(
  project: RandomProject,
  sumOf: (indicator: string, scope: Scope, kinds: readonly Kind[], times?: number) => [string, number][],
): Sum[] {
  const { groups, complete } = project
  return [...complete].flatMap((code) =>
    groups.flatMap((group) => {
      const cell = (indicator: string, kinds: readonly Kind[], times: number) =>
        sumOf(indicator, { is: 'municipality', code }, kinds, times).filter(([name]) => name.includes(` ${group} `))
      const link = (kindsOf: (indicator: string) => readonly Kind[]): Sum =>
        new Map([
          ...parts.flatMap((part) => cell(part, kindsOf(part), 1)),
          ...cell(whole, kindsOf(whole), -parts.length),
        ])
      const own = (indicator: string): readonly Kind[] =>
        hasOwnLevel(project, indicator) ? ['own'] : ['paired', 'unpaired']
      return [link(() => ['paired']), link(() => ['unpaired']), ...(project.isReworded ? [link(own)] : [])]
    }),
  )
}

/** Numbers of people: pairs of an indicator, and the match report. */
function attackCounts(project: RandomProject, { shows, showsCounts }: Publication): string[] {
  const { codes, groups, size, count, everybodyCounts } = project
  const pairs = (indicator: string, scope: Scope): [string, number][] =>
    codes.flatMap((code) =>
      groups.flatMap((group): [string, number][] => {
        const own = isIn(scope, code, group) ? size(indicator, code, group, 'from', 'paired') : 0
        // Where all were scored, the number of pairs is the number of people with both waves.
        return own > 0 ? [[`${everybodyCounts(indicator) ? 'both' : `pairs ${indicator}`} ${code} ${group}`, own]] : []
      }),
    )
  const counted = (field: Field, code: string): [string, number][] => {
    if (field !== 'both') return count(code, field) > 0 ? [[`${field} ${code}`, count(code, field)]] : []
    const scored = indicators.find(everybodyCounts)
    if (scored) return pairs(scored, { is: 'municipality', code })
    return count(code, field) > 0 ? [[`both ${code}`, count(code, field)]] : []
  }
  const asSum = (entries: readonly [string, number][]): Sum => new Map(entries.map(([name]) => [name, 1]))
  const scopes = scopesOf(project)
  const known: Sum[] = [
    ...fields.map((field) => asSum(codes.flatMap((code) => counted(field, code)))),
    ...codes.filter(showsCounts).flatMap((code) => fields.map((field) => asSum(counted(field, code)))),
    ...indicators.flatMap((indicator) =>
      scopes.filter((scope) => shows('paired', indicator, scope)).map((scope) => asSum(pairs(indicator, scope))),
    ),
  ]
  const span = spanOf(known)
  const hidden = [
    ...indicators.flatMap((indicator) =>
      scopes.filter((scope) => !shows('paired', indicator, scope)).map((scope) => pairs(indicator, scope)),
    ),
    ...codes.filter((code) => !showsCounts(code)).flatMap((code) => fields.map((field) => counted(field, code))),
  ]
  // The counts of the whole project are always published. Where they are those of one municipality, or under five,
  // nothing can be done for them.
  const isBeyondHelp = (entries: readonly [string, number][]) =>
    fields.some((field) => {
      const everybody = codes.flatMap((code) => counted(field, code))
      const total = everybody.reduce((people, [, own]) => people + own, 0)
      const inCodes = codes.filter((code) => counted(field, code).length > 0)
      return (inCodes.length < 2 || total < 5) && entries.some(([name]) => everybody.some(([other]) => other === name))
    })
  return hidden
    .filter((entries) => {
      const people = entries.reduce((total, [, own]) => total + own, 0)
      return people > 0 && people < 5 && !isBeyondHelp(entries) && span.determines(asSum(entries))
    })
    .map((entries) => `count of ${entries.map(([name]) => name).join(' + ')}`)
}
