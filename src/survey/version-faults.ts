// What a new version may not do to an older one of the same questionnaire: an item id, a revision and a choice code
// mean the same thing for ever.
import { findItem } from './lookup.ts'
import type { Indicator, Item, Questionnaire, ScaleIndicator } from './questionnaire.ts'
import { placeOf, type QuestionnaireFault } from './questionnaire-file.ts'
import type { Sentence } from './sentence.ts'
import { differingParts, type StimulusPart } from './stimulus.ts'

/** What is wrong with an item or an indicator; the path goes on below it. */
interface PartFault {
  path: readonly (string | number)[]
  message: Sentence
}

/** The faults of the later version, each at its path in the later file, with the remedy. */
export function findVersionFaults(earlier: Questionnaire, later: Questionnaire): QuestionnaireFault[] {
  const placed = (list: 'items' | 'indicators', at: number, faults: readonly PartFault[]): QuestionnaireFault[] =>
    faults.map(({ path, message }) => ({ path: placeOf(later, [list, at, ...path]), message }))
  return [
    ...later.items.flatMap((item, at) => {
      const before = findItem(earlier, item.id)
      return before ? placed('items', at, findItemFaults(earlier, before, later, item)) : []
    }),
    ...later.indicators.flatMap((indicator, at) => {
      const before = earlier.indicators.find(({ id }) => id === indicator.id)
      return before ? placed('indicators', at, findIndicatorFaults(before, indicator, earlier.version)) : []
    }),
  ]
}

function findItemFaults(earlier: Questionnaire, before: Item, later: Questionnaire, after: Item): PartFault[] {
  const { version } = earlier
  if (before.type !== after.type)
    return [
      {
        path: ['type'],
        message: {
          sv: `${after.id} är av typen ${before.type} i version ${version} och ${after.type} här; ge den nya frågan ett eget id`,
          en: `${after.id} is a ${before.type} item in version ${version} and a ${after.type} item here; give the new item an id of its own`,
        },
      },
    ]
  const parts = before.revision === after.revision ? differingParts(earlier, before, later, after) : []
  return [
    ...findReusedCodes(before, after, version),
    ...(parts.length > 0 ? [{ path: ['revision'], message: changedItem(after, version, parts) }] : []),
  ]
}

const partNames: Readonly<Record<StimulusPart, Sentence>> = {
  wording: { sv: 'ordalydelse', en: 'wording' },
  answers: { sv: 'svar', en: 'answers' },
  preamble: { sv: 'inledning', en: 'preamble' },
  polarity: { sv: 'riktning', en: 'polarity' },
}

function changedItem({ id, revision }: Item, version: number, parts: readonly StimulusPart[]): Sentence {
  const named = (language: keyof Sentence) => parts.map((part) => partNames[part][language]).join(', ')
  return {
    sv: `${id}@${revision} skiljer sig från version ${version} i ${named('sv')}; gör den till revision ${revision + 1} och säg under comparableTo om den mäter detsamma`,
    en: `${id}@${revision} differs from version ${version} in ${named('en')}; make it revision ${revision + 1} and say under comparableTo whether it measures the same`,
  }
}

function findReusedCodes(before: Item, after: Item, version: number): PartFault[] {
  if (!('choices' in before && 'choices' in after)) return []
  return after.choices.flatMap(({ code, label }, at) => {
    const earlier = before.choices.find((choice) => choice.code === code)
    if (!earlier || (earlier.label.sv === label.sv && earlier.label.en === label.en)) return []
    // Both languages: only one of them may have changed.
    const [then, now] = [earlier.label, label].map(({ sv, en }) => `${sv} / ${en}`)
    return [
      {
        path: ['choices', at, 'code'],
        message: {
          sv: `${code} i ${after.id} betyder ”${then}” i version ${version} och ”${now}” här; ge det nya alternativet en egen kod`,
          en: `${code} of ${after.id} means “${then}” in version ${version} and “${now}” here; give the new choice a code of its own`,
        },
      },
    ]
  })
}

/** Old reports keep the definition they were computed by, so another one has a higher number, and says why it is there. */
function findIndicatorFaults(before: Indicator, after: Indicator, version: number): PartFault[] {
  const { id, revision, revisionReason } = after
  if (revision < before.revision)
    return [
      {
        path: ['revision'],
        message: {
          sv: `${id} är revision ${before.revision} i version ${version} och ${revision} här; en definition som tas upp igen är revision ${before.revision + 1}`,
          en: `${id} is revision ${before.revision} in version ${version} and ${revision} here; a definition taken up again is revision ${before.revision + 1}`,
        },
      },
    ]
  if (revision > before.revision)
    return revisionReason === undefined
      ? [
          {
            path: ['revisionReason'],
            message: {
              sv: `${id} är revision ${before.revision} i version ${version}; skriv varför den är revision ${revision} här`,
              en: `${id} is revision ${before.revision} in version ${version}; write why it is revision ${revision} here`,
            },
          },
        ]
      : []
  if (definitionOf(before) === definitionOf(after)) return []
  return [
    {
      path: ['revision'],
      message: {
        sv: `${id} räknas på annat sätt än i version ${version}; gör den till revision ${revision + 1} och skriv revisionReason`,
        en: `${id} is computed otherwise than in version ${version}; make it revision ${revision + 1} and write revisionReason`,
      },
    },
  ]
}

/** What the number depends on, and what it is claimed to be; titles may be polished freely. */
function definitionOf(indicator: Indicator): string {
  const { kind, direction, role, minimumAnswered, target, minimalImportantChange } = indicator
  return JSON.stringify([
    kind,
    direction,
    // Which one is the main one is decided before the answers, as is which are corrected together.
    role,
    [minimumAnswered.share, minimumAnswered.atLeast],
    // Goalposts too: moved between two waves they would be reached by another road.
    [target, minimalImportantChange],
    indicator.kind === 'scale' ? [indicator.items.map(definitionOfItem), indicator.pairing] : indicator.of,
  ])
}

const definitionOfItem = ({ item, reversed }: ScaleIndicator['items'][number]) => [item, reversed]
