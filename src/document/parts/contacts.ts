// How closely groups of actors deal with each other, before and after.
import { formatNumber } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { ContactGrid } from '#indicators/context/model.ts'
import { findItem } from '#survey/lookup.ts'
import type { Measured, Source } from '../material.ts'
import type { Block, Marked, TableBlock } from '../model.ts'
import { pictureNamed } from '../pictures.ts'
import { number, ofRole, text } from './change.ts'

const gridsOf = ({ context }: Measured): readonly ContactGrid[] =>
  context?.grids.filter(({ rows }) => rows.some(({ cells }) => cells.some(({ shown }) => shown))) ?? []

export function contactsText({ language }: Source, measured: Measured): Marked {
  const words = phrasesIn(language).document.contacts
  return gridsOf(measured)
    .map((grid) => words.lead(formatNumber(grid.strongest, 0, language)))
    .join('\n\n')
}

export const contactsEvidence = (source: Source, measured: Measured): Block[] =>
  gridsOf(measured).flatMap((grid) => [
    ...pictureNamed(
      source,
      measured,
      `contacts-${grid.grid}`,
      `${addressOf(grid, measured)}/rows`,
      ...depthOf(measured),
    ),
    gridTable(grid, source, measured),
  ])

function gridTable(grid: ContactGrid, { language }: Source, measured: Measured): TableBlock {
  const words = phrasesIn(language).document.contacts
  const { figures } = measured
  const { to } = measured.cut.questionnaires
  const groupName = (code: string) => to.actorGroups.find((group) => group.code === code)?.label[language] ?? code
  const at = addressOf(grid, measured)
  const one = (value: number) => formatNumber(value, 1, language)
  return {
    kind: 'table',
    caption: words.caption,
    columns: [
      text(words.who, 4),
      ...grid.about.map(({ item }) => number(findItem(to, item)?.text[language] ?? item, 3)),
    ],
    rows: grid.rows.flatMap(({ groups, cells }, row) =>
      cells.some(({ shown }) => shown)
        ? [
            [
              groups.map(groupName).join(', '),
              ...cells.map((cell, column) => {
                if (!cell.shown) return cell.reason === 'not_asked' ? words.notAsked : words.hidden
                const path = `${at}/rows/${row + 1}/cells/${column + 1}`
                return words.cell(figures.citeAs(`${path}/fromMean`, one), figures.citeAs(`${path}/toMean`, one))
              }),
            ],
          ]
        : [],
    ),
    notes: [words.note],
    dense: true,
  }
}

/** The measure that the picture's notes speak of. */
const depthOf = (measured: Measured): string[] =>
  ofRole(measured, ['network']).map(({ indicator }) => `indicators/${indicator.id}/overall/paired`)

/** Members of a list without a name of their own go by their place, from 1. */
const addressOf = (grid: ContactGrid, { context }: Measured): string =>
  `context/grids/${(context?.grids ?? []).indexOf(grid) + 1}`
