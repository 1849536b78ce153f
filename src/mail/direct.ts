// A letter that nobody has queued, handed over at once: a test that its writer sends to themselves. It is no letter of
// the outbox, and nothing counts it.
import type { Delivery } from '#store/ending.ts'
import { makePost, type Outgoing, type PostOffice } from './post.ts'
import type { Transports } from './transports.ts'

/** @param isDemo about invented people: it stays on this machine */
export type SendNow = (outgoing: Outgoing, isDemo: boolean) => Promise<Delivery>

export function createSendNow(office: Pick<PostOffice, 'mailFrom' | 'dkimKey'>, transports: Transports): SendNow {
  return async (outgoing, isDemo) => {
    const post = await makePost(office, outgoing).catch((error: Error) => error)
    if (post instanceof Error) return { outcome: 'failed', reason: `not written: ${post.message}` }
    const { envelope, message } = post
    return (isDemo ? transports.demo : transports.real).deliver(envelope, message)
  }
}
