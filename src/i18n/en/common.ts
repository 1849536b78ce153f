// English words that every page shares: frame, problems, languages.
import type sv from '../sv/common.ts'
import type { Words } from '../words.ts'

export default {
  product: 'Samverka',
  skip: 'Skip to the content',
  language: 'Language',
  switchTo: 'På svenska',
  menu: 'Menu',
  projects: 'Projects',
  signIn: 'Sign in',
  signOut: 'Sign out',
  save: 'Save',
  cancel: 'Cancel',
  errorTitle: 'Error',
  errorSummary: (count: number) => (count === 1 ? 'One thing needs correcting' : `${count} things need correcting`),
  code: 'Code',
  until: { time: (time) => `until ${time}`, day: (day) => `up to and including ${day}` },
  backToStart: 'To the start page',
  backToWave: 'To the wave',
  footer: 'Samverka shows how collaboration changes, with the same questions before and after.',
  waveKind: { baseline: 'Before', midterm: 'Midway', endline: 'After', followup: 'Follow-up' },
  terminal: {
    ready: (address: string) => `Samverka is running: open ${address}`,
    setupCode: (code: string) => `Nobody has signed in yet. One-time code for the first administrator: ${code}`,
    noSmtp: (folder: string) => `No mail server is set (SMTP_URL): letters go to ${folder} and are shown under Outbox.`,
    stopping:
      'Samverka ends when what is in hand is done: letters and downloads on their way are given ten seconds at most.',
    refused: {
      ENOENT: 'There is no such file or folder.',
      ENOTDIR: 'The way there leads through something that is no folder.',
      EISDIR: 'It is a folder. Name a file.',
      EACCES: 'You are not allowed to use it.',
      EPERM: 'You are not allowed to use it.',
      EROFS: 'Here one can read only, not write.',
      ENOSPC: 'The disk is full.',
      ENOTFOUND: 'No such name can be looked up. Give an address that this computer has, such as 127.0.0.1 or 0.0.0.0.',
      EADDRNOTAVAIL: 'This computer does not have that address. Give one that it has, such as 127.0.0.1 or 0.0.0.0.',
      EADDRINUSE: 'The port is taken. Stop whoever has it, or choose another.',
    },
  },
  again: {
    held: {
      signed_out:
        'What you sent is still on this page, so do not close it. Sign in in a new tab, come back here and send it again.',
      storage_failed: 'What you sent is still on this page, so do not close it. Send it again in a while.',
    },
    signIn: 'Sign in in a new tab',
    signInHere: 'Sign in',
    send: 'Send again',
    show: 'Show what you wrote',
  },
  problem: {
    not_found: { title: 'There is no such page', help: 'The address may be misspelt, or the page has moved.' },
    forbidden: { title: 'You may not see this page', help: 'Ask the project’s coordinator if you need it.' },
    cross_site: {
      title: 'The request came from another website',
      help: 'So nothing has been saved or changed. Go back and copy what you wrote, if it is still there. Then open Samverka in a new tab, paste it there and try again.',
    },
    signed_out: { title: 'You need to sign in', help: 'You have been signed out. Nothing has changed.' },
    too_many_tries: { title: 'Too many tries', help: 'Wait a while and try again.' },
    too_large: {
      title: 'What you sent is too large',
      help: 'A file may be at most 2 MB: split it and try again. If it was a text, go back and shorten it.',
    },
    bad_request: { title: 'What you sent could not be read', help: 'Go back, reload the page and try again.' },
    wave_not_open: { title: 'The wave is not open', help: 'Open the wave first.' },
    wave_overdue: {
      title: 'The last day of the wave has passed',
      help: 'So no letters are sent and no new forms printed. Nothing has been changed. Extend the wave if it is to go on.',
    },
    wave_closed: {
      title: 'The wave is closed',
      help: 'It takes no more answers, sends no letters and cannot be opened again. Nothing has been changed.',
    },
    wave_already_open: {
      title: 'The wave has already been opened or closed',
      help: 'Nothing has changed. Reload the page to see where it stands.',
    },
    wave_needs_participants: {
      title: 'The project has no participants yet',
      help: 'Import participants before you open the wave.',
    },
    nothing_to_release: {
      title: 'There is nothing to release',
      help: 'The results show no municipality wholly. Make an archive with restricted access instead.',
    },
    logo_undrawable: {
      title: 'A logotype cannot be drawn',
      help: 'Remove it and add it again, preferably as PNG.',
    },
    answers_changed: {
      title: 'The answers have changed since the figures were frozen',
      help: 'Whoever took the frozen figures from the file could see what single persons answered. The file can be made if a new cut can be frozen.',
    },
    storage_failed: {
      title: 'It could not be saved',
      help: 'Nothing has changed. Try again in a while.',
    },
    internal: {
      title: 'Something went wrong on our side',
      help: 'Try again in a while. If that does not help, tell us the code below.',
    },
    key_missing: { title: 'The key to names and addresses is missing', help: 'Put the key file back.' },
    key_unreadable: { title: 'The key file cannot be read', help: 'Put the right key file back.' },
    key_differs: { title: 'The key belongs to another database', help: 'Put the right key file back.' },
    database_refused: { title: 'The database could not be opened', help: 'The reason is given below.' },
    needs_migration: {
      title: 'The database is older than the program',
      help: 'Stop the server and run npm run migrate, or restart the server with the new program.',
    },
    database_empty: {
      title: 'The database has been emptied',
      help: 'The file is zero bytes, but Samverka has run here before. Put a backup back. To begin anew: move the whole data folder away.',
    },
    newer_database: {
      title: 'The database is newer than the program',
      help: 'Start with the version of Samverka that last ran the database, or a newer one. The database as it was before the upgrade may still lie in the file that ends in .before-migration; answers that have come since then are not in it.',
    },
    in_use: { title: 'The database is used by another process', help: 'Stop the other one first.' },
    no_questionnaires: {
      title: 'There is no questionnaire',
      help: 'The folder in SURVEYS_DIR is to hold questionnaires as <id>/v<n>.json. The program’s folder surveys has one.',
    },
    unknown_argument: { title: 'Samverka cannot be started with this', help: 'npm start takes only -- --demo.' },
    settings_wrong: {
      title: 'These settings cannot be used',
      help: 'Behind the arrow stands what will do; the table in README.md says more.',
    },
    settings_missing: {
      title: 'These settings are missing, and belong with others that are made',
      help: 'See the table in README.md.',
    },
    dkim_key_unusable: {
      title: 'The key to sign letters with cannot be used',
      help: 'Set DKIM_KEY_FILE to a readable file with a private key in PEM: RSA of at least 1024 bits, or Ed25519.',
    },
  },
} satisfies Words<typeof sv>
