// All that surrounds the change estimates, from the same input as the estimates: reads downwards, one topic a file.
import { columnsOf } from '../columns.ts'
import { compareIndicators, isComposite, versionsInUse } from '../comparison.ts'
import { computeResults } from '../compute.ts'
import { countCohorts } from '../count-cohorts.ts'
import type { ProjectResults } from '../model.ts'
import { listScores, scoreColumns } from '../pairing.ts'
import { gatherPeople } from '../people.ts'
import { keepSamePeople } from '../same-people.ts'
import { accountResponses } from './accounting.ts'
import { attritionOf } from './attrition.ts'
import { detectableChange } from './detectable.ts'
import { distributionsOf } from './distributions.ts'
import { doseResponses } from './dose.ts'
import { goalsOf } from './goals.ts'
import { contactGrids } from './grid.ts'
import { groupsOf } from './groups.ts'
import { itemChanges, pairItems } from './items.ts'
import type { ContextInput, ResultsContext } from './model.ts'
import { perceivedChanges } from './perceived.ts'
import { scaleQualities } from './quality.ts'
import { responseShifts } from './response-shift.ts'

/**
 * @param results what is published of the same input: a figure here may be safe or not depending on what stands there
 * @throws RangeError as computeResults does
 */
export function computeContext(input: ContextInput, results: ProjectResults = computeResults(input)): ResultsContext {
  const people = gatherPeople(input).filter((person) => !person.delivering)
  const columns = columnsOf(people, people.length)
  const comparisons = compareIndicators(input, columns.versions)
  const scored = scoreColumns(columns, comparisons)
  const { without } = countCohorts(columns, comparisons, input.threshold)
  keepSamePeople(scored, columns.places, comparisons, input.threshold, without)
  const scores = new Map([...scored].map(([id, own]) => [id, listScores(own, columns.places)]))
  const scoresOfItem = (item: string) => {
    const scale = comparisons.find((one) => !isComposite(one) && one.core.items.includes(item))
    return (scale && scores.get(scale.indicator.id)) ?? []
  }
  const groups = groupsOf(input, people, results)
  const pairs = pairItems(people, input, versionsInUse(input, columns.versions))
  const items = itemChanges(people, pairs, comparisons, scores, results)
  const { responses, hiddenGroups } = accountResponses(people, input, groups, results)
  return {
    items,
    distributions: distributionsOf(people, pairs, items, results),
    attrition: attritionOf(people, comparisons, scores, results, groups, hiddenGroups),
    responseShift: responseShifts(people, input, pairs, results),
    perceived: perceivedChanges(people, input, input.threshold),
    quality: scaleQualities(people, comparisons, scores, input, results),
    dose: doseResponses(people, input, comparisons, scores, results),
    grids: contactGrids(people, groups, input.from.questionnaire, pairs, scoresOfItem, input.threshold),
    detectable: detectableChange(results, input.assumedSdChange),
    goals: goalsOf(results),
    responses,
  }
}
