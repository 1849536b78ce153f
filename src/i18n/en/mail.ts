// English words: mail.
import type sv from '../sv/mail.ts'
import type { Words } from '../words.ts'

export default {} satisfies Words<typeof sv>
