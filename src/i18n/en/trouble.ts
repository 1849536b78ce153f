// English words of what a participant meets where something cannot be done.
import type sv from '../sv/trouble.ts'
import type { Words } from '../words.ts'

export default {
  again: 'Try again',
  held: 'What you wrote is still on this page, so do not close it.',
  show: 'Show what you wrote',
  backToChoices: 'Back to your choices',
  what: {
    not_found: { title: 'There is no such page', help: 'The address may have been damaged on its way here.' },
    cross_site: {
      title: 'What you sent came from another website',
      help: 'So nothing has happened. Open the page anew and send it from there.',
    },
    too_many_tries: { title: 'Too many tries just now', help: 'Wait a while and try again.' },
    too_large: {
      title: 'What you have written is too long to be taken',
      help: 'So nothing of it has been saved. Go back in the browser and copy what you wrote, if it is still there. Shorten it and send it again.',
    },
    bad_request: {
      title: 'What you sent could not be read',
      help: 'So nothing of it has been saved. Go back, reload the page and try again.',
    },
    storage_failed: { title: 'It could not be saved', help: 'Nothing has changed. Try again in a while.' },
    internal: {
      title: 'Something went wrong on our side',
      help: 'Try again in a while. If that does not help, tell us the code below.',
    },
  },
} satisfies Words<typeof sv>
