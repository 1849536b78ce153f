// The invented participants: who holds which seat, speaks which language, and answers when.
import type { ParticipantEntry } from '#store/participants.ts'
import type { Answers } from '#survey/answer.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import { fillIn } from './answering.ts'
import { drawBackground, growOlder } from './background.ts'
import { drawOpinions } from './model.ts'
import { inventName } from './names.ts'
import { laterPlans, type MunicipalityPlan, plans } from './plan.ts'
import { partOf, seededRandom, shuffle } from './random.ts'

export interface Invented {
  /** From 1; also the number of the person's own stream of chance. Stream 0 deals out the parts. */
  number: number
  place: MunicipalityPlan
  entry: ParticipantEntry
  answers: 'both' | 'baseline' | 'endline' | 'neither'
  /** A seat that passes on is left between the waves by one and taken by another. */
  seated: 'throughout' | 'leaves' | 'follows'
}

/** Actor groups in the order in which seats are filled: the first six are there in every municipality. */
const seatOrder = [
  ...['LUG', 'KTJ', 'FTG', 'KFV', 'LUG', 'FOR', 'FTG', 'LUG', 'KTJ', 'REG', 'KFV', 'FTG', 'LUG', 'ANN', 'KTJ'],
]

type Part = Pick<Invented, 'answers' | 'seated'>

/** Everybody, in the order of the municipalities; who answers is drawn, how many do is planned. */
export const inventPeople = (seed: number): Invented[] => inventPeopleOf(plans, seed, 1)

/** Of the programme that followed: nobody who was in the first. */
export const inventLaterPeople = (seed: number): Invented[] => inventPeopleOf(laterPlans, seed, 201)

function inventPeopleOf(places: readonly MunicipalityPlan[], seed: number, firstNumber: number): Invented[] {
  const random = seededRandom(seed)
  const people: Invented[] = []
  const add = (place: MunicipalityPlan, actorGroup: string, seat: string, part: Part) => {
    const number = firstNumber + people.length
    const language = number % 17 === 5 ? 'en' : 'sv'
    const entry = { ...inventName(number - 1), municipalityCode: place.code, actorGroup, language, seat } as const
    people.push({ number, place, entry, ...part })
  }
  for (const place of places) {
    const groups = seatOrder.slice(0, place.people.invited)
    const parts = shuffle(random, partsOf(place))
    groups.forEach((group, at) => {
      const seat = String(groups.slice(0, at + 1).filter((one) => one === group).length)
      const part = parts[at] ?? { answers: 'neither', seated: 'throughout' }
      add(place, group, seat, part)
      if (part.seated === 'leaves') add(place, group, seat, { answers: 'endline', seated: 'follows' })
    })
    if (place.processLeader) add(place, 'HSL', '1', { answers: 'both', seated: 'throughout' })
  }
  return people
}

/** One part for each person invited at the start. A successor is one of those who answer at the end only. */
function partsOf({ people, seatPassesOn }: MunicipalityPlan): Part[] {
  const passing = seatPassesOn ? 1 : 0
  const some = (count: number, answers: Invented['answers'], seated: Invented['seated'] = 'throughout') =>
    Array.from({ length: count }, () => ({ answers, seated }))
  const parts = [
    ...some(people.both, 'both'),
    ...some(people.baseline - people.both - passing, 'baseline'),
    ...some(passing, 'baseline', 'leaves'),
    ...some(people.endlineOnly - passing, 'endline'),
  ]
  return [...parts, ...some(people.invited - parts.length, 'neither')]
}

/** What a person answers in a wave; undefined where this person does not answer it. */
export function respond(
  { number, place, entry: { actorGroup, language }, answers }: Invented,
  wave: 'baseline' | 'endline',
  questionnaire: Questionnaire,
  seed: number,
): Answers | undefined {
  if (answers !== 'both' && answers !== wave) return undefined
  const lasting = seededRandom(seed, number)
  const thatDay = seededRandom(seed, number, partOf(wave))
  const opinions = drawOpinions(lasting, place)
  const atStart = drawBackground(lasting, actorGroup)
  const background = wave === 'baseline' ? atStart : growOlder(thatDay, atStart)
  return fillIn(questionnaire, wave, { actorGroup, language, background, opinions }, thatDay)
}
