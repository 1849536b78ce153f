// English words around the questionnaire.
import type sv from '../sv/participation.ts'
import type { Words } from '../words.ts'

export default {
  yourChoices: 'Your choices',
  yourChoicesLead: 'Nothing happens until you have confirmed on the next page.',
  quietLink: 'Stop getting reminders',
  withdrawLink: 'Stop taking part',
  eraseLink: 'Erase my answers',
  handoverLink: 'Somebody else has taken over from me',
  backToQuestionnaire: 'Back to the questionnaire',
  concerns: (address) => `This concerns the address ${address}.`,
  quiet: {
    title: 'No more reminders?',
    lead: 'We will stop reminding you about this questionnaire. You can still answer with your link as long as it is open.',
    button: 'Stop reminding me',
    doneTitle: 'You will get no more reminders',
    doneLead: 'If you change your mind, you can still answer with your link.',
  },
  withdraw: {
    title: 'Do you want to stop taking part?',
    lead: 'You will then get no more e-mails from the project, and your links no longer open any questionnaire. Answers that you have already sent in remain. If you want to remove them too, choose to erase your answers instead.',
    button: 'Stop taking part',
    doneTitle: 'You no longer take part',
    doneLead: 'You will get no more e-mails from the project. Answers that you have already sent in remain.',
  },
  erase: {
    title: 'Do you want to erase your answers?',
    lead: 'Everything that you have answered in the project is removed, both what you have sent in and what you have begun, and you stop taking part. If you are in no other project, your name and address are erased as well. This cannot be undone.',
    published: 'Results already published for a whole group do not change.',
    button: 'Erase my answers',
    doneTitle: 'Your answers are erased',
    doneLead: 'You no longer take part, and will get no more e-mails from the project.',
    kept: 'Backup copies are overwritten in time. Until then the details may remain there.',
  },
  lost: {
    link: 'Get a new link',
    title: 'Have you lost your link?',
    lead: 'Type the e-mail address that the invitation came to. If there is something for you to answer, we send a new link there.',
    address: 'E-mail address',
    button: 'Send a new link',
    wrong: 'Type a whole e-mail address, such as name@municipality.se.',
    doneTitle: 'Look in your inbox',
    doneLead:
      'If the address belongs to somebody who can answer right now, an e-mail arrives there within a few minutes. Look in the junk folder too.',
    doneHelp:
      'If no e-mail arrives, you may have been invited at another address. Ask whoever leads the project in your municipality.',
    again: 'Type another address',
  },
  other: {
    lead: 'Another questionnaire in the same project is open, and you are invited to it.',
    button: 'Send the link to my address',
    doneTitle: 'The link is on its way',
    doneLead: 'An e-mail with the link to the open questionnaire arrives within a few minutes.',
  },
  handover: {
    title: 'Has somebody taken over from you?',
    lead: 'Write who has taken over your place in the collaboration. That person gets a link of their own. What you have answered remains yours, and is shown to nobody else.',
    newcomer:
      'Are you the one who has taken over, and got the link from somebody else? Fill in your own details, and you will get a link of your own.',
    name: 'Name of the person taking over',
    email: 'E-mail address of the person taking over',
    button: 'Continue',
    nameWrong: 'Write the name of the new person.',
    emailWrong: 'Write the e-mail address of the new person, such as name@municipality.se.',
    refused: (contact) =>
      `That address cannot take over your place. If it is right, write to ${contact}, and they will help you.`,
    confirmTitle: 'Is this correct?',
    confirmLead: (name, email) => `${name} takes over, and gets an invitation at ${email}.`,
    confirmEnd: 'You will get no more e-mails from the project, and your own link stops working.',
    unsaved: 'It could not be saved just now, but what you wrote is still here. Try again in a while.',
    confirm: 'Hand over',
    change: 'Change',
    doneTitle: 'Your place is handed over',
    doneLead: 'Thank you. The person taking over gets an e-mail of their own. What you have answered remains yours.',
    noticeTitle: 'Seats handed over',
    notice: (name, successor, day) => `${name} has handed over to ${successor} (${day}).`,
  },
  feedback: {
    link: 'See what the group has answered',
    title: 'What the group has answered',
    lead: (days, published) =>
      `This is how the group answered in the survey of ${days}. The figures were published on ${published}.`,
    ownWave: 'It is the survey that you answered yourself.',
    ownLeftOut: (day) => `What you answered on ${day} is not included.`,
    about:
      'Mean of all who answered, on a scale from 0 to 100. Higher is better unless it says otherwise. The numbers in brackets show how certain the mean is (95 per cent confidence interval).',
    lowerIsBetter: '(lower is better)',
    interval: (low, high) => `(${low} to ${high})`,
    scale: 'Area',
    level: 'Mean',
    people: 'Respondents',
    hidden: 'Not shown: too few respondents',
    none: 'No results have been published yet. They come when a wave has closed and its results are published.',
    back: 'Back to the receipt',
  },
} satisfies Words<typeof sv>
