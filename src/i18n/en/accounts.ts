// English words: accounts of staff.
import type sv from '../sv/accounts.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Accounts',
  lead: 'Whoever is given an account chooses their own password with the link in a letter. Rights are changed with npm run staff.',
  name: 'Name',
  email: 'E-mail address',
  rights: 'May do',
  right: (role, project, municipality) => `${role}, ${project}, ${municipality}`,
  noRights: 'nothing',
  everything: 'all projects',
  allMunicipalities: 'all municipalities',
  last: 'State',
  closed: (day) => `closed on ${day}`,
  active: 'has a password',
  waiting: 'no password yet',
  letter: (state, time) => `${state}, ${time}`,
  again: 'Send a new link',
  unknownLetter: 'The letter may have arrived. Ask, or send a new link.',

  inviteTitle: 'Invite to an account',
  role: 'Role',
  project: 'Project',
  municipality: 'Municipality',
  municipalityHint: 'For process leaders only: all others see the whole project.',
  language: 'Language of the letter and the pages',
  languages: { sv: 'Swedish', en: 'English' },
  invite: 'Send the invitation',
  wrong: {
    taken: 'The address has an account already.',
    role: 'Choose a role.',
    project: 'Choose a project.',
    municipality: 'Choose a municipality that is part of the project.',
  },

  forgotten: 'Have you forgotten the password?',
  forgottenTitle: 'New password',
  forgottenLead: 'Type the address that you sign in with. We send a link with which you choose a new password.',
  send: 'Send the link',
  sentTitle: 'Look in your mail',
  sentLead:
    'If the address has an account, a link is on its way there. It works for two hours. If it does not come: look among junk mail, and ask whoever looks after Samverka where you are.',
  chooseTitle: 'Choose a password',
  chooseLead: (email) => `For the account ${email}.`,
  password: 'Password',
  passwordHint: 'At least 12 characters. A few words in a row are easy to remember and hard to guess.',
  choose: 'Save and sign in',
  deadTitle: 'The link does not work any more',
  deadLead: 'It has been used, is too old or was copied wrongly. Your password is as before.',
  deadNext: 'Send a new link',
} satisfies Words<typeof sv>
