// English words: common.
import type sv from '../sv/common.ts'
import type { Words } from '../words.ts'

export default {} satisfies Words<typeof sv>
