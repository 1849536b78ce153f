// The first chapters: what came of it in a page, the counted targets, what was done and when.
import { formatCount, formatDays, formatList } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { headlineOf } from '#indicators/headline.ts'
import { lowerIsBetterNotes } from '#report/chart-text.ts'
import type { Source } from '../material.ts'
import type { Block, Marked } from '../model.ts'
import { municipalitiesIn } from '../people.ts'
import { ofRole, primaryText, restsOn, text } from './change.ts'
import { answeredText } from './responses.ts'

/** At most a page: what was asked, what came of it, and what it may be said to show. */
export function summaryText(source: Source): Marked {
  const { language, material, measured, kind } = source
  const words = phrasesIn(language).document.summary
  const { project } = material
  const opening = words.opening({
    project: source.projectName,
    organisation: project.organisation,
    municipalities: municipalitiesIn(project, language),
  })
  if (!measured) return kind === 'interim' ? [opening, ...startingPoint(source)].join('\n\n') : opening
  if (kind === 'interim') return [opening, answeredText(source, measured), words.noChangeYet].join('\n\n')
  const told = ofRole(measured, ['primary', 'scale'])
  return [
    opening,
    answeredText(source, measured),
    primaryText(source, measured),
    scaleCounts(source),
    ...lowerIsBetterNotes(told, language),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** The first wave by its days, before it can be told what it found; nothing where none is planned. */
function startingPoint({ language, material: { waves } }: Source): string[] {
  const [first] = waves
  if (!first) return []
  const { kind, opensOn, closesOn } = first
  const { document, common } = phrasesIn(language)
  return [document.summary.startingPoint(common.waveKind[kind], formatDays(opensOn, closesOn, language))]
}

/** How many of the scales lie above zero, across it, below. */
function scaleCounts({ language, measured }: Source): Marked {
  if (!measured) return ''
  const words = phrasesIn(language).document.summary
  const shown = ofRole(measured, ['scale']).flatMap((scale) => {
    const { title, id } = scale.indicator
    const headline = headlineOf(scale)
    return headline.shown && headline.value.finding
      ? [{ name: title[language], id, finding: headline.value.finding, of: headline.value.of }]
      : []
  })
  if (shown.length === 0) return ''
  const named = (finding: string) => shown.filter((one) => one.finding === finding).map(({ name }) => name)
  const sentences = (['increased', 'indistinguishable', 'decreased'] as const).flatMap((finding) => {
    const names = named(finding)
    return names.length > 0 ? [words.scales[finding](formatList(names, language))] : []
  })
  const isOfMunicipalities = shown.every(({ of }) => of === 'municipality')
  const told = [...(isOfMunicipalities ? [words.scalesOf] : []), ...sentences].join(' ')
  return `${words.scalesLead(formatCount(shown.length, language))} ${told}${shown
    .map(({ id, of }) =>
      restsOn(`indicators/${id}/${of === 'municipality' ? 'model/averageMunicipality' : 'overall/paired'}/interval`),
    )
    .join('')}`
}

export const goalsText = ({ language, kind, measured }: Source): Marked => {
  const words = phrasesIn(language).document.goals
  return [
    words.lead,
    ...(kind === 'final' && measured?.primary ? [words.survey(measured.primary.indicator.title[language])] : []),
  ].join('\n\n')
}

export function goalsEvidence({ language, material }: Source): Block[] {
  const words = phrasesIn(language).document.goals
  const { targets } = material.facts
  if (targets.length === 0) return []
  return [
    {
      kind: 'table',
      caption: words.caption,
      columns: [
        text(words.goal, 6),
        text(words.planned, 2),
        text(words.outcome, 2.5),
        text(words.evidence, 3.5),
        text(words.deviation, 4),
      ],
      rows: targets.map((target) => [
        language === 'sv' ? target.goalSv || target.goalEn : target.goalEn || target.goalSv,
        target.planned || words.none,
        target.outcome || words.notFilled,
        target.evidence || words.none,
        target.deviation || words.none,
      ]),
      notes: targets.some(({ outcome }) => outcome === '') ? [words.notFilledNote] : [],
    },
  ]
}

export const implementationText = ({ language, material }: Source): Marked => {
  const words = phrasesIn(language).document.implementation
  return material.waves.length === 0 ? '' : words.lead(formatCount(material.waves.length, language))
}

export function implementationEvidence({ language, material }: Source): Block[] {
  const words = phrasesIn(language).document.implementation
  const { waveKind } = phrasesIn(language).common
  if (material.waves.length === 0) return []
  return [
    {
      kind: 'table',
      caption: words.caption,
      columns: [text(words.wave, 2), text(words.days, 4), text(words.questionnaire, 4)],
      rows: material.waves.map(({ kind, opensOn, closesOn, questionnaire }) => [
        waveKind[kind],
        formatDays(opensOn, closesOn, language),
        words.version(questionnaire.id, formatCount(questionnaire.version, language)),
      ]),
      notes: [],
    },
  ]
}
