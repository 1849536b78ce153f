// The types of item there are. One line makes a type known everywhere: to questionnaire files, forms, paper, imports
// and research files.
import type { Item } from '../questionnaire.ts'
import { choice } from './choice.ts'
import { date } from './date.ts'
import type { AnyKind } from './kind.ts'
import { number } from './number.ts'
import { ranking } from './ranking.ts'
import { rating } from './rating.ts'
import { several } from './several.ts'
import { text } from './text.ts'

export const kinds = { rating, choice, several, number, date, text, ranking } as const
export type Kinds = typeof kinds

export const kindOf = ({ type }: Pick<Item, 'type'>): AnyKind => kinds[type]
