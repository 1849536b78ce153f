// The outline of a report, in the order the funder reads it: each part with the text made from the figures, and what
// stands under it. An interim report tells of goals, deeds, answers and levels, and of no change.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type Material, type Measured, type Source, sourceIn } from './material.ts'
import type { Block, Chapter, Marked, Part } from './model.ts'
import { logEvidence, tablesEvidence } from './parts/appendices.ts'
import {
  groupsEvidence,
  groupsText,
  primaryEvidence,
  primaryText,
  scalesEvidence,
  scalesText,
  serviceEvidence,
  serviceText,
} from './parts/change.ts'
import { contactsEvidence, contactsText } from './parts/contacts.ts'
import { contributionEvidence, contributionText } from './parts/contribution.ts'
import { economyEvidence, economyText } from './parts/economy.ts'
import { horizontalEvidence, horizontalText } from './parts/horizontal.ts'
import { lessonsEvidence } from './parts/lessons.ts'
import { limitationsText } from './parts/limitations.ts'
import { methodText } from './parts/method.ts'
import { municipalitiesText, municipalityParts } from './parts/municipalities.ts'
import { goalsEvidence, goalsText, implementationEvidence, implementationText, summaryText } from './parts/overview.ts'
import { questionsEvidence } from './parts/questions.ts'
import { levelsEvidence, levelsLaterText, levelsText, responsesEvidence, responsesText } from './parts/responses.ts'
import { pictureNamed } from './pictures.ts'

type PartId = keyof ReturnType<typeof wordsOf>['part']
type ChapterId = keyof ReturnType<typeof wordsOf>['chapter']
const wordsOf = (language: Language) => phrasesIn(language).document

/** Chapters with all their parts, empty ones too: whoever edits sees what is still to be written. */
export function outlineOf(material: Material, language: Language): Chapter[] {
  const source = sourceIn(material, language)
  return material.kind === 'interim' ? interimChapters(source) : finalChapters(source)
}

function interimChapters(source: Source): Chapter[] {
  const words = wordsOf(source.language)
  return [
    chapter(source, 'summary', summaryParts(source)),
    chapter(source, 'goals', [part(source, 'goals', goalsText(source), () => goalsEvidence(source))]),
    chapter(source, 'implementation', implementationParts(source)),
    chapter(source, 'levels', [
      { ...measuredPart(source, 'responses', responsesText, responsesEvidence), title: words.responses.firstTitle },
      source.measured
        ? measuredPart(source, 'levels', levelsText, levelsEvidence)
        : part(source, 'levels', levelsLaterText(source)),
    ]),
    economyChapter(source),
    chapter(source, 'method', [
      measuredPart(source, 'method', methodText),
      measuredPart(source, 'limitations', limitationsText),
    ]),
    ...appendices(source),
  ]
}

function finalChapters(source: Source): Chapter[] {
  const { measured } = source
  return [
    chapter(source, 'summary', summaryParts(source)),
    chapter(source, 'goals', [part(source, 'goals', goalsText(source), () => goalsEvidence(source))]),
    chapter(source, 'implementation', implementationParts(source)),
    chapter(source, 'results', [
      measuredPart(source, 'responses', responsesText, responsesEvidence),
      measuredPart(source, 'primary', primaryText, primaryEvidence),
      measuredPart(source, 'scales', scalesText, scalesEvidence),
      measuredPart(source, 'service', serviceText, serviceEvidence),
      measuredPart(source, 'groups', groupsText, groupsEvidence),
      measuredPart(source, 'contacts', contactsText, contactsEvidence),
      measuredPart(source, 'contribution', contributionText, contributionEvidence),
    ]),
    chapter(source, 'municipalities', [
      measuredPart(source, 'municipalities', municipalitiesText, (seen, measures) =>
        pictureNamed(seen, measures, 'multiples', 'indicators'),
      ),
      ...(measured ? municipalityParts(source, measured) : []),
    ]),
    chapter(source, 'models', [part(source, 'models')]),
    chapter(source, 'horizontal', [measuredPart(source, 'horizontal', horizontalText, horizontalEvidence)]),
    chapter(source, 'lessons', [part(source, 'lessons', '', () => lessonsEvidence(source))]),
    chapter(source, 'sustainability', [part(source, 'sustainability')]),
    economyChapter(source),
    chapter(source, 'method', [
      measuredPart(source, 'method', methodText),
      measuredPart(source, 'limitations', limitationsText),
    ]),
    ...appendices(source),
  ]
}

const economyChapter = (source: Source): Chapter =>
  chapter(source, 'economy', [part(source, 'economy', economyText(source), () => economyEvidence(source))])

/** The Swedish report has its summary in English too. */
function summaryParts(source: Source): Part[] {
  const own = part(source, 'summary', summaryText(source))
  if (source.language === 'en') return [own]
  const english = sourceIn(source.material, 'en')
  return [own, part(english, 'summary', summaryText(english))]
}

const implementationParts = (source: Source): Part[] => [
  part(source, 'implementation', implementationText(source), () => implementationEvidence(source)),
  part(source, 'deviations'),
]

const appendices = (source: Source): Chapter[] => [
  chapter(source, 'questions', [measuredPart(source, 'questions', () => '', questionsEvidence)], true),
  chapter(source, 'tables', [measuredPart(source, 'tables', () => '', tablesEvidence)], true),
  chapter(source, 'log', [measuredPart(source, 'log', () => '', logEvidence)], true),
]

function chapter({ language }: Source, id: ChapterId, parts: readonly Part[], appendix = false): Chapter {
  return { id, title: wordsOf(language).chapter[id], appendix, startsPage: startsPage.has(id) || appendix, parts }
}

const startsPage: ReadonlySet<ChapterId> = new Set([
  'summary',
  'goals',
  'results',
  'municipalities',
  'models',
  'method',
])

/** Parts that are tables and nothing else. */
const tablesOnly: ReadonlySet<PartId> = new Set(['questions', 'tables', 'log'])

function part(
  { language }: Source,
  id: PartId,
  generated: Marked = '',
  evidence: () => readonly Block[] = () => [],
): Part {
  const words = wordsOf(language)
  return {
    id,
    title: words.part[id].title,
    language,
    generated,
    evidence,
    hint: words.part[id].hint,
    writable: !tablesOnly.has(id),
  }
}

/** A part that has something to tell once there is a cut. */
function measuredPart(
  source: Source,
  id: PartId,
  write: (source: Source, measured: Measured) => Marked,
  show: (source: Source, measured: Measured) => readonly Block[] = () => [],
): Part {
  const { measured } = source
  return measured ? part(source, id, write(source, measured), () => show(source, measured)) : part(source, id)
}
