// A disk that takes nothing more: what is there can be read, and nothing can be written.
import type { World } from './world.ts'

/** It has room again when the act is done. */
export async function whileFull<Outcome>({ db }: Pick<World, 'db'>, act: () => Promise<Outcome>): Promise<Outcome> {
  db.$client.pragma('query_only = ON')
  try {
    return await act()
  } finally {
    db.$client.pragma('query_only = OFF')
  }
}
