// The links that a letter brings: into a wave, and to an end of its reminders.
import { eq } from 'drizzle-orm'
import { invitations } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import type { Wave } from '#store/waves.ts'
import { morning, type World } from './world.ts'

/** Those of the person invited as number `at`, from 0; new ones each time, and the earlier ones open the same. */
export function tokensInto({ db }: Pick<World, 'db'>, wave: Pick<Wave, 'id'>, at = 0) {
  const invited = db.select().from(invitations).where(eq(invitations.waveId, wave.id)).all()
  return issueTokens(db, invited[at]?.id ?? '', morning)
}

export const linkInto = (world: Pick<World, 'db'>, wave: Pick<Wave, 'id'>, at = 0): string =>
  `/s/${tokensInto(world, wave, at).answer}`
