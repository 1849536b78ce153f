// One person in one wave, made ready for the hundred cells of a row: what no cell asks for is not worked out.
import type { PanelPerson } from '#store/panel.ts'
import type { StoredResponse } from '#store/responses.ts'
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
  #asked: ReadonlySet<string> | undefined
  #scores: ReadonlyMap<string, number> | undefined

  constructor(person: PanelPerson, wave: ResearchWave, response: StoredResponse | null) {
    this.person = person
    this.wave = wave
    this.response = response
  }

  /** Whether this person was asked the item, given what was answered to those it depends on. */
  isAsked(item: string): boolean {
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

/** The person's waves in the order of the project's; waves that the export leaves out have none. */
export function readingsOf(person: PanelPerson, waves: readonly ResearchWave[]): Reading[] {
  const readings: Reading[] = []
  for (const wave of waves)
    for (const { kind, response } of person.waves)
      if (kind === wave.kind) readings.push(new Reading(person, wave, response))
  return readings
}
