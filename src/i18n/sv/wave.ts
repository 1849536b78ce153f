// Swedish words: the page of a wave, from its days to its letters.
const brev = (count: number): string => (count === 1 ? 'ett brev' : `${count} brev`)
const personer = (count: number): string => (count === 1 ? 'en person' : `${count} personer`)

export default {
  days: (from: string, to: string) => `${from} – ${to}`,
  version: (title: string, version: number) => `${title}, version ${version}`,
  turnoutTitle: 'Svar',
  perMunicipality: 'Svar per kommun',
  invited: 'Inbjudna',
  started: 'Har börjat',
  answered: 'Har svarat',
  rate: 'Andel',
  answeredOf: (answered: number, invited: number) => `${answered} av ${invited} har svarat`,
  inSteps: (step: string) => `Medan mätningen är öppen räknas svaren i steg om ${step}, så att ingen syns för sig.`,
  openTitle: 'Öppna mätningen',
  openNobody: 'Det finns inga deltagare att skicka till. Läs in dem först.',
  openLead: (people: number) =>
    people === 0 ? 'Inget brev skickas.' : `Brev med en egen länk går direkt till ${personer(people)}.`,
  openWithout: (people: number) => `${personer(people)} saknar e-postadress och får inget brev.`,
  openUnreachable: (people: number) => `Till ${personer(people)} kommer breven i retur: de får inget brev.`,
  openLate: 'Mätningens sista dag har redan varit. Ändra dagarna innan du öppnar den.',
  openEarlier: 'Öppna redan i dag',
  openEarlyTitle: 'Öppna före första dagen?',
  openEarlyLead: (planned: string) =>
    `Mätningen är planerad att börja ${planned}. Om du öppnar den nu blir dagens datum dess första dag.`,
  seeFirst: 'Läs igenom det som går ut, innan det går ut:',
  seeLetter: 'Så ser brevet ut',
  seeReminder: 'Så ser påminnelsen ut',
  seeQuestionnaire: 'Så ser enkäten ut',
  changeDays: 'Ändra dagarna',
  extend: 'Förläng',
  overdueTitle: 'Sista dagen har varit',
  overdueLead: (until: string) =>
    `Ingen ny kan börja svara. Den som redan har börjat har på sig ${until}. Förläng mätningen, eller stäng den för gott: först då går resultatet att räkna fram.`,
  remove: 'Ta bort mätningen',
  removeTitle: 'Ta bort mätningen?',
  removeLead: 'Den är bara planerad och ingen är inbjuden. Du kan planera den på nytt.',
  daysTitle: 'Ändra dagarna',
  daysLead: 'Ingenting skickas när du ändrar dagarna.',
  daysOpenLead: (opened: string) =>
    `Mätningen öppnades ${opened}, så bara den sista dagen går att ändra. Brev som redan är skickade nämner den gamla.`,
  saveDays: 'Spara dagarna',
  orderTitle: 'Kontrollera dagarna',
  startsBefore: (kind: string, earlier: string, day: string) =>
    `”${kind}” börjar före ”${earlier}”, som börjar ${day}. Är det så du har tänkt?`,
  overlaps: (kind: string, other: string, from: string, to: string) =>
    `”${kind}” pågår samtidigt som ”${other}” (${from} – ${to}). De som är med i båda blir tillfrågade två gånger.`,
  open: (people: number) => (people === 0 ? 'Öppna utan brev' : `Öppna och skicka ${brev(people)}`),
  inviteTitle: 'Alla är inte inbjudna',
  inviteLead: (people: number) =>
    `${personer(people)} är med i mätningen och har en adress, men har inte fått något brev.`,
  invite: (people: number) => `Skicka inbjudan till ${personer(people)}`,
  remindTitle: 'Påminn',
  remindLead: (people: number) => `Det finns ${personer(people)} att påminna, som har fått sitt brev men inte svarat.`,
  remindNobody:
    'Just nu finns det ingen att påminna. Ett brev ska ha kommit fram och det ska ha gått minst 20 timmar sedan det förra.',
  remind: (people: number) => `Skicka ${people === 1 ? 'en påminnelse' : `${people} påminnelser`}`,
  closeTitle: 'Stäng mätningen',
  closeLead: 'När alla som vill har svarat stänger du mätningen. Det går inte att ångra.',
  close: 'Stäng mätningen',
  closingTitle: 'Stänga mätningen för gott?',
  closingLead: (answered: number, invited: number) => `Hittills har ${answered} av ${invited} svarat.`,
  closingAnswers: (until: string | null) =>
    until === null
      ? 'Inga fler svar tas emot.'
      : `Inga nya svar tas emot. Den som redan har börjat kan skicka in ${until}.`,
  closingMeans: [
    'Brev och påminnelser som inte har hunnit skickas dras tillbaka.',
    'En stängd mätning kan inte öppnas igen.',
    'När två mätningar är stängda visas resultatet.',
  ] as readonly string[],
  importResponses: 'Läs in tidigare svar',
  lettersTitle: 'Brev',
  inOutbox: 'Breven ligger i utkorgen: öppna ett och svara själv',
  noLetters: 'Inga brev är skrivna.',
  letter: {
    invitation: 'Inbjudningar',
    reminder: 'Påminnelser',
    closing_soon: 'Sista påminnelser',
    thanks: 'Tack för svaret',
    links: 'Nya länkar',
  },
  oneLetter: {
    invitation: 'Inbjudan',
    reminder: 'Påminnelse',
    closing_soon: 'Sista påminnelse',
    thanks: 'Tack för svaret',
    links: 'Ny länk',
  },
  letterState: {
    queued: 'Väntar',
    sending: 'Skickas nu',
    accepted: 'Skickade',
    returned: 'Kom tillbaka',
    retry: 'Försöker igen',
    failed: 'Gick inte fram',
    unknown: 'Osäkert om det kom fram',
    cancelled: 'Behövdes inte',
  },
  follow: 'Följ utskicket: sidan laddas om var femte sekund',
  refreshes: 'Sidan laddas om var femte sekund så länge brev skickas.',
  stopFollowing: 'Sluta ladda om',
  paused: 'Utskicken är pausade',
  pausedReason: (reason: string) =>
    reason === 'bounced_policy'
      ? 'Ett brev kom tillbaka för att mottagarens server inte litar på avsändaren. Alla brev kan möta samma nej: kontrollera avsändardomänen (SPF, DKIM, DMARC) innan ni fortsätter.'
      : reason === 'refused_in_row'
        ? 'Flera brev i rad blev nekade. Kontrollera avsändaradress och e-postserver innan ni fortsätter.'
        : reason === 'readers_unknown_in_row'
          ? 'Tjugo mottagare i rad finns inte eller tar inte emot brev, säger servern. Stämmer adresserna? Stämmer de, är det e-postservern som har fel: kontrollera den innan ni fortsätter.'
          : reason === 'restored_copy'
            ? 'Databasen är en kopia, och originalet kan redan ha skickat samma brev. En administratör behöver bekräfta att den här ska skicka.'
            : `Anledning: ${reason}`,
  confirmCopy: 'Läs mer och bekräfta',
  resume: 'Fortsätt skicka',
  troubledTitle: 'Brev som behöver dig',
  unknownLead:
    'Osäkra brev kan ha kommit fram, men servern hann inte svara. De skickas aldrig om av sig själva: titta i e-postserverns logg eller fråga, och bestäm här.',
  letterTo: 'Till',
  kind: 'Brev',
  what: 'Läge',
  when: 'När',
  decide: 'Bestäm',
  sendAgain: 'Skicka igen',
  countAsSent: 'Räkna som skickat',
  noAddress: 'utan adress',
  retryFailed: (count: number) =>
    `Försök igen med ${count === 1 ? 'brevet som inte gick fram' : `${count} brev som inte gick fram`}`,
  nextTry: (time: string) => `nytt försök ${time}`,
}
