// English words: answering.
import type sv from '../sv/answering.ts'
import type { Words } from '../words.ts'

export default {} satisfies Words<typeof sv>
