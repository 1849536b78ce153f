// Each municipality by itself: its estimate drawn towards the others', its measures, its counts. Whoever is hidden is told
// so kindly, and why that says nothing of how well things go there.
import { formatCount } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { Interval } from '#indicators/figures.ts'
import { findingOf } from '#indicators/headline.ts'
import type { Finding, MunicipalityResult } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import type { Measured, Source } from '../material.ts'
import type { Block, Marked, Part } from '../model.ts'
import { citePeople } from '../people.ts'
import { hasPicture, municipalityPicture } from '../pictures.ts'
import { number, text } from './change.ts'

/** What the sections of the municipalities are, and how they are not to be read. */
export function municipalitiesText({ language }: Source, { primary }: Measured): Marked {
  const words = phrasesIn(language).document.municipality
  return `${primary?.model.shown ? words.lead : words.leadAlone} ${words.noRanking}`
}

export function municipalityParts(source: Source, measured: Measured): Part[] {
  const { primary } = measured
  const words = phrasesIn(source.language).document.municipality
  const all = primary?.byMunicipality ?? []
  // The few lines of those without a picture stand together: between two full pages they had a page each.
  const ordered = [
    ...all.filter(({ code }) => hasPicture(code, measured)),
    ...all.filter(({ code }) => !hasPicture(code, measured)),
  ]
  return ordered.map((municipality) => ({
    id: `municipality.${municipality.code}`,
    title: municipality.name,
    language: source.language,
    generated: [
      municipalityText(municipality, source, measured),
      ...answeredIn(municipality, source, measured),
      ...financeOf(municipality, source),
    ].join('\n\n'),
    evidence: () => municipalityEvidence(municipality, source, measured),
    writable: true,
    hint: words.hint,
    // A page has room for picture, table and what people write; a municipality without a picture has a few lines.
    startsPage: hasPicture(municipality.code, measured),
  }))
}

function municipalityText(
  { code, name, change, shrunken }: MunicipalityResult,
  source: Source,
  measured: Measured,
): Marked {
  const { language } = source
  const { primary, figures, results } = measured
  const words = phrasesIn(language).document.municipality
  if (!primary) return ''
  const measure = primary.indicator.title[language]
  if (!change.paired.shown) {
    const { reason } = change.paired
    if (toldReason(reason) !== 'too_few') return words.notComparable(name, measure)
    const threshold = formatCount(results.threshold, language)
    const hidden = hasFigures(code, measured)
      ? words.hiddenMeasure(name, measure, threshold)
      : words.hidden(name, threshold)
    return primary.overall.paired.shown ? `${hidden} ${words.counted}` : hidden
  }
  const base = `indicators/${primary.indicator.id}/byMunicipality/${code}`
  const own = words.own({
    change: figures.cite(`${base}/paired/meanChange`),
    interval: figures.citeInterval(`${base}/paired/interval`),
    people: figures.cite(`${base}/paired/n`),
  })
  if (!shrunken.shown) return [words.ownOnly(name, measure), own].join(' ')
  const estimate = words.estimate[readingOf(change.paired.value.interval, shrunken.value.interval)]({
    name,
    measure,
    change: figures.cite(`${base}/shrunken/estimate`),
    interval: figures.citeInterval(`${base}/shrunken/interval`) ?? words.noInterval,
  })
  return [`${estimate} ${own}`, words.why].join(' ')
}

/** A change of one municipality is stated where its own interval allows it too: shrunken ones are too narrow (docs/coverage.md). */
function readingOf(own: Interval | null, shrunken: Interval): Finding | 'mixed' {
  const reading = findingOf(shrunken)
  return own && findingOf(own) === reading ? reading : 'mixed'
}

const hasFigures = (code: string, { results }: Measured): boolean =>
  results.indicators.some(({ byMunicipality }) =>
    byMunicipality.some((one) => one.code === code && one.change.paired.shown),
  )

function answeredIn({ code }: MunicipalityResult, { language }: Source, { results, figures }: Measured): Marked[] {
  const counts = results.match.byMunicipality.find((one) => one.code === code)?.counts
  if (!counts?.shown) return []
  const at = `match/byMunicipality/${code}/counts`
  return [
    phrasesIn(language).document.municipality.answered({
      invited: citePeople(figures, `${at}/invitedFrom`, language),
      answered: figures.cite(`${at}/answeredFrom`),
      both: figures.cite(`${at}/both`),
    }),
  ]
}

function financeOf({ code }: MunicipalityResult, { language, material }: Source): string[] {
  const row = material.facts.finance.find(({ municipality }) => municipality === code)
  if (row?.decided === undefined || row.decided === null) return []
  return [phrasesIn(language).document.municipality.finance(formatCount(row.decided, language))]
}

function municipalityEvidence({ code }: MunicipalityResult, source: Source, measured: Measured): Block[] {
  const { language, material } = source
  const { results, figures } = measured
  const words = phrasesIn(language).document.municipality
  const told = results.indicators.flatMap(({ indicator, byMunicipality }) => {
    const own = byMunicipality.find((one) => one.code === code)
    return own?.change.paired.shown ? [{ indicator, hasEstimate: own.shrunken.shown }] : []
  })
  const isEstimated = told.some(({ hasEstimate }) => hasEstimate)
  const rows = told.map(({ indicator, hasEstimate }): Marked[] => {
    const at = `indicators/${indicator.id}/byMunicipality/${code}`
    const interval = (of: 'paired' | 'shrunken') => figures.citeInterval(`${at}/${of}/interval`) ?? words.none
    return [
      indicator.title[language],
      figures.cite(`${at}/paired/n`),
      figures.cite(`${at}/paired/fromMean`),
      figures.cite(`${at}/paired/toMean`),
      figures.cite(`${at}/paired/meanChange`),
      ...(isEstimated
        ? [
            hasEstimate ? figures.cite(`${at}/shrunken/estimate`) : words.none,
            hasEstimate ? interval('shrunken') : words.none,
          ]
        : [interval('paired')]),
    ]
  })
  const name = material.project.municipalities.find((one) => one.code === code)?.name ?? code
  if (rows.length === 0) return []
  return [
    ...municipalityPicture(source, measured, { code, name }),
    {
      kind: 'table',
      caption: words.caption(name),
      columns: [
        text(words.measure, 5),
        number(words.pairs, 2.6),
        number(words.before, 2),
        number(words.after, 2),
        number(words.change, 2.4),
        ...(isEstimated ? [number(words.estimateHeading, 3.6)] : []),
        number(words.intervalHeading, 4),
      ],
      rows,
      notes: [isEstimated ? `${words.tableNote} ${words.estimateNote}` : words.tableNote],
      // Picture and table are to share the municipality's page, whatever letters the reader's program has.
      dense: true,
    },
  ]
}
