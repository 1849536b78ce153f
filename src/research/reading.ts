// One person in one wave, made ready for the hundred cells of a row: what no cell asks for is not worked out.
import type { PanelPerson } from '#store/panel.ts'
import type { StoredResponse } from '#store/responses.ts'
import { wavesOf } from '#survey/lookup.ts'
import type { Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { scoreIndicators } from '#survey/scoring.ts'
import { itemsAsked } from '#survey/visibility.ts'

export interface ResearchWave {
  kind: WaveKind
  questionnaire: Questionnaire
}

export class Reading {
  readonly person: PanelPerson
  readonly wave: ResearchWave
  readonly response: StoredResponse | null
  readonly #always: ReadonlyMap<string, boolean>
  #asked: ReadonlySet<string> | undefined
  #scores: ReadonlyMap<string, number> | undefined

  constructor(person: PanelPerson, wave: ResearchWave, response: StoredResponse | null) {
    this.person = person
    this.wave = wave
    this.response = response
    this.#always = askedAlways(wave)
  }

  /** Whether this person was asked the item, given what was answered to those it depends on. */
  isAsked(item: string): boolean {
    const always = this.#always.get(item)
    if (always !== undefined) return always
    this.#asked ??= new Set(
      itemsAsked(this.wave.questionnaire, this.wave.kind, this.response?.answers ?? {}, {
        actor_group: this.person.actorGroup,
      }).map(({ id }) => id),
    )
    return this.#asked.has(item)
  }

  /** 0–100 by the wave's own version; undefined where too little was answered. */
  scoreOf(indicator: string): number | undefined {
    this.#scores ??= this.response ? scoreIndicators(this.wave.questionnaire, this.response.answers) : new Map()
    return this.#scores.get(indicator)
  }
}

const plans = new WeakMap<ResearchWave, ReadonlyMap<string, boolean>>()

/** Items that everybody is asked in the wave, or nobody. One with a condition has no entry: it depends on the person. */
function askedAlways(wave: ResearchWave): ReadonlyMap<string, boolean> {
  const known = plans.get(wave)
  if (known) return known
  const { kind, questionnaire } = wave
  const plan = new Map<string, boolean>()
  for (const item of questionnaire.items) {
    if (!wavesOf(questionnaire, item).includes(kind)) plan.set(item.id, false)
    else if (!item.showIf) plan.set(item.id, true)
  }
  plans.set(wave, plan)
  return plan
}

/** The person's waves in the order of the project's; waves that the export leaves out have none. */
export function readingsOf(person: PanelPerson, waves: readonly ResearchWave[]): Reading[] {
  const readings: Reading[] = []
  for (const wave of waves)
    for (const { kind, response } of person.waves)
      if (kind === wave.kind) readings.push(new Reading(person, wave, response))
  return readings
}
