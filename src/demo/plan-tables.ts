// The plan as it is printed in docs/demo.md: for a programme one table of the planted change, one of the people.
import { signed } from './about.ts'
import { municipality } from './municipalities.ts'
import { indexScales, type MunicipalityPlan, type PlannedScale, plannedScales, plantedIndexChange } from './plan.ts'

/** Municipality × scale. In brackets, one decimal, what the model makes of it (`simulateChange`). */
export function changeTable(
  places: readonly MunicipalityPlan[],
  simulated: (place: MunicipalityPlan) => Readonly<Record<PlannedScale, number>>,
): string {
  const rows = places.map((place) => {
    const implied = simulated(place)
    const impliedIndex = indexScales.reduce((sum, scale) => sum + implied[scale], 0) / indexScales.length
    return [
      ...placeCells(place),
      cell(plantedIndexChange(place), impliedIndex),
      ...plannedScales.map((scale) => cell(place.change[scale], implied[scale])),
    ]
  })
  return table(['Code', 'Municipality', 'Index', ...plannedScales], rows)
}

/** How many are invited and answer, process leaders included; pairs that count in outcomes, process leaders not. */
export function peopleTable(places: readonly MunicipalityPlan[]): string {
  const counts = places.map(({ people, processLeader }) => {
    const leaders = processLeader ? 1 : 0
    const { invited, baseline, both, endlineOnly } = people
    return [invited + leaders, baseline + leaders, both + endlineOnly + leaders, both + leaders, both]
  })
  const sums = counts.reduce((sum, row) => row.map((count, at) => count + (sum[at] ?? 0)))
  const rows = places.map((place, at) => [...placeCells(place), ...(counts[at] ?? []).map(String)])
  const header = ['Code', 'Municipality', 'Invited, each wave', 'Answered baseline', 'Answered end', 'Both', 'Pairs']
  return table(header, [...rows, ['', 'All', ...sums.map(String)]])
}

const placeCells = ({ code }: MunicipalityPlan): string[] => [code, municipality(code).name]

const cell = (planted: number, implied: number): string => `${signed(planted)} (${signed(implied, 1)})`

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map((_, at) => (at < 2 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
