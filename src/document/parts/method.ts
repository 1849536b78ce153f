// The method, told from what was really done in this cut: its rules, its numbers of people, what is hidden, who left,
// which questions could be compared, which seed was drawn with. Nothing is said that the cut does not hold.
import { formatCount, formatList, formatNumber } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { whyNoModel } from '#indicators/headline.ts'
import { tellLeftOut } from '#report/left-out.ts'
import type { Judgements } from '#survey/judgements.ts'
import { requiredAnswers } from '#survey/scoring.ts'
import { type Measured, type Source, sidesOf } from '../material.ts'
import type { Marked } from '../model.ts'
import { citePeople, municipalitiesIn } from '../people.ts'
import { lackingAreas, ofRole, restsOn } from './change.ts'
import { countedText } from './counted.ts'

export function methodText(source: Source, measured: Measured): Marked {
  const { kind } = source
  const paragraphs =
    kind === 'interim'
      ? [asked, scoring, countedText, hiding, reproducing]
      : [
          asked,
          comparing,
          scoring,
          countedText,
          change,
          averaging,
          testing,
          checking,
          hiding,
          leaving,
          quality,
          detectable,
          reproducing,
        ]
  return paragraphs
    .map((write) => write(source, measured))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

function asked(source: Source, measured: Measured): Marked {
  const { language, material } = source
  const { cut, results, figures } = measured
  const words = phrasesIn(language).document.method
  const groups = cut.questionnaires.from.actorGroups.filter(({ code }) => results.match.excluded.groups.includes(code))
  const excluded = groups.map(({ label }) => label[language]).join(', ')
  return [
    words.asked({
      municipalities: municipalitiesIn(material.project, language),
      questionnaire: cut.questionnaires.from.title[language],
      invited: citePeople(figures, 'match/overall/invitedFrom', language),
    }),
    ...cameIn(source, measured),
    ...(excluded === '' ? [] : [words.excluded(excluded)]),
  ].join(' ')
}

/** On the web, on paper or otherwise, wave by wave; ways that nobody answered in are left out. */
function cameIn({ language, kind }: Source, { cut, context, figures }: Measured): Marked[] {
  const words = phrasesIn(language).document.method
  const { waveKind } = phrasesIn(language).common
  const modes = context?.responses.modes
  if (!modes) return []
  const told = sidesOf(kind).map((side) => {
    const used = modes[side].filter(({ count }) => !count.shown || count.value > 0)
    // Where it is not known of everybody how the answer came, there are no rows.
    if (used.length === 0) return words.modesUnknown(waveKind[cut[side].kind])
    const ways = used.map(({ code, count }) => {
      const at = `context/responses/modes/${side}/${code}/count`
      return words.mode[code](
        count.shown ? figures.citeAs(at, (people) => formatCount(people, language)) : words.modeHidden,
      )
    })
    return words.modesOf(waveKind[cut[side].kind], formatList(ways, language))
  })
  return [words.modes(told.join('; '))]
}

function comparing({ language, material }: Source, { cut, results, figures }: Measured): Marked {
  const words = phrasesIn(language).document.method
  const { core } = results
  const core_ = words.core({
    from: figures.cite('from/version'),
    to: figures.cite('to/version'),
    comparable: figures.cite('core/comparable'),
    total: formatCount(core.total, language),
  })
  const left = core.left.map(({ item, reason }) => words.left(item, reasonOf(reason, language, material.judgements)))
  const same = cut.from.questionnaire.version === cut.to.questionnaire.version
  return [
    same ? words.sameVersion(figures.cite('from/version')) : core_,
    ...(left.length > 0 ? [words.leftLead(left.join('; '))] : []),
  ].join(' ')
}

/** A sentence signed in another language than the report's is quoted as such. */
function reasonOf(reason: string, language: Language, judgements: Judgements): string {
  const told = tellLeftOut(reason, language, judgements)
  const text = told.text.replace(/\.$/, '')
  return told.language === language ? text : phrasesIn(language).document.method.leftInSwedish(text)
}

/** How many questions of each measure are needed, of those that count in this report; one question speaks for itself. */
function answersNeeded({ language, kind }: Source, { cut, results }: Measured): string {
  const { method: words } = phrasesIn(language).document
  const cores = new Map(results.indicators.map(({ indicator, core }) => [indicator.id, core.items.length]))
  const needs = cut.questionnaires.from.indicators.flatMap((one) => {
    if (one.kind !== 'scale') return []
    const of = kind === 'interim' ? one.items.length : (cores.get(one.id) ?? 0)
    if (of < 2) return []
    return [{ needed: requiredAnswers(one.minimumAnswered, of), of, name: one.title[language] }]
  })
  const alike = Map.groupBy(needs, ({ needed, of }) => `${needed}/${of}`)
  const told = [...alike.values()].flatMap((group) => {
    const [first] = group
    const names = formatList(
      group.map(({ name }) => name),
      language,
    )
    return first ? [words.needed(formatCount(first.needed, language), formatCount(first.of, language), names)] : []
  })
  return told.length > 0 ? words.answersNeeded(told.join('; ')) : words.everyQuestion
}

function scoring(source: Source, measured: Measured): Marked {
  const { language } = source
  const { cut, primary } = measured
  const { method: words, change } = phrasesIn(language).document
  const { indicators } = cut.questionnaires.from
  const composite = indicators.find((one) => one.kind === 'composite' && one.role === 'primary')
  // Where too few areas are left there is no comparison to tell of, and a progress report tells of the definition.
  const isCompared = source.kind === 'final' && primary?.core.comparable === true
  const lacking = isCompared ? lackingAreas(primary, measured) : []
  const listOf = (ids: readonly string[]) =>
    formatList(
      ids.map((id) => indicators.find((one) => one.id === id)?.title[language] ?? id),
      language,
    )
  return [
    words.scoring,
    answersNeeded(source, measured),
    words.neverZero,
    ...(composite?.kind === 'composite'
      ? [
          words.composite(
            composite.title[language],
            listOf(composite.of.filter((id) => !lacking.includes(id))),
            formatCount(requiredAnswers(composite.minimumAnswered, composite.of.length), language),
            formatCount(composite.of.length - lacking.length, language),
          ),
          ...(lacking.length > 0 ? [change.lacking(listOf(lacking))] : []),
        ]
      : []),
    ...triedBefore(cut, language),
  ].join(' ')
}

/** Where the questions have been tried, as their authors tell it; what has not been tried is a limitation. */
const triedBefore = ({ questionnaires: { from } }: Measured['cut'], language: Language): string[] =>
  from.triedIn ? [phrasesIn(language).document.method.triedIn(from.triedIn[language])] : []

function change({ language }: Source, { results, figures }: Measured): Marked {
  const words = phrasesIn(language).document.method
  return words.change(figures.cite('match/overall/both'), formatNumber(results.noticeableChange, 0, language))
}

function averaging({ language }: Source, { primary, figures }: Measured): Marked {
  const words = phrasesIn(language).document.method
  if (!primary) return ''
  if (!primary.model.shown) return words.noModel[whyNoModel(primary)]
  const { method, spread, takenTogether } = primary.model.value
  const at = `indicators/${primary.indicator.id}/model`
  return [
    words.model({
      method: words.betweenVariance[method],
      spread: words.spreadOf[spread],
      units: (takenTogether ? words.unitsTogether : words.units)(figures.cite(`${at}/units`)),
      tau2: figures.cite(`${at}/tau2`),
      iSquared: figures.cite(`${at}/iSquared`),
      primary: primary.indicator.title[language],
    }),
    words.shrinking,
  ].join(' ')
}

function testing({ language }: Source, measured: Measured): Marked {
  const words = phrasesIn(language).document.method
  const scales = ofRole(measured, ['scale']).filter(({ test }) => test.shown && test.value.family === 'scale')
  const name = measured.primary?.indicator.title[language]
  return [
    ...(name === undefined ? [] : [words.primaryTest(name)]),
    ...(scales.length > 0 ? [words.scaleTests(formatCount(scales.length, language))] : []),
    words.noOtherTests,
  ].join(' ')
}

function checking({ language }: Source, { primary, figures }: Measured): Marked {
  const words = phrasesIn(language).document.method
  if (!primary?.overall.paired.shown) return ''
  const { ranks, bootstrap } = primary.overall.paired.value
  const at = `indicators/${primary.indicator.id}/overall/paired`
  const sentences = [
    ...(ranks.shown
      ? [
          words.ranks(
            words.rankMethod[ranks.value.method],
            words.zeros[ranks.value.zeros],
            figures.cite(`${at}/ranks/p`),
          ),
        ]
      : []),
    ...(bootstrap?.shown
      ? [
          words.bootstrap(
            figures.citeAs(`${at}/bootstrap/replicates`, (value) => formatCount(value, language)),
            figures.citeAs(`${at}/bootstrap/seed`, String),
          ),
        ]
      : []),
  ]
  return sentences.length > 0 ? [words.checksLead, ...sentences].join(' ') : ''
}

function hiding({ language, kind }: Source, { results, primary, figures }: Measured): Marked {
  const words = phrasesIn(language).document.method
  const rule = words.hiding(figures.cite('threshold'))
  if (!primary || kind === 'interim') return rule
  const hidden = primary.byMunicipality.filter(({ change: { paired } }) => !paired.shown).map(({ name }) => name)
  const shownCount = formatCount(primary.byMunicipality.length - hidden.length, language)
  const total = formatCount(primary.byMunicipality.length, language)
  const name = primary.indicator.title[language]
  return [
    rule,
    hidden.length === 0
      ? words.nothingHidden(name, total)
      : words.hidden({ name, shown: shownCount, total, list: formatList(hidden, language) }),
    ...(hidden.length > 0 && primary.overall.paired.shown ? [words.counted] : []),
    words.hiddenFigures(formatCount(figures.withheld.length, language)),
    ...(results.match.byMunicipality.length > 0 ? [words.differencing] : []),
  ].join(' ')
}

function leaving({ language }: Source, { context, primary, figures }: Measured): Marked {
  const words = phrasesIn(language).document.method
  const counts = words.leaving(
    citePeople(figures, 'match/overall/onlyFrom', language),
    figures.cite('match/overall/onlyTo'),
  )
  const left = context?.attrition.byIndicator.find(({ indicator }) => indicator === primary?.indicator.id)
  if (!left?.estimate.shown) return counts
  const { classes } = left.estimate.value.weighted
  return `${counts} ${words.weighting(formatCount(classes.length, language))}${restsOn(
    `context/attrition/byIndicator/${left.indicator}/estimate/weighted/meanChange`,
  )}`
}

function quality({ language }: Source, { context, cut, figures }: Measured): Marked {
  const words = phrasesIn(language).document.method
  const alphas = (context?.quality ?? []).flatMap(({ indicator, wave, reliability }) =>
    wave === cut.from.kind && reliability.shown && reliability.value.alpha
      ? [{ at: `context/quality/${indicator}-${wave}/reliability/alpha/value`, value: reliability.value.alpha.value }]
      : [],
  )
  const [lowest] = alphas.toSorted((one, other) => one.value - other.value)
  const [highest] = alphas.toSorted((one, other) => other.value - one.value)
  if (!lowest || !highest) return words.noQuality
  const two = (value: number) => formatNumber(value, 2, language)
  return words.alpha(figures.citeAs(lowest.at, two), figures.citeAs(highest.at, two))
}

function detectable({ language }: Source, { context, primary, figures }: Measured): Marked {
  const actual = context?.detectable.actual.find(({ indicator }) => indicator === primary?.indicator.id)
  if (!actual?.overall.shown || !primary) return ''
  const words = phrasesIn(language).document.method
  const at = `context/detectable/actual/${actual.indicator}/overall`
  return words.detectable({
    spread: figures.citeAs('context/detectable/assumedSdChange', (value) => formatNumber(value, 0, language)),
    people: figures.citeAs(`${at}/n`, (value) => formatCount(value, language)),
    change: figures.citeAs(`${at}/change`, (value) => formatNumber(value, 1, language)),
  })
}

function reproducing({ language }: Source, { cut }: Measured): Marked {
  const words = phrasesIn(language).document.method
  return words.reproducing({
    code: cut.code,
    version: cut.program.version,
    input: cut.inputSha256.slice(0, 12),
    results: cut.resultsSha256.slice(0, 12),
  })
}
