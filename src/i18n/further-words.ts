// What a further language has words for: the pages that participants meet. All else is read in Swedish.
import type svAccessibility from './sv/accessibility.ts'
import type svAnswering from './sv/answering.ts'
import type svCommon from './sv/common.ts'
import type svItems from './sv/items.ts'
import type svParticipation from './sv/participation.ts'
import type svStaff from './sv/staff.ts'
import type svTrouble from './sv/trouble.ts'
import type { Words } from './words.ts'

export interface FurtherWords {
  /** Of the frame around the pages. */
  common: Partial<Words<typeof svCommon>>
  accessibility: Partial<Words<typeof svAccessibility>>
  answering: Words<typeof svAnswering>
  items: Words<Omit<typeof svItems, 'paper'>>
  participation: Words<typeof svParticipation>
  trouble: Words<typeof svTrouble>
  /** Of what a participant types about somebody else. */
  wrong: Partial<Words<(typeof svStaff)['wrong']>>
}
