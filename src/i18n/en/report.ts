// English words: report.
import type sv from '../sv/report.ts'
import type { Words } from '../words.ts'

export default {} satisfies Words<typeof sv>
