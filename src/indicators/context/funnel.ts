// How far each invitation came. Stages lie inside each other: whoever answered was reached, whatever the post office says.
import type { WaveKind } from '#survey/questionnaire.ts'
import type { Disposition } from './dispositions.ts'
import type { Contact, Funnel } from './model.ts'

/** One invitation with all that is known of it. */
export interface Invitation {
  contact: Contact | undefined
  disposition: Disposition
  answered: boolean
  answeredBoth: boolean
}

/** Stages that somebody has noted in this wave at all. A stage nobody notes is null, never zero. */
export type NotedStages = ReadonlySet<'delivered' | 'opened' | 'started'>

export function notedStages(contacts: readonly Contact[], wave: WaveKind): NotedStages {
  const own = contacts.filter((contact) => contact.wave === wave)
  const stages = ['delivered', 'opened', 'started'] as const
  return new Set(stages.filter((stage) => own.some((contact) => contact[stage] !== undefined)))
}

export function funnelOf(invitations: readonly Invitation[], noted: NotedStages): Funnel {
  const count = (is: (invitation: Invitation) => boolean) => invitations.filter(is).length
  const isStarted = ({ contact, answered }: Invitation) => answered || contact?.started === true
  const isOpened = (one: Invitation) => isStarted(one) || one.contact?.opened === true
  const isDelivered = (one: Invitation) => isOpened(one) || one.contact?.delivered === true
  return {
    invited: invitations.length,
    delivered: noted.has('delivered') ? count(isDelivered) : null,
    opened: noted.has('opened') ? count(isOpened) : null,
    started: noted.has('started') ? count(isStarted) : null,
    answered: count(({ answered }) => answered),
    usable: count(({ disposition }) => disposition === 'complete' || disposition === 'partial'),
    both: count(({ answeredBoth }) => answeredBoth),
  }
}
