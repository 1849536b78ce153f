// Swedish words: letters that come back, and what is done about them.
const brev = (count: number) => (count === 1 ? 'ett brev' : `${count} brev`)

/** What a report means, after "Brevet". */
const verdicts = {
  failed: 'kom tillbaka för gott. Adressen får inga fler brev förrän den har rättats.',
  gave_up: 'kom tillbaka: servern gav upp efter flera försök. Adressen kan vara rätt.',
  delayed: 'är försenat. Servern försöker fortfarande.',
  policy: 'kom tillbaka: mottagarens server litar inte på avsändaren. Mottagaren är inte orsaken.',
}

const faults = {
  unreadable: 'går inte att tolka',
  no_letter: 'handlar inte om något av våra brev',
  not_sent: 'handlar om ett brev som inte är skickat',
  other_recipient: 'nämner en annan adress än den som brevet gick till',
}

export default {
  title: 'Brev som inte kom fram',
  link: (people: string) => `Personer vars brev inte kom fram: ${people}`,
  lead: 'Här är de som inte har nåtts av sitt brev och inte har svarat. Rätta adressen, så går brevet dit med en ny länk. Den gamla länken fungerar också tills någon har svarat.',
  nobody: 'Alla brev har kommit fram, såvitt e-postservrarna har berättat.',
  noneLeft: 'De vars brev kom tillbaka har svarat, har fått ett nytt brev eller är inte med längre.',
  noneBack: 'Inget brev har kommit tillbaka, såvitt e-postservrarna har berättat.',
  noneArrived: 'Inget brev har kommit fram än.',
  waiting: (letters: string) => `Brev som väntar eller försöks igen: ${letters}.`,
  unknown: (letters: string) => `Brev där ingen vet om de kom fram: ${letters}.`,
  decide: 'Bestäm om dem',
  unaddressed: (people: string) => `Personer som saknar adress och inte får något brev: ${people}.`,
  why: 'Vad servern säger',
  when: 'När',
  correct: 'Rätta adressen',
  how: {
    returned: 'Kom tillbaka',
    failed: 'Togs inte emot',
    cancelled: 'Skickades inte: adressen är känd som död',
  },
  addressDead: 'Servern säger att adressen inte finns eller inte tar emot brev.',
  addressAlive: 'Adressen kan vara rätt: servern gav upp, eller litade inte på avsändaren.',
  againTitle: 'Skicka igen till samma adresser',
  againLead: (people: number) =>
    `För ${people === 1 ? 'en person' : `${people} personer`} är det inte adressen som är fel. När felet är åtgärdat kan ${people === 1 ? 'brevet' : 'breven'} skickas på nytt.`,
  again: (people: number) => `Skicka ${brev(people)} igen`,
  closed: 'Mätningen tar inte emot fler svar, så inget brev skickas. Adressen rättas ändå, till nästa gång.',

  correctTitle: 'Rätta adressen',
  oldAddress: 'Adressen som brevet gick till',
  newAddress: 'Rätt adress',
  newAddressHelp: 'Stämmer adressen redan? Låt den stå kvar, så provas den igen.',
  check: 'Granska',
  confirmTitle: 'Stämmer den nya adressen?',
  confirmTitleSame: 'Prova samma adress igen?',
  confirmLead: (name: string) =>
    `${name} får sitt brev igen med en ny länk. Den gamla länken fungerar också. Kontrollera adressen: länken är personlig.`,
  before: 'Före',
  after: 'Efter',
  confirm: 'Ja, skicka dit',
  confirmOnly: 'Ja, rätta adressen',
  wrong: {
    email_invalid: 'Skriv en hel e-postadress, till exempel namn@exempel.se',
    email_letters: 'Före @ går det bara att skriva bokstäverna a–z, siffror och vanliga tecken',
    taken: 'Någon annan har redan den adressen.',
  },
  shared: 'Adressen ser ut att vara en gemensam brevlåda. Länken är personlig: alla som läser brevlådan kan svara.',
  mixedLetters: 'Adressen blandar bokstäver ur olika alfabet. Kontrollera att den är äkta.',

  unmatchedTitle: 'Svar som ingen maskin förstår',
  unmatchedLink: (messages: number) =>
    messages === 1 ? 'Ett svar behöver läsas av någon' : `${messages} svar behöver läsas av någon`,
  unmatchedLead:
    'De här meddelandena kom till brevlådan för brev som studsar, men säger inget säkert om något av våra brev. Själva meddelandet sparas inte här.',
  unmatchedInMailbox: 'Det ligger kvar i brevlådan, flaggat och oläst. Läs det där och bocka av det här.',
  unmatchedPassedOn:
    'E-postservern har skickat det vidare hit, och det finns bara kvar om servern också lägger det i en brevlåda. Sök där efter dess Message-ID, eller fråga den som sköter servern. Bocka sedan av det här.',
  unmatchedNone: 'Det finns inget att läsa.',
  unmatchedWhat: 'Meddelandet',
  unmatchedId: 'Message-ID',
  noId: 'saknas',
  seenAll: 'Bocka av alla',
  fault: faults,

  task: {
    usage: `bounce < <meddelande>        läser ett meddelande som kom tillbaka, från standard in: för en e-postserver som
                               skickar vidare till ett program. Slutkod 0 omhändertaget, 75 försök igen senare
  bounces                      läser brevlådan i IMAP_URL en gång (servern gör det själv när den är igång)`,
    matched: (verdict: keyof typeof verdicts) => `Brevet ${verdicts[verdict]}`,
    said: (status: string, words: string) => `Servern: ${[status, words].filter((part) => part !== '').join(' · ')}`,
    paused: 'Utskicken är pausade.',
    ignored: { auto_reply: 'Ett automatiskt svar. Ingenting har ändrats.', arrived: 'Brevet har kommit fram.' },
    unmatched: (fault: keyof typeof faults) =>
      `Meddelandet ${faults[fault]}. Ingen har markerats; det står på listan för en människa, men sparas inte.`,
    known: 'Meddelandet är redan läst. Ingenting har ändrats.',
    too_early: 'Brevet skickas just nu. Försök igen om en minut.',
    no_mailbox: 'Sätt IMAP_URL till brevlådan som breven studsar till.',
    unreadable: (reason: string) => `Brevlådan går inte att läsa (${reason}).`,
    nothing: 'Inget meddelande på standard in.',
    tally: (taken: number, ignored: number, unmatched: number, known: number, later: number) =>
      `Om våra brev: ${taken}. Automatiska svar: ${ignored}. För en människa: ${unmatched}. Redan lästa: ${known}. Senare: ${later}.`,
  },
}
