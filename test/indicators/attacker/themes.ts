// The attacker's fifth way: how many mention each theme of what people wrote. He knows how many wrote, how many themes
// they were given in all, and each number that is told. Found is a theme that one to four mention, or all but so many.
import { publishCategoryCounts } from '#indicators/open-answers.ts'
import { type Sum, spanOf } from '../linear-span.ts'
import { generator } from './random-project.ts'

export interface Themes {
  /** People by theme; one person may mention several. */
  mentions: ReadonlyMap<string, number>
  people: number
}

/** Eight to forty people who each mention some of up to six themes, most of them the first. */
export function randomThemes(seed: number): Themes {
  const random = generator(seed + 31)
  const people = 8 + Math.floor(random() * 33)
  const themes = Array.from({ length: 2 + Math.floor(random() * 5) }, (_, at) => `t${at}`)
  const isMentioned = themes.map((_, at) => Array.from({ length: people }, () => random() < 0.7 / (1 + at)))
  return {
    people,
    mentions: new Map(themes.map((theme, at) => [theme, isMentioned[at]?.filter(Boolean).length ?? 0])),
  }
}

export const themesTold = ({ mentions, people }: Themes): ReadonlySet<string> =>
  new Set([...publishCategoryCounts(mentions, people, 5)].flatMap(([theme, { shown }]) => (shown ? theme : [])))

export function attackThemes({ mentions, people }: Themes, told: ReadonlySet<string>): string[] {
  const known: Sum[] = [
    new Map([...mentions.keys()].map((theme) => [theme, 1])),
    ...[...told].map((theme): Sum => new Map([[theme, 1]])),
  ]
  const span = spanOf(known)
  return [...mentions].flatMap(([theme, count]) => {
    const isFew = (count > 0 && count < 5) || people - count < 5
    return isFew && span.determines(new Map([[theme, 1]])) ? [`${count} of ${people} mention ${theme}`] : []
  })
}
