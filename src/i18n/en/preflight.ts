// English words: what is looked at before a mailing, how it stands, and what to do about it.
import type sv from '../sv/preflight.ts'
import type { Words } from '../words.ts'

const persons = (people: number): string => (people === 1 ? '1 person' : `${people} people`)
const sent = (letters: number): string => (letters === 1 ? '1 letter' : `${letters} letters`)
const addresses = (count: string): string => (count === '1' ? '1 address' : `${count} addresses`)

const words: Words<typeof sv> = {
  link: 'Check before mailing',
  title: 'Check before a mailing',
  lead: 'See whether letters will arrive, to whom, and how long it takes. Nothing is sent.',
  blocks: (count) => (count === 1 ? 'One thing in the way' : `${count} things in the way`),
  blocksLead: {
    invitation: 'Put this right first. Until then the wave cannot be opened.',
    reminder: 'Put this right first. Planned reminders wait until then.',
  },
  clear: 'Nothing in the way',
  clearLead: 'Nothing that has been checked keeps the mailing back.',
  notLooked: 'The mail server, the domain of the sender and the address of the links have not been checked yet.',
  lookedAt: (time) => `The mail server, the domain of the sender and the address of the links were checked ${time}.`,
  look: 'Check now',
  lookAgain: 'Check again',
  lookHint: 'Takes a few seconds at most. No letter is sent.',
  verdict: {
    ok: 'In order',
    warning: 'Warning',
    blocks: 'In the way',
    not_checked: 'Not checked',
    not_needed: 'Not needed',
  },
  area: {
    sender: 'Domain of the sender',
    server: 'Mail server',
    links: 'Links of the letters',
    letters: 'Words of the letters',
    people: 'Readers',
  },
  vouch: 'The server signs the letters itself',
  vouchLead:
    'Do you know that the mail server signs letters with DKIM for the domain, or passes them on from a server that SPF allows? Then it can count as checked.',

  mailingTitle: { invitation: 'If the wave is opened now', reminder: 'If a reminder is sent now' },
  nobody: 'Nobody would get a letter.',
  letters: (letters) => `${sent(letters)} would be sent:`,
  municipality: 'Municipality',
  count: 'Letters',
  passedOverTitle: 'Get no letter',
  passedOver: {
    erased: (people) => `${persons(people)}: their data are erased`,
    withdrawn: (people) => `${persons(people)}: no longer taking part`,
    left: (people) => `${persons(people)}: have left their seat`,
    answered: (people) => `${persons(people)}: have answered`,
    quiet: (people) => `${persons(people)}: want no reminders`,
    no_address: (people) => `${persons(people)}: have no e-mail address`,
    bounced: (people) => `${persons(people)}: letters to the address come back`,
    not_asked: (people) => `${persons(people)}: came in after the wave was opened`,
    uninvited: (people) => `${persons(people)}: have not been sent an invitation. It is sent from the page of the wave`,
    not_now: (people) =>
      `${persons(people)}: were written to within the day, or have a letter that has not arrived yet`,
  },
  takes: (time) => `At the present pace and hours the last letter will have left ${time}.`,
  takesLong: 'At the present pace and hours the mailing takes more than a year. Raise the pace.',

  opening: (count) =>
    count === 1
      ? 'The check before a mailing shows something in the way. The wave can be opened once it is put right.'
      : `The check before a mailing shows ${count} things in the way. The wave can be opened once they are put right.`,
  inviting: (count) =>
    count === 1
      ? 'The check before a mailing shows something in the way. The invitation can be sent once it is put right.'
      : `The check before a mailing shows ${count} things in the way. The invitation can be sent once they are put right.`,
  see: 'See the check',

  check: {
    sender_invalid: {
      title: 'The address of the sender cannot be used',
      text: (about) => `“${about}” is not one plain e-mail address.`,
      remedy: 'Write the address alone in MAIL_FROM, such as enkat@kommun.se, or correct the contact of the project.',
    },
    domain_found: {
      title: 'The domain takes replies',
      text: (about, found) => `${about} takes mail (${found}).`,
    },
    domain_missing: {
      title: 'There is no such domain',
      text: (about) => `No domain is called ${about}. Servers refuse such letters.`,
      remedy: 'Correct MAIL_FROM or the contact of the project.',
    },
    domain_takes_no_mail: {
      title: 'The domain takes no mail',
      text: (about) => `${about} says in DNS that it takes no mail. Many servers then refuse its letters.`,
      remedy: 'Send from a domain that can be replied to, or ask whoever keeps DNS to remove the record “MX 0 .”.',
    },
    domain_no_mx: {
      title: 'Replies may not arrive',
      text: (about) =>
        `${about} has no MX record. Replies and bounces arrive only if the domain’s own address takes them.`,
      remedy: 'Ask whoever keeps DNS to add an MX record.',
    },
    spf_passes: { title: 'SPF allows the mail server', text: (about, found) => `${about}: ${found}` },
    spf_none: {
      title: 'There is no SPF',
      text: (about) => `${about} does not say which servers may send its mail. Letters may be taken for junk.`,
      remedy: 'Ask whoever keeps DNS to add an SPF record (TXT) that names the mail server.',
    },
    spf_several: {
      title: 'Several SPF records',
      text: (about, found) => `${about} has ${found} SPF records. Then none of them counts.`,
      remedy: 'Ask whoever keeps DNS to make them one.',
    },
    spf_faulty: {
      title: 'A fault in the SPF record',
      text: (about, found) => `The record of ${about} cannot be read: ${found}`,
      remedy: 'Ask whoever keeps DNS to correct the record. It may lead to ten look-ups at most.',
    },
    spf_forbids_all: {
      title: 'The domain may send no mail',
      text: (about, found) => `SPF of ${about} says that no server may send its mail: ${found}`,
      remedy: 'Send from another domain, or ask whoever keeps DNS to name the mail server.',
    },
    spf_other_servers: {
      title: 'SPF does not name the mail server',
      text: (about, found) => `The address of ${about} is not part of SPF: ${found}`,
      remedy: 'This is in order if the server passes letters on from another address. If not, ask whoever keeps DNS.',
    },
    dkim_found: {
      title: 'The DKIM key is in DNS',
      text: (about) => `${about} has the key that letters are signed with.`,
    },
    dkim_not_set: {
      title: 'Letters are not signed here',
      text: (about) =>
        `No DKIM key is set for ${about}. The mail server may sign instead; that cannot be seen from here.`,
      remedy: 'Ask whoever keeps the server, or set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE.',
    },
    dkim_missing: {
      title: 'The DKIM key is not in DNS',
      text: (about) => `Letters are signed, but ${about} is not in DNS. Receivers see a signature that does not hold.`,
      remedy: 'Ask whoever keeps DNS to publish the public key, or remove the DKIM settings.',
    },
    dkim_differs: {
      title: 'The DKIM key in DNS is another',
      text: (about) =>
        `The key in ${about} does not belong to the one that letters are signed with. The signature does not hold.`,
      remedy: 'Publish the right key, or choose the right DKIM_SELECTOR and DKIM_KEY_FILE.',
    },
    dkim_other_domain: {
      title: 'Letters are signed for another domain',
      text: (about, found) =>
        `The signature is for ${about}, but letters come from ${found}. It does not prove the sender.`,
      remedy: 'Set DKIM_DOMAIN to the domain of the sender.',
    },
    dmarc_found: {
      title: 'DMARC is in order',
      text: (about, found) => `${about} has a DMARC record (p=${found}).`,
    },
    dmarc_none: {
      title: 'There is no DMARC',
      text: (about) => `${about} has no DMARC record. Gmail and Microsoft want one from whoever sends many letters.`,
      remedy: 'Ask whoever keeps DNS to add _dmarc with, for example, “v=DMARC1; p=none”.',
    },
    dmarc_unproven: {
      title: 'Receivers will refuse the letters',
      text: (about, found) =>
        `${about} asks receivers to stop letters that are not proven (p=${found}), and neither SPF nor DKIM proves ours.`,
      remedy: 'Let SPF name the mail server, sign with DKIM, or send from a domain where one of them is done.',
    },
    dns_silent: {
      title: 'The name server did not answer',
      text: (about) => `${about} could not be looked up. That says nothing of the record.`,
      remedy: 'Try again in a while. The server has to be able to ask DNS.',
    },
    dns_not_needed: {
      title: 'The domain does not matter',
      text: () => 'Letters are put in a folder of the server and go to nobody.',
    },
    server_ready: {
      title: 'The mail server takes the letters',
      text: (about) => `${about}: encrypted, with a valid certificate, and the sign-in was accepted.`,
    },
    server_here: {
      title: 'The mail server takes the letters',
      text: (about) => `${about} is on the same machine, and needs no encryption.`,
    },
    server_unknown: {
      title: 'The mail server’s name does not exist',
      text: (about, found) => `${about}: ${found}`,
      remedy: 'Correct the name in SMTP_URL.',
    },
    server_silent: {
      title: 'The mail server does not answer',
      text: (about, found) => `No connection with ${about}. ${found}`,
      remedy: 'Are name and port right in SMTP_URL? Does the firewall let the connection out?',
    },
    server_untrusted: {
      title: 'The mail server’s encryption cannot be trusted',
      text: (about, found) => `${about}: ${found}`,
      remedy: 'The server needs TLS and a valid certificate for its name. Samverka never sends in the clear.',
    },
    server_login: {
      title: 'The mail server did not accept the sign-in',
      text: (about, found) => `${about}: ${found}`,
      remedy: 'Correct name and password in SMTP_URL.',
    },
    server_refuses: {
      title: 'The mail server turns us away',
      text: (about, found) => `${about}: ${found}`,
      remedy: 'Ask whoever keeps the mail server whether this machine may send through it.',
    },
    server_folder: {
      title: 'No mail server is set',
      text: () => 'Letters are put in a folder and shown in the outbox.',
      remedy: 'Set SMTP_URL when letters are to go to their readers.',
    },
    server_demo: {
      title: 'Letters of the demonstration are not sent',
      text: () => 'Its people are invented, so letters are put in a folder and shown in the outbox.',
    },
    address_missing: {
      title: 'The links have no address',
      text: () => 'BASE_URL is not set, so the links of the letters lead nowhere.',
      remedy: 'Set BASE_URL to the address at which participants reach Samverka.',
    },
    address_local: {
      title: 'The links lead to this machine',
      text: (about) => `${about} cannot be reached by anybody else.`,
      remedy: 'Set BASE_URL to the address at which participants reach Samverka.',
    },
    address_open: {
      title: 'The links are not encrypted',
      text: (about) => `${about} begins with http. Whoever listens on the network can see answers and open the link.`,
      remedy: 'Get a certificate, and let BASE_URL begin with https.',
    },
    address_answers: {
      title: 'The address of the links answers',
      text: (about) => `${about} can be reached.`,
    },
    address_other: {
      title: 'The address of the links shows an error',
      text: (about, found) => `${about} answers with ${found}.`,
      remedy: 'Open the address in a browser. Does it show Samverka?',
    },
    address_silent: {
      title: 'The address of the links does not answer from here',
      text: (about) =>
        `${about} could not be reached from the server. The network may be why: a server cannot always reach itself from outside.`,
      remedy: 'Open the address on a phone outside your own network.',
    },
    address_not_needed: {
      title: 'The address need not be reached from outside',
      text: () => 'Letters are put in a folder of the server and go to nobody.',
    },
    letters_whole: {
      title: 'The letters are whole',
      text: () => 'Every letter has its link, and only fields that there are.',
    },
    letters_faulty: {
      title: 'A fault in the words of a letter',
      text: (about, found) => `${about}, line and character: ${found}`,
      remedy: 'Correct the words of the letter.',
    },
    people_none: {
      title: 'There is nobody to write to',
      text: () => 'The project has no participants.',
      remedy: 'Import the participants.',
    },
    people_plain: {
      title: 'The addresses look real',
      text: (about) => `${addresses(about)} checked. The same address cannot be there twice.`,
    },
    people_no_address: {
      title: 'Addresses are missing',
      text: (about) =>
        `${about === '1' ? '1 person has' : `${about} people have`} no e-mail address and will get no letter.`,
      remedy:
        'Ask whoever runs the server to give each of them an address: npm run people -- address <id> --project <project> --to <address>, where <id> is the person’s id in the file that was imported. Imported anew they would become new participants beside these, and answers before and after would not be paired.',
    },
    people_bad_address: {
      title: 'Addresses that cannot be written to',
      text: (about, found) => `${addresses(about)}: ${found}`,
      remedy: 'Correct the addresses. Other letters are not affected.',
    },
    people_shared: {
      title: 'Addresses that many read',
      text: (about, found) => `${addresses(about)}: ${found}. The personal link reaches everybody who reads there.`,
      remedy: 'Ask for people’s own addresses.',
    },
    people_mixed_letters: {
      title: 'Addresses with letters of two alphabets',
      text: (about, found) => `${addresses(about)}: ${found}. The domain looks like another than it is.`,
      remedy: 'Check the address with the person.',
    },
  },

  task_no_wave: 'There is no such wave. Write the project’s short name and baseline, midterm, endline or followup.',
}

export default words
