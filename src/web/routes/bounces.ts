// People whose letter did not arrive: why, and a way to put it right; and what came to the mailbox that only a person
// can read. An address is shown in full only where it is to be corrected.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { checkAddress, inOwnLetters } from '#intake/address.ts'
import { type RefusalKind, readRefusal } from '#mail/refusals.ts'
import { countUnmatched, listUnmatched, markSeen } from '#store/bounces.ts'
import { maskAddress } from '#store/contacts.ts'
import { sumLetters, tallyLetters, underWay } from '#store/mailing.ts'
import type { MessageKind } from '#store/messages.ts'
import {
  correctAndResend,
  findUnreached,
  isFaultless,
  listUnreached,
  resendFaultless,
  type Unreached,
} from '#store/unreached.ts'
import { stateOn, type Wave } from '#store/waves.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { mayForAll, requireForAll } from '../staff/for-all.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, waveHere } from '../staff/here.ts'
import { type WaveFrame, waveFrame } from '../staff/wave-frame.ts'
import { requireOpen } from '../staff/wave-refusal.ts'

interface Frame extends WaveFrame {
  /** Whether letters can go out at all. */
  isOpen: boolean
}

interface Person {
  invitationId: string
  name: string
  municipality: string
  isDead: boolean
  kind: MessageKind
  how: 'returned' | 'failed' | 'cancelled'
  /** What the server's words come down to; null where it said nothing. */
  refusal: RefusalKind | null
  /** The server's own words. */
  words: string
  changedAt: number
}

/** How the letters of the wave stand, whether or not somebody is unreached. */
interface Standing {
  /** Taken by a server, and not sent back. */
  accepted: number
  /** Sent back or refused. */
  lost: number
  waiting: number
  /** Sent or not: a person decides. */
  unknown: number
  /** People without an address, to whom nothing is sent. */
  unaddressed: number
}

declare module '../page.ts' {
  interface Pages {
    'bounces/list': Frame & {
      people: (Person & { address: string })[]
      standing: Standing
      /** How many letters came back for no fault of the address. */
      faultless: number
      /** Messages that a person must read; null for whom they are not. */
      unmatched: number | null
      done: string | null
    }
    'bounces/correct': Frame & {
      person: Person & { address: string }
      values: { address: string }
      errors: readonly FieldError[]
      failed: boolean
    }
    'bounces/confirm': Frame & {
      person: Person & { address: string }
      /** As it is read, and as it is sent back with the form. */
      address: { shown: string; typed: string }
      isSame: boolean
      warnings: ('shared' | 'mixedLetters')[]
    }
    'bounces/unmatched': {
      messages: ReturnType<typeof listUnmatched>
      /** Whether this server reads the mailbox; else a mail server passes on what comes. */
      readsMailbox: boolean
      now: number
    }
  }
}

type OfWave = FastifyRequest<{ Params: { id: string } }>
type OfPerson = FastifyRequest<{ Params: { id: string; invitation: string } }>

export async function bounces(
  app: FastifyInstance,
  { db, identity, config, now, wakeSender }: Dependencies,
): Promise<void> {
  const run = { config: { access: 'waves:run' as const } }
  const read = { config: { access: 'mail:confirm' as const } }

  app.get('/waves/:id/bounces', run, (request: OfWave, reply) => {
    const here = waveHere(db, request)
    const people = listUnreached(db, here.wave.id)
    return sendPage(reply, 'bounces/list', {
      ...frameOf(request, here),
      people: people.map((one) => ({ ...personOf(one), address: maskAddress(addressOf(one)) })),
      standing: standingOf(here.wave.id),
      faultless: people.filter(isFaultless).length,
      unmatched: mayForAll(here.staff.grants, 'mail:confirm') ? countUnmatched(db) : null,
      done: doneIn(request),
    })
  })

  app.post('/waves/:id/bounces/again', run, (request: OfWave, reply) => {
    const { wave, staff } = waveHere(db, request)
    requireOpen(wave, localDay(now()))
    const letters = resendFaultless(db, wave.id, actorOf(staff), now())
    if (letters > 0) wakeSender()
    return reply.redirect(doneAt(`/waves/${wave.id}/bounces`, 'letters_again', letters), 303)
  })

  app.get('/waves/:id/bounces/:invitation', run, (request: OfPerson, reply) => {
    const person = personHere(request)
    return person ? showForm(request, reply, person, inOwnLetters(addressOf(person)), []) : backToList(request, reply)
  })

  app.post('/waves/:id/bounces/:invitation', run, (request: OfPerson, reply) => {
    const here = waveHere(db, request)
    const person = personHere(request)
    if (!person) return backToList(request, reply)
    const { address: typed, confirmed } = readFields(request.body, ['address', 'confirmed'])
    const { wrong } = phrasesIn(request.language).bounces
    const checked = checkAddress(typed)
    const refuse = (message: string) =>
      showForm(request, reply.code(422), person, typed, [{ field: 'address', message }])
    if (!checked.ok) return refuse(wrong[checked.code])
    if (confirmed !== 'yes') {
      return sendPage(reply, 'bounces/confirm', {
        ...frameOf(request, here),
        person: { ...personOf(person), address: inOwnLetters(addressOf(person)) },
        address: { shown: inOwnLetters(checked.address), typed: checked.address },
        isSame: checked.address === addressOf(person),
        warnings: (['shared', 'mixedLetters'] as const).filter((one) => checked[one]),
      })
    }
    const { wave, staff } = here
    const order = {
      waveId: wave.id,
      invitationId: person.invitationId,
      address: checked.address,
      maySend: takesAnswers(wave),
    }
    const resent = correctAndResend(db, identity, order, actorOf(staff), now())
    if (resent.outcome === 'taken') return refuse(wrong.taken)
    if (resent.outcome === 'gone') return backToList(request, reply)
    if (resent.letters > 0) wakeSender()
    const done = resent.outcome === 'corrected' ? 'address_corrected' : 'address_tried'
    return reply.redirect(doneAt(`/waves/${wave.id}/bounces`, done, resent.letters), 303)
  })

  app.get('/mail/bounces', read, (request, reply) => {
    requireForAll(request.staff, 'mail:confirm')
    return sendPage(reply, 'bounces/unmatched', {
      messages: listUnmatched(db),
      readsMailbox: config.imapUrl !== undefined,
      now: now(),
    })
  })

  app.post('/mail/bounces', read, (request, reply) => {
    const staff = requireForAll(request.staff, 'mail:confirm')
    const { before } = readFields(request.body, ['before'])
    if (!/^\d{1,15}$/.test(before)) throw new Problem('bad_request')
    markSeen(db, Number(before), actorOf(staff), now())
    return reply.redirect('/mail/bounces', 303)
  })

  const takesAnswers = (wave: Wave): boolean => stateOn(wave, localDay(now())) === 'open'

  const frameOf = (request: FastifyRequest, here: ReturnType<typeof waveHere>): Frame => ({
    ...waveFrame(request, here),
    isOpen: takesAnswers(here.wave),
  })

  function standingOf(waveId: string): Standing {
    const tally = tallyLetters(db, waveId)
    return {
      accepted: sumLetters(tally, ['accepted']),
      lost: sumLetters(tally, ['returned', 'failed']),
      waiting: sumLetters(tally, underWay),
      unknown: sumLetters(tally, ['unknown']),
      unaddressed: tally.unaddressed,
    }
  }

  const addressOf = ({ addressSealed }: Unreached): string =>
    addressSealed === null ? '' : identity.open(addressSealed)

  /** Undefined where the letter has found its reader meanwhile, or an answer has come. */
  const personHere = (request: OfPerson): Unreached | undefined =>
    findUnreached(db, waveHere(db, request).wave.id, request.params.invitation)

  const backToList = ({ params }: OfPerson, reply: FastifyReply) => reply.redirect(`/waves/${params.id}/bounces`, 303)

  function personOf({ invitationId, nameSealed, municipality, isDead, letter }: Unreached): Person {
    const { kind, state, outcome, changedAt } = letter
    const how = state === 'failed' || state === 'cancelled' ? state : 'returned'
    const words = how === 'cancelled' ? '' : outcome
    const refusal = words === '' ? null : readRefusal(words).kind
    return { invitationId, name: identity.open(nameSealed), municipality, isDead, kind, how, refusal, words, changedAt }
  }

  const showForm = (
    request: OfPerson,
    reply: FastifyReply,
    person: Unreached,
    address: string,
    errors: readonly FieldError[],
  ) =>
    sendPage(reply, 'bounces/correct', {
      ...frameOf(request, waveHere(db, request)),
      person: { ...personOf(person), address: inOwnLetters(addressOf(person)) },
      values: { address },
      errors,
      failed: errors.length > 0,
    })
}
