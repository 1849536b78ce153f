// Swedish words: what is planned of a wave's mail, and when mail may leave.
const personer = (people: number): string => (people === 1 ? '1 person' : `${people} personer`)
const brev = (letters: number): string => (letters === 1 ? '1 brev' : `${letters} brev`)

/** Why something that was planned did not happen. */
const missed: Readonly<Record<string, string>> = {
  already_open: 'Behövdes inte: mätningen var redan öppnad.',
  wave_closed: 'Blev inte av: mätningen hade stängts.',
  wave_over: 'Blev inte av: mätningens sista dag hade passerat.',
  overtaken: 'Hoppades över: servern var avstängd, och nästa utskick stod redan på tur.',
  too_late: 'Blev inte av: servern var avstängd i mer än tre dygn efter den planerade tiden.',
  recently_reminded: 'Hoppades över: en påminnelse hade redan skickats för kort tid sedan.',
  no_participants: 'Blev inte av: projektet hade inga deltagare.',
  mail_paused: 'Blev inte av: utskicken var pausade i mer än tre dygn efter den planerade tiden.',
  blocked: 'Blev inte av: kontrollen före utskick visade hinder i mer än tre dygn.',
}

export default {
  link: 'Planera utskicken',
  title: 'Planerade utskick',
  lead: 'Samverka kan öppna mätningen och påminna av sig själv. Ingen som har svarat får en påminnelse.',
  comingTitle: 'Det här händer',
  nothing: 'Ingenting är planerat. Utskick görs bara när någon trycker på knappen.',
  what: 'Vad och när',
  state: 'Läge',
  kind: { opening: 'Mätningen öppnas, inbjudan skickas', reminder: 'Påminnelse', closing_soon: 'Sista påminnelsen' },
  invitation: 'Inbjudan skickas till dem som inte har fått den',
  coming: (people: number) => `Om inget ändras: ${personer(people)}`,
  done: (letters: number) => (letters === 0 ? 'Gjort: det fanns ingen att skriva till' : `Gjort: ${brev(letters)}`),
  late: (time: string) => `Gjort senare än planerat, ${time}`,
  uninvited: (people: number) =>
    `${personer(people)} i mätningen har inte fått något brev. Påminnelser går bara till dem som har fått inbjudan.`,
  toWave: 'Skicka inbjudan på mätningens sida',
  missed: (reason: string) => missed[reason] ?? 'Blev inte av.',
  afterLastDay: 'Efter mätningens sista dag: skickas inte.',
  waitsPaused: 'Väntar: alla utskick är pausade.',
  waitsBlocked: 'Väntar: kontrollen före utskick visar hinder.',
  seeBlocks: 'Se hindren',
  afterOpening: 'Dagarna räknas när mätningen har öppnats, och flyttas med om den öppnas en annan dag.',
  suggestion: 'Det här är ett förslag. Ingenting skickas förrän du har sparat.',
  formTitle: 'Ändra planen',
  opensAt: 'Öppna mätningen klockan',
  invitesAt: 'Skicka inbjudan klockan',
  invitesAtHint: (day: string) =>
    `Den ${day}, svensk tid, till exempel 09:00. Lämna tomt om någon ska skicka den själv, från mätningens sida.`,
  opensAtHint: (day: string) => `Den ${day}, svensk tid, till exempel 09:00. Lämna tomt om någon ska öppna den själv.`,
  changeDay: 'Ändra dagen',
  reminderDays: 'Påminn efter så många dagar',
  reminderDaysHint: (most: number) =>
    `En siffra per påminnelse, med komma emellan: 7, 14. Högst ${most}. Lämna tomt om ingen ska påminnas.`,
  anchor: 'Dagarna räknas från',
  anchors: { opening: 'dagen då mätningen öppnades', letter: 'utskicket före' },
  closingDays: 'Sista påminnelsen så många dagar före sista dagen',
  closingDaysHint: (day: string) =>
    `Sista dagen är den ${day}. Brevet säger att enkäten snart stänger. Lämna tomt om det inte ska skickas.`,
  sendAt: 'Påminnelser läggs på kö klockan',
  sendAtHint: 'Svensk tid. Breven går sedan ut under sändningstiderna.',
  spacing: 'Minst så många dagar mellan två påminnelser',
  spacingHint: 'Har någon påmint för hand inom den tiden hoppas den planerade påminnelsen över.',
  save: 'Spara planen',
  stop: 'Stoppa allt planerat',
  stopLead: 'Det som redan är skickat påverkas inte. Du kan planera på nytt när du vill.',
  wrong: {
    opensAt: 'Skriv när mätningen ska öppnas, som 09:00.',
    sendAt: 'Skriv när påminnelserna ska läggas på kö, som 09:00.',
    timePast: 'Den tiden har redan passerat. Välj en senare, eller ändra dagen.',
    days: (most: number) => `Skriv hela tal mellan 1 och 365, som 7, 14. Högst ${most} påminnelser.`,
    daysOrder: 'Skriv dagarna i ordning, den första först.',
    daysClose: (days: number) => `Det ska gå minst ${days} dagar mellan två påminnelser.`,
    daysPast: (day: string) => `Den ${day} har redan passerat. Räkna dagarna från öppningen.`,
    daysAfter: (day: string, last: string) => `Den ${day} är efter mätningens sista dag, den ${last}.`,
    closing: (most: number) => `Sista påminnelsen: skriv ett helt tal från 0 till ${most}.`,
    closingPast: (day: string) => `Den ${day} har redan passerat, eller ligger inte efter mätningens första dag.`,
    spacing: 'Dagar mellan påminnelser: skriv ett helt tal från 1 till 30.',
  },

  // Beside the days of a wave, and on its own page.
  days: {
    opensItself: (time: string, people: number, letters: number) =>
      people === 0
        ? `Mätningen är planerad att öppnas av sig själv den första dagen kl. ${time}, men projektet har inga deltagare ännu.`
        : `Mätningen öppnas av sig själv den första dagen kl. ${time}, och ${letters === 0 ? 'inget brev skickas: ingen har en adress att skicka till' : `brev går då till ${personer(letters)}`}. Har den tiden redan varit öppnas den direkt.`,
    neverTitle: 'Planerat efter sista dagen: skickas inte',
    checkTitle: 'Spara de här dagarna?',
    effectsTitle: 'Det här händer med de planerade utskicken',
    opensNow: (people: number) =>
      `Tiden har redan varit, så mätningen öppnas direkt och ${people === 0 ? 'inget brev' : brev(people)} skickas. Det går inte att ångra.`,
    held: {
      mail_paused: 'Just nu är alla utskick pausade, så det händer när de fortsätter, om det blir inom tre dygn.',
      blocked:
        'Just nu visar kontrollen före utskick hinder, så det händer när de är borta, om det blir inom tre dygn.',
    },
    remindsNow: 'Tiden har redan varit, så brevet läggs på kö direkt till alla som inte har svarat.',
    too_late: 'Blir inte av: tiden var för mer än tre dygn sedan. Gör utskicket själv, eller planera om.',
    nobody: 'Blir inte av: projektet har inga deltagare.',
    reminded: 'Hoppas över: en påminnelse har nyss skickats, eller skickas nu.',
    after: 'Skickas inte: det är efter sista dagen.',
    seePlan: 'Se planen',
    saveAndOpen: (letters: number) => (letters === 0 ? 'Spara och öppna' : `Spara och öppna, skicka ${brev(letters)}`),
    back: 'Ändra dagarna',
  },

  ahead: {
    opening: (due: string) => `Öppnas av sig själv ${due}.`,
    invitation: (due: string) => `Inbjudan läggs på kö av sig själv ${due}.`,
    reminder: (due: string) => `Nästa påminnelse läggs på kö av sig själv ${due}.`,
    closing_soon: (due: string) => `Sista påminnelsen läggs på kö av sig själv ${due}.`,
    missedOpening: 'Mätningen var planerad att öppnas av sig själv.',
  },

  hours: {
    link: 'Sändningstider och takt',
    title: 'Sändningstider och takt',
    lead: 'Gäller alla utskick från den här servern, i alla projekt.',
    daysLegend: 'Dagar då inbjudningar och påminnelser får gå ut',
    weekday: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
    from: 'Tidigast klockan',
    to: 'Senast klockan',
    toHint:
      'Svensk tid, till exempel 08:00 och 17:00. 24:00 är midnatt. Brev som någon själv har bett om går ut när som helst.',
    anyHour: 'Alla dagar dygnet runt: kryssa för alla dagar och skriv 00:00 och 24:00.',
    paceLegend: 'Takt',
    paceHint: 'En e-postserver som får för många brev på en gång kan neka resten.',
    connections: 'Brev på väg samtidigt',
    connectionsHint: '1 eller 2. Så många brev kan bli osäkra om strömmen går.',
    perMinute: 'Högst så många brev i minuten',
    perDomain: 'Högst så många i minuten till samma domän',
    noLimit: 'Lämna tomt för ingen gräns.',
    save: 'Spara',
    now: (days: string, from: string, to: string) => `Brev går ut ${days} klockan ${from}–${to}.`,
    nowAny: 'Brev går ut när som helst på dygnet.',
    wrong: {
      days: 'Kryssa för minst en dag.',
      from: 'Skriv den tidigaste tiden som 08:00.',
      to: 'Skriv den senaste tiden som 17:00, senare än den tidigaste.',
      connections: 'Brev samtidigt: skriv 1 eller 2.',
      perMinute: 'Brev i minuten: skriv ett helt tal från 1 till 999 999, eller lämna tomt.',
      perDomain: 'Brev till samma domän: skriv ett helt tal från 1 till 999 999, eller lämna tomt.',
    },
  },
}
