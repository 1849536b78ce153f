// Every chart that a project has, by name: what the routes serve, the pages list and the report fills itself from. A chart
// without anything to show is listed all the same, and says so in words.
import { phrasesIn } from '#i18n/phrases.ts'
import { buildChangeChart } from './change-chart.ts'
import { buildContactsChart } from './chart-contacts.ts'
import { buildDirectionsChart } from './chart-directions.ts'
import { buildForestChart } from './chart-forest.ts'
import { buildFunnelChart } from './chart-funnel.ts'
import { buildLikertChart } from './chart-likert.ts'
import type { Chart } from './chart-model.ts'
import { buildMultiplesChart } from './chart-multiples.ts'
import { buildNetworkChart } from './chart-network.ts'
import { buildShiftChart } from './chart-shift.ts'
import { buildSlopeChart } from './chart-slope.ts'
import type { ChartSource } from './chart-source.ts'
import { buildTargetsChart } from './chart-targets.ts'
import { buildDumbbellChart } from './dumbbell-chart.ts'

export const chartGroups = ['overall', 'municipalities', 'answers', 'contacts', 'people'] as const
export type ChartGroup = (typeof chartGroups)[number]

export interface ChartEntry {
  /** Fit for an address: letters, digits, dots, dashes, underscores. */
  name: string
  group: ChartGroup
  /** Which chart it is, without its finding. */
  label: string
  build: () => Chart
}

/** In the order in which they are read: the whole, the municipalities, the questions, the contacts, the people. */
export function listCharts(source: ChartSource): ChartEntry[] {
  const { results, context, about } = source
  const { language } = about
  const named = phrasesIn(language).charts.names
  const titled = results.indicators.map(({ indicator, model }) => ({
    indicator,
    isJoint: model.shown,
    id: indicator.id,
    title: indicator.title[language],
  }))
  const asked = new Set(context.distributions.map(({ item }) => item))
  return [
    { name: 'scales', group: 'overall', label: named.scales, build: () => buildDumbbellChart(results, about) },
    { name: 'directions', group: 'overall', label: named.directions, build: () => buildDirectionsChart(source) },
    { name: 'targets', group: 'overall', label: named.targets, build: () => buildTargetsChart(source) },
    ...(results.indicators.length > 0
      ? [
          {
            name: 'multiples',
            group: 'municipalities',
            label: named.multiples,
            build: () => buildMultiplesChart(source),
          } as const,
        ]
      : []),
    ...titled.flatMap(({ id, title, isJoint }): ChartEntry[] => [
      {
        name: `forest-${id}`,
        group: 'municipalities',
        label: isJoint ? named.forest(title) : named.forestAlone(title),
        build: () => buildForestChart(source, id),
      },
      {
        name: `change-${id}`,
        group: 'municipalities',
        label: named.change(title),
        build: () => buildChangeChart(results, id, about),
      },
      {
        name: `slope-${id}`,
        group: 'municipalities',
        label: named.slope(title),
        build: () => buildSlopeChart(source, id),
      },
    ]),
    ...titled.flatMap(({ indicator, id, title }): ChartEntry[] =>
      indicator.role === 'primary'
        ? [
            {
              name: `groups-${id}`,
              group: 'overall',
              label: named.groups(title),
              build: () => buildChangeChart(results, id, about, 'actor_group'),
            },
          ]
        : [],
    ),
    ...titled.flatMap(({ indicator, id, title }): ChartEntry[] =>
      indicator.kind === 'scale' && indicator.items.some(({ item }) => asked.has(item))
        ? [
            {
              name: `answers-${id}`,
              group: 'answers',
              label: named.answers(title),
              build: () => buildLikertChart(source, id),
            },
          ]
        : [],
    ),
    ...context.grids.flatMap(({ grid }): ChartEntry[] => [
      {
        name: `contacts-${grid}`,
        group: 'contacts',
        label: named.contacts,
        build: () => buildContactsChart(source, grid),
      },
      {
        name: `network-${grid}`,
        group: 'contacts',
        label: named.network,
        build: () => buildNetworkChart(source, grid),
      },
    ]),
    { name: 'funnel', group: 'people', label: named.funnel, build: () => buildFunnelChart(source) },
    ...(context.responseShift.length > 0
      ? [{ name: 'shift', group: 'people', label: named.shift, build: () => buildShiftChart(source) } as const]
      : []),
  ]
}

export const findChart = (source: ChartSource, name: string): Chart | undefined =>
  listCharts(source)
    .find((entry) => entry.name === name)
    ?.build()
