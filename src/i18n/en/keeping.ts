// English words: what whoever keeps an instance does at the terminal with accounts and with single participants.
import type sv from '../sv/keeping.ts'
import type { Words } from '../words.ts'

const responses = (count: number) => (count === 1 ? 'one response' : `${count} responses`)
const drafts = (count: number) => (count === 1 ? 'one draft' : `${count} drafts`)
const letters = (count: number) => (count === 1 ? 'one letter' : `${count} letters`)

export default {
  stopped: 'Stopped. Nothing has changed.',
  everything: 'all',

  staff: {
    usage: `Accounts: who may sign in, and what each may do.

  npm run staff -- list
      All accounts with their rights.

  npm run staff -- add [--name <name>] [--email <address>] [--role <role>] [--project <project>|all]
                       [--municipality <code>|all] [--language sv|en] [--generate]
      A new account. What the line leaves out is asked for. --generate makes up a password and shows it once.

  npm run staff -- password <address> [--generate]
      A new password. The account is signed out everywhere.

  npm run staff -- grant <address> --role <role> --project <project>|all [--municipality <code>|all]
  npm run staff -- revoke <address> --role <role> --project <project>|all [--municipality <code>|all]
      Gives or takes back a right. Without --municipality it is for all of them. The account is signed out everywhere.

  npm run staff -- deactivate <address>
      Closes the account. What it has done stays in the log of events.

  Roles: admin, coordinator, process_leader, economist, evaluator, researcher. --en gives English.`,
    ask_name: 'Name',
    ask_email: 'E-mail address',
    ask_role: (choices) => `Role (${choices})`,
    ask_project: (choices) => `Project (${choices})`,
    ask_municipality: (choices) => `Municipality (${choices})`,
    ask_password: 'Password, at least 12 characters (not shown)',
    ask_again: 'Once more',
    email_missing: "Give the account's e-mail address.",
    passwords_differ: 'The passwords differ. Nothing has changed.',
    no_account: (email) => `There is no account ${email}. "list" shows those there are.`,
    account_taken: (email) => `There is an account ${email} already. Use "grant" or "password".`,
    account_closed: (email) => `The account ${email} is closed.`,
    no_municipality: (code, known) => `There is no municipality ${code} to choose. There are: ${known}.`,
    admin_is_whole: 'An administrator has the whole project: give --municipality all.',
    last_administrator:
      'This is the only active account that administers everything. Give somebody else the role admin for all projects first.',
    none: 'There are no accounts yet. The first is made on the page /setup.',
    closed_on: (day) => `closed ${day}`,
    no_rights: 'no rights',
    right: (role, project, municipality) => `${role}  project: ${project}  municipality: ${municipality}`,
    generated: (password) => `Password, shown only now: ${password}`,
    added: (email) => `The account ${email} is made.`,
    password_changed: (email) => `The password of ${email} is changed, and the account is signed out everywhere.`,
    granted: (email) => `${email} has been given the right, and is signed out everywhere.`,
    granted_already: (email) => `${email} has that right already. Nothing has changed.`,
    revoked: (email) => `${email} no longer has the right, and is signed out everywhere.`,
    revoked_already: (email) => `${email} does not have that right. Nothing has changed.`,
    deactivated: (email) => `The account ${email} is closed and signed out everywhere.`,
    deactivated_already: (email) => `The account ${email} was closed already. Nothing has changed.`,
  },

  people: {
    usage: `A participant's rights. <who> is the person's e-mail address or pseudonym.

  npm run people -- find <who> --project <project>
      Pseudonym, municipality, actor group, and the waves the person was asked in and answered. Never the answers.

  npm run people -- address <who> --project <project> --to <address>
      Corrects the address, in all projects. Letters that wait go to the new one. Links in earlier letters stay valid.

  npm run people -- withdraw <who> --project <project>
      The person withdraws from the project: no more letters, and the questionnaires are closed. Responses stay.

  npm run people -- erase <who> --project <project> [--yes]
      Erases the person in all projects: name, addresses, responses, drafts, links and letters in the outbox. It cannot
      be undone. Asks for the pseudonym first; --yes does not ask.

  The server may be running or stopped. --en gives English.`,
    who_missing: 'Say who it is about: an e-mail address or a pseudonym.',
    nobody: (who, project) => `Nobody in ${project} has ${who} as present address or pseudonym.`,
    pseudonym: 'Pseudonym',
    municipality: 'Municipality',
    group: 'Actor group',
    also_in: 'Is also in',
    waves: 'Waves',
    no_waves: 'has been asked in none',
    asked: (day) => `asked ${day}`,
    answered: (day) => `answered ${day}`,
    not_answered: 'has not answered',
    withdrawn_on: (day) => `Has withdrawn since ${day}.`,
    erased_on: (day) => `Erased ${day}.`,
    is_erased: (pseudonym) => `${pseudonym} is erased, and has no address to correct.`,
    address_invalid: (address) => `${address} is not an e-mail address, such as name@municipality.se.`,
    address_taken: 'The address belongs to somebody else. Nothing has changed.',
    address_same: (pseudonym) => `${pseudonym} has that address already. Nothing has changed.`,
    address_changed: (pseudonym) =>
      `${pseudonym} has the new address. Letters that did not arrive are sent again with "npm run mail -- retry".`,
    withdrawn: (pseudonym, count) =>
      `${pseudonym} has withdrawn. ${count === 0 ? 'No letter was waiting' : `Stopped ${letters(count)}`}, and responses that were sent in stay.`,
    withdrawn_already: (pseudonym) => `${pseudonym} had withdrawn already. Nothing has changed.`,
    erase_what: (pseudonym, sentIn, begun) =>
      `${pseudonym} is to be erased: name, addresses, ${responses(sentIn)}, ${drafts(begun)}, and the person's letters in the outbox.`,
    erase_everywhere: (places) => `This is about the person everywhere, which is in ${places}.`,
    erase_final: 'It cannot be undone.',
    erase_ask: 'Type the pseudonym to erase',
    erase_not_confirmed: 'That was not the pseudonym. Nothing has been erased.',
    erased: (pseudonym, sentIn, begun, filed) =>
      `${pseudonym} is erased: ${responses(sentIn)}, ${drafts(begun)} and ${letters(filed)} in the outbox are gone.`,
    erased_already: (pseudonym) => `${pseudonym} was erased already. The files have been gone through again.`,
    letter_in_the_air: 'A letter to the person was just being sent. Run the same command again in a minute.',
    file_not_swept:
      'The person is erased, but the database file is busy and may hold traces. Run the same command again in a while.',
    copy_remains: (file) => `The copy ${file} was made earlier and still holds the person. Remove it.`,
    elsewhere: 'Backups and exported files are out of reach of this command: remove the person there too.',
  },
} satisfies Words<typeof sv>
