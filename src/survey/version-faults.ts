// What a new version may not do to an older one of the same questionnaire: an item id, a revision and a choice code
// mean the same thing for ever.
import { findItem } from './lookup.ts'
import type { Indicator, Item, Questionnaire, ScaleIndicator } from './questionnaire.ts'
import type { QuestionnaireFault } from './questionnaire-file.ts'
import { differingParts } from './stimulus.ts'

/** The faults of the later version, each at its path in the later file, with the remedy. */
export function findVersionFaults(earlier: Questionnaire, later: Questionnaire): QuestionnaireFault[] {
  return [
    ...later.items.flatMap((item, at) => {
      const before = findItem(earlier, item.id)
      return before ? findItemFaults(earlier, before, later, item, `items.${at}`) : []
    }),
    ...later.indicators.flatMap((indicator, at) => {
      const before = earlier.indicators.find(({ id }) => id === indicator.id)
      return before ? findIndicatorFaults(before, indicator, earlier.version, `indicators.${at}`) : []
    }),
  ]
}

function findItemFaults(
  earlier: Questionnaire,
  before: Item,
  later: Questionnaire,
  after: Item,
  path: string,
): QuestionnaireFault[] {
  const version = `version ${earlier.version}`
  if (before.type !== after.type)
    return [
      {
        path: `${path}.type`,
        message: `${after.id} is a ${before.type} item in ${version} and a ${after.type} item here; give the new item an id of its own`,
      },
    ]
  const faults = findReusedCodes(before, after, version, path)
  const parts = before.revision === after.revision ? differingParts(earlier, before, later, after) : []
  if (parts.length > 0)
    faults.push({
      path: `${path}.revision`,
      message: `${after.id}@${after.revision} differs from ${version} in ${parts.join(', ')}; make it revision ${after.revision + 1} and say under comparableTo whether it measures the same`,
    })
  return faults
}

function findReusedCodes(before: Item, after: Item, version: string, path: string): QuestionnaireFault[] {
  if (!('choices' in before && 'choices' in after)) return []
  return after.choices.flatMap(({ code, label }, at) => {
    const earlier = before.choices.find((choice) => choice.code === code)
    if (!earlier || (earlier.label.sv === label.sv && earlier.label.en === label.en)) return []
    return [
      {
        path: `${path}.choices.${at}.code`,
        message: `${code} of ${after.id} means “${earlier.label.sv}” in ${version} and “${label.sv}” here; give the new choice a code of its own`,
      },
    ]
  })
}

/** Old reports keep the definition they were computed by, so another one has a higher number, and says why it is there. */
function findIndicatorFaults(before: Indicator, after: Indicator, version: number, path: string): QuestionnaireFault[] {
  const { id, revision, revisionReason } = after
  if (revision < before.revision)
    return [
      {
        path: `${path}.revision`,
        message: `${id} is revision ${before.revision} in version ${version} and ${revision} here; a definition taken up again is revision ${before.revision + 1}`,
      },
    ]
  if (revision > before.revision)
    return revisionReason === undefined
      ? [
          {
            path: `${path}.revisionReason`,
            message: `${id} is revision ${before.revision} in version ${version}; write why it is revision ${revision} here`,
          },
        ]
      : []
  if (definitionOf(before) === definitionOf(after)) return []
  return [
    {
      path: `${path}.revision`,
      message: `${id} is computed otherwise than in version ${version}; make it revision ${revision + 1} and write revisionReason`,
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
