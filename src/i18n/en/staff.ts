// English words: staff.
import type sv from '../sv/staff.ts'
import type { Words } from '../words.ts'

export default {} satisfies Words<typeof sv>
