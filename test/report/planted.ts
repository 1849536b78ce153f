// Projects with planted answers, through the real computation: nothing, one municipality, 11, 23, 290, all hidden, extreme
// values, long names. Charts are looked at, measured and compared over them.
import { readFileSync } from 'node:fs'
import type { Language } from '#i18n/phrases.ts'
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import type { Contact, ContextInput } from '#indicators/context/model.ts'
import type { ChartSource } from '#report/chart-source.ts'
import type { Answer, Answers } from '#survey/answer.ts'
import { Questionnaire } from '#survey/questionnaire.ts'
import { context } from './sample-results.ts'

// A published version never changes, and neither do the pictures made from it.
const published = Questionnaire.parse(
  JSON.parse(readFileSync(new URL('../../surveys/samverkan/v1.json', import.meta.url), 'utf8')),
)
/** Two measures with a target: one is reached, one is not. */
const questionnaire: Questionnaire = {
  ...published,
  indicators: published.indicators.map((indicator) => {
    const target = { INDEX: 60, D: 45 }[indicator.id]
    return target === undefined ? indicator : { ...indicator, target }
  }),
}

interface Plan {
  municipalities: number
  /** People in each, of whom four fifths answer again. */
  people: (at: number) => number
  name?: (at: number) => string
  /** How far up its scale an answer lies, 0–1; `person` is where this one tends to. */
  level?: (random: () => number, wave: 'from' | 'to', place: number, person: number) => number
}

export const plans = {
  nothing: { municipalities: 0, people: () => 0 },
  one: { municipalities: 1, people: () => 14 },
  eleven: { municipalities: 11, people: (at) => [9, 7, 13, 11, 8, 4, 7, 12, 10, 9, 2][at] ?? 8 },
  'twenty-three': { municipalities: 23, people: (at) => 6 + ((at * 5) % 11) },
  many: { municipalities: 290, people: (at) => 5 + ((at * 7) % 9) },
  hidden: { municipalities: 3, people: (at) => 1 + (at % 2) },
  extreme: {
    municipalities: 6,
    people: () => 9,
    level: (random, wave, place) =>
      place === 5 ? random() : place === 4 ? 0.5 : (wave === 'from') === (place === 3) ? 1 : 0,
  },
  'long names': { municipalities: 6, people: (at) => 8 + at, name: (at) => longNames[at] ?? `Kommun ${at}` },
} as const satisfies Record<string, Plan>
export type PlanName = keyof typeof plans

const longNames = [
  'Upplands-Bro och Sigtuna landsbygdsområde',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  'Malung-Sälens, Älvdalens och Orsas gemensamma serviceområde i norra Dalarna',
  '=HYPERLINK("http://x";"<b>&Å\'</b>")',
  'Östra Göinge',
  'Å',
]

const places = [
  'Vingåker',
  'Flen',
  'Norrköping',
  'Motala',
  'Älmhult',
  'Ljungby',
  'Älvdalen',
  'Ludvika',
  'Storuman',
  'Skellefteå',
  'Arvidsjaur',
]
const codes = ['0428', '0482', '0581', '0583', '0765', '0781', '2039', '2085', '2421', '2482', '2505']
const groups = ['LUG', 'FTG', 'KTJ', 'KFV', 'REG', 'FOR']

/** Everything the charts of a planted project are made of. */
export function plantSource(name: PlanName, language: Language = 'sv'): ChartSource {
  const input = plantInput(plans[name])
  const results = computeResults(input)
  return {
    results,
    context: computeContext(input, results),
    questionnaires: { from: questionnaire, to: questionnaire },
    about: context[language],
  }
}

function plantInput({ municipalities, people, name, level = usual }: Plan): ContextInput {
  const random = linear(2017)
  const listed = Array.from({ length: municipalities }, (_, at) => ({
    code: municipalities > 11 ? String(114 + at * 8).padStart(4, '0') : (codes[at] ?? ''),
    name: name?.(at) ?? (municipalities > 11 ? `${places[at % 11]} ${1 + Math.floor(at / 11)}` : (places[at] ?? '')),
  }))
  const contacts: Contact[] = []
  const asked = listed.flatMap((municipality, place) =>
    Array.from({ length: people(place) }, (_, at) => `${municipality.code}-${at}`).flatMap((participant, at) => {
      const actorGroup = groups[(place + at) % groups.length] ?? 'LUG'
      const [stays, starts] = [random() < 0.8, random() < 0.94]
      const answers = { from: starts, to: starts && stays }
      for (const wave of ['from', 'to'] as const) {
        const kind = wave === 'from' ? 'baseline' : 'endline'
        contacts.push({ participant, wave: kind, delivered: random() < 0.97, opened: random() < 0.9 })
      }
      const person = random()
      return (['from', 'to'] as const).map((wave) => ({
        participant,
        municipality: municipality.code,
        actorGroup,
        wave: wave === 'from' ? ('baseline' as const) : ('endline' as const),
        response: answers[wave]
          ? {
              version: questionnaire.version,
              answers: answerAll(wave, actorGroup, () => level(random, wave, place, person)),
            }
          : null,
      }))
    }),
  )
  return {
    from: { kind: 'baseline', questionnaire },
    to: { kind: 'endline', questionnaire },
    municipalities: listed,
    threshold: 5,
    noticeableChange: 5,
    asked,
    contacts,
  }

  function answerAll(wave: 'from' | 'to', actorGroup: string, draw: () => number): Answers {
    const kind = wave === 'from' ? 'baseline' : 'endline'
    return Object.fromEntries(
      questionnaire.items.flatMap((item): [string, Answer][] => {
        if (item.type !== 'rating' || (item.waves && !item.waves.includes(kind))) return []
        if (item.aboutGroup?.includes(actorGroup)) return []
        if (!isAlwaysAnswered(item.id) && random() < 0.05)
          return item.id.startsWith('D') ? [[item.id, { missing: 'dont_know' }]] : []
        const points = questionnaire.responseScales[item.responseScale]?.points ?? []
        const step = Math.min(points.length - 1, Math.max(0, Math.floor(draw() * points.length)))
        return [[item.id, points[step]?.code ?? 0]]
      }),
    )
  }
}

/** Where somebody skipped one of these, the then-test could not be shown. */
const isAlwaysAnswered = (item: string): boolean => ['N1', 'TH1'].includes(item)

/** Spread over the scale, a little higher afterwards, and more so in every third municipality. */
function usual(random: () => number, wave: 'from' | 'to', place: number, person: number): number {
  const spread = (random() + random() + random()) / 3
  const moved = wave === 'to' ? 0.1 + (place % 3 === 0 ? 0.12 : 0) - (place % 5 === 4 ? 0.16 : 0) : 0
  return (spread + moved) * 0.6 + person * 0.4
}

/** Park and Miller's generator: the same numbers everywhere. */
function linear(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
