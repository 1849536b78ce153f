// kill -9 of the real sending process at random moments, again and again, and what became of every letter. Run by
// itself it is the long form: `node bin/run.mjs test/mail/kill-table.ts --kills 100`.
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { setMailPace } from '#store/mail-pace.ts'
import { listTroubled, queueInvitations } from '#store/messages.ts'
import { messages } from '#store/schema.ts'
import { setOut } from './mail-task.ts'
import { waveId } from './world.ts'

export interface KillPlan {
  kills: number
  connections: 1 | 2
  seed: number
}

export interface KillTable {
  people: number
  kills: number
  /** How many letters of unknown fate each kill left. */
  unknownPerKill: number[]
  /** Recipients by the number of copies that reached the server. */
  copies: Map<number, number>
  /** Recipients without a copy, by the state that staff are shown. */
  without: Map<string, number>
  /** Letters of unknown fate, and how many of them had arrived. */
  unknown: number
  arrivedAfterAll: number
  /** Letters without a copy that stand neither on staff's list nor in the queue. */
  lost: number
}

/** Letters that leave before a kill, at most: some kills come while the process still starts. */
const mostBetweenKills = 20

export async function killAgainAndAgain({ kills, connections, seed }: KillPlan): Promise<KillTable> {
  const random = seeded(seed)
  const people = Math.max(kills * 11, 60)
  const { world, server, run, close } = await setOut(people)
  try {
    setMailPace(world.db, { connections, perMinute: null, perDomain: null }, 'system', Date.now())
    queueInvitations(world.db, waveId, 'system', Date.now())
    const countUnknown = () => listTroubled(world.db, waveId).filter(({ state }) => state === 'unknown').length
    const unknownPerKill: number[] = []
    let unknownBefore = 0
    for (let kill = 0; kill < kills; kill += 1) {
      server.behave({ delay: Math.floor(random() * 12) })
      const seenBefore = server.seen.length
      const running = run('send')
      const letters = Math.floor(random() * mostBetweenKills)
      while (server.seen.length < seenBefore + letters && running.process.exitCode === null) await wait(1)
      // Without a letter to wait for, it falls somewhere in the start, while the last one's traces are cleared up.
      await wait(random() * (letters === 0 ? 3000 : 25))
      running.process.kill('SIGKILL')
      await running.ended
      // The process before this one left what this one found, if it came so far; the last one's is found below.
      const unknown = countUnknown()
      if (kill > 0) unknownPerKill.push(unknown - unknownBefore)
      unknownBefore = unknown
    }
    server.behave({})
    const last = await run('send').ended
    if (last.code !== 0) throw new Error(last.output)
    unknownPerKill.push(countUnknown() - unknownBefore)

    const copiesOf = new Map<string, number>()
    for (const { raw } of server.seen) {
      const id = /^message-id: (\S+)/im.exec(raw.toString('latin1', 0, 4096))?.[1] ?? ''
      copiesOf.set(id, (copiesOf.get(id) ?? 0) + 1)
    }
    const rows = world.db.select({ id: messages.messageId, state: messages.state }).from(messages).all()
    const withoutCopy = rows.filter(({ id }) => !copiesOf.has(id))
    const unknown = rows.filter(({ state }) => state === 'unknown')
    return {
      people,
      kills,
      unknownPerKill,
      copies: tally(rows.map(({ id }) => copiesOf.get(id) ?? 0)),
      without: tally(withoutCopy.map(({ state }) => state)),
      unknown: unknown.length,
      arrivedAfterAll: unknown.filter(({ id }) => copiesOf.has(id)).length,
      lost: withoutCopy.filter(({ state }) => state === 'accepted' || state === 'sending' || state === 'cancelled')
        .length,
    }
  } finally {
    await close()
  }
}

export function printKillTable(plan: KillPlan, table: KillTable): string {
  const list = (counts: Map<number | string, number>) =>
    [...counts]
      .sort()
      .map(([what, count]) => `${what}: ${count}`)
      .join(', ') || 'none'
  return [
    `kill -9 of the sending process   ${table.kills} kills, ${table.people} recipients, ${plan.connections} connection(s), seed ${plan.seed}`,
    `  copies at the server           ${list(table.copies)}`,
    `  recipients without a copy      ${list(table.without)}`,
    `  unknown, shown to a person     ${table.unknown}, of which ${table.arrivedAfterAll} had arrived`,
    `  kills by unknown letters       ${list(tally(table.unknownPerKill))}`,
    `  without a copy and not shown   ${table.lost}`,
  ].join('\n')
}

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** mulberry32: the same moments, as far as the machine lets them be the same. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '100' },
      connections: { type: 'string', default: '2' },
      seed: { type: 'string', default: '6' },
    },
  })
  const plan: KillPlan = {
    kills: Number(values.kills),
    connections: values.connections === '1' ? 1 : 2,
    seed: Number(values.seed),
  }
  console.log(printKillTable(plan, await killAgainAndAgain(plan)))
}
