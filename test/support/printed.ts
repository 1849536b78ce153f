// Reads what is printed: the rows of tables, the marks of pictures and every number in them, to hold each against what
// is published.
import type { Json } from '#cuts/canonical-json.ts'
import { formatNumber } from '#i18n/format.ts'
import { levelInterval } from '#indicators/level-interval.ts'

export interface PrintedRow {
  heading: string
  cells: readonly string[]
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
export const decode = (html: string): string =>
  html.replaceAll(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => entities[name] ?? whole)
const textOf = (html: string): string =>
  decode(html.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Rows with a heading and cells, of every table. */
export function rowsIn(html: string): PrintedRow[] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([, row = '']) => {
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => textOf(cell))
    const heading = /<th scope="row">(.*?)<\/th>/s.exec(row)?.[1]
    return heading === undefined ? [] : [{ heading: textOf(heading), cells }]
  })
}

/** What is said and drawn of each mark of a picture: its texts, and its shapes without where they stand. */
export function marksIn(svg: string): { said: string; shape: string }[] {
  return [...svg.matchAll(/<g data-reading="[^"]*"[^>]*>(.*?)<\/g>(?=<g |<line |<text |<\/svg>|<rect |<path )/gs)].map(
    ([, mark = '']) => ({
      said: textOf(mark),
      shape: [...mark.matchAll(/<(rect|path|line|circle|polygon)\b[^>]*>/g)]
        .map(
          ([tag, name]) => `${name} ${/ width="([^"]*)"/.exec(tag)?.[1] ?? ''} ${/ r="([^"]*)"/.exec(tag)?.[1] ?? ''}`,
        )
        .join('; '),
    }),
  )
}

/** The value of an attribute of every element that has it. */
export const attributesIn = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => decode(value))

/** Numbers below a thousand in a text, without sign, as "12.3"; not digits of a code such as D1. */
export function numbersIn(text: string): string[] {
  const plain = text.replaceAll(/[\p{L}_][\p{L}\d_]*/gu, ' ').replaceAll(/(\d),(\d)/g, '$1.$2')
  return plain.match(/\d+(?:\.\d+)?/g) ?? []
}

/**
 * Every published number in the roundings that may be printed: of a share per hundred too, and of a level the interval
 * that its number, mean and spread make.
 */
export class Roundings {
  readonly #known = new Set<string>()

  constructor(published: Json) {
    const add = (value: number) => {
      for (const decimals of [0, 1, 2, 3])
        this.#known.add(formatNumber(Math.abs(value), decimals, 'en').replaceAll(',', ''))
    }
    const walk = (value: Json): void => {
      if (typeof value === 'number') {
        add(value)
        if (Math.abs(value) <= 1) add(value * 100)
      } else if (typeof value === 'object' && value !== null) {
        const { n, mean, sd } = value as Partial<Record<string, Json>>
        if (typeof n === 'number' && typeof mean === 'number' && typeof sd === 'number')
          for (const end of levelInterval({ n, mean, sd }) ?? []) add(end)
        for (const part of Object.values(value)) walk(part as Json)
      }
    }
    walk(published)
  }

  has(number: string): boolean {
    return this.#known.has(number)
  }

  /** Numbers of a text that are no rounding of anything published. */
  unknownIn(text: string): string[] {
    return numbersIn(text).filter((number) => !this.has(number))
  }
}
