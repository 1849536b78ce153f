// Appendices: the tables behind the chapters, and what everything was made from and with.
import { formatCount, formatTime } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { Measured, ReportWave, Source } from '../material.ts'
import type { Block, Marked } from '../model.ts'
import { changeTable, ofRole, text } from './change.ts'
import { municipalityResponses } from './responses.ts'

/** All measures in one table, who answered where, and the estimate of every municipality. */
export function tablesEvidence(source: Source, measured: Measured): Block[] {
  const { results } = measured
  const words = phrasesIn(source.language).document.appendix
  if (source.kind === 'interim') return [municipalityResponses(source, measured)]
  return [
    municipalityResponses(source, measured),
    changeTable(source, measured, results.indicators, words.allMeasures),
    ...ofRole(measured, ['primary']).map((one) => municipalityTable(one.indicator.id, source, measured)),
  ]
}

function municipalityTable(id: string, { language }: Source, { results, figures }: Measured): Block {
  const words = phrasesIn(language).document.appendix
  const m = phrasesIn(language).document.municipality
  const found = results.indicators.find(({ indicator }) => indicator.id === id)
  const isEstimated = found?.byMunicipality.some(({ shrunken }) => shrunken.shown) ?? false
  const nothing = Array<string>(isEstimated ? 4 : 2).fill(m.none)
  return {
    kind: 'table',
    caption: words.municipalitiesCaption(found?.indicator.title[language] ?? id),
    columns: [
      text(m.municipality, 4),
      { label: m.pairs, numeric: true, share: 2 },
      { label: m.change, numeric: true, share: 2 },
      { label: m.intervalHeading, numeric: true, share: 4 },
      ...(isEstimated
        ? [
            { label: m.estimateHeading, numeric: true, share: 3 },
            { label: m.intervalHeading, numeric: true, share: 4 },
          ]
        : []),
    ],
    rows: (found?.byMunicipality ?? []).map(({ code, name, change, shrunken }) => {
      const at = `indicators/${id}/byMunicipality/${code}`
      if (!change.paired.shown) return [name, m.hiddenShort, ...nothing]
      return [
        name,
        figures.cite(`${at}/paired/n`),
        figures.cite(`${at}/paired/meanChange`),
        figures.citeInterval(`${at}/paired/interval`) ?? m.none,
        ...(isEstimated
          ? [
              shrunken.shown ? figures.cite(`${at}/shrunken/estimate`) : m.none,
              (shrunken.shown && figures.citeInterval(`${at}/shrunken/interval`)) || m.none,
            ]
          : []),
      ]
    }),
    notes: [isEstimated ? `${words.municipalitiesNote} ${m.estimateNote}` : words.municipalitiesNote],
  }
}

/** What the figures were made from and with, for whoever wants to make them again. */
export function logEvidence({ language, material }: Source, { cut, results, figures }: Measured): Block[] {
  const words = phrasesIn(language).document.appendix
  const { waveKind } = phrasesIn(language).common
  const { rule } = phrasesIn(language).cuts
  const ruleWords: Readonly<Record<string, string>> = rule
  const wave = ({ kind, questionnaire: { id, version, sha256 } }: ReportWave): Marked[] => [
    words.waveQuestionnaire(waveKind[kind]),
    [words.version(id, formatCount(version, language)), ...(sha256 === null ? [] : [words.sum(sha256)])].join('. '),
  ]
  const excluded = cut.questionnaires.from.actorGroups
    .filter(({ code }) => results.match.excluded.groups.includes(code))
    .map(({ label }) => label[language])
  return [
    {
      kind: 'table',
      caption: words.logCaption,
      columns: [text(words.fact, 3), text(words.value, 7)],
      rows: [
        [words.cut, words.cutMade(cut.code, formatTime(cut.madeAt, language))],
        ...(material.cutAddress ? [[words.address, material.cutAddress]] : []),
        wave(cut.from),
        ...(material.kind === 'final' ? [wave(cut.to)] : []),
        [
          words.revisions,
          Object.entries(cut.indicators)
            .map(([id, revision]) => `${id}: ${revision}`)
            .join(', '),
        ],
        ...Object.entries(cut.rules).map(([name, value]) => [
          ruleWords[name] ?? name,
          typeof value === 'object' ? JSON.stringify(value) : String(value),
        ]),
        [words.excluded, excluded.join(', ') || words.none],
        [words.leftOut, results.core.left.map(({ item }) => item).join(', ') || words.none],
        [words.withheld, formatCount(figures.withheld.length, language)],
        [words.program, words.programVersion(cut.program.version, cut.program.node)],
        [words.commit, cut.program.commit ?? words.none],
        [words.source, cut.program.sourceSha256],
        [words.input, cut.inputSha256],
        [words.results, cut.resultsSha256],
      ],
      notes: [words.logNote],
      dense: true,
    },
  ]
}
