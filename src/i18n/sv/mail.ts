// Swedish words: mail. The letters are short because they are read on a telephone between two meetings. They say
// "pseudonymiserade" and never "anonyma": a letter with a personal link cannot be the latter.

/** Opening lines of the invitation, by kind of wave. */
const why = {
  baseline:
    'Nu vill vi veta hur samverkan fungerar hos er i dag. Ditt svar blir utgångspunkten som vi jämför med senare.',
  midterm: 'Vi är halvvägs och vill veta hur samverkan fungerar hos er just nu.',
  endline:
    'Projektet går mot sitt slut, och vi vill veta hur samverkan fungerar hos er i dag. Ditt svar visar vad som har förändrats sedan starten, och vad som inte har gjort det.',
  followup: 'Projektet är avslutat, och vi vill veta hur det har gått sedan dess: hur fungerar samverkan hos er i dag?',
} as const
type WaveKind = keyof typeof why

/** What the program itself says of a letter. */
const outcomes: Readonly<Record<string, string>> = {
  interrupted: 'Sändningen avbröts.',
  'the server closed the connection': 'E-postservern bröt förbindelsen.',
  'not written: the address is not one plain address': 'Det går inte att skicka till adressen.',
  'not written: the sender is not one plain address': 'Det går inte att skicka från projektets adress.',
}

export default {
  subject_invitation: (project: string) => `Hur fungerar samverkan hos er? Enkät från ${project}`,
  subject_reminder: (project: string, closes: string) =>
    `Påminnelse: enkäten från ${project} är öppen till och med den ${closes}`,
  subject_links: 'Din länk till enkäten',
  asked_for_links: (project: string) =>
    `Du, eller någon som skrev din adress, har bett om en ny länk. Här är den till enkäten från ${project}. Bad du inte om den behöver du inte göra någonting.`,
  other_questionnaire: (project: string, closes: string) =>
    `Du kan också svara på enkäten från ${project}, som är öppen till och med den ${closes}:`,
  greeting: (name: string) => `Hej ${name}!`,
  why: (project: string, wave: WaveKind) => `Du får det här brevet eftersom du deltar i ${project}. ${why[wave]}`,
  not_answered_yet: (project: string) =>
    `Vi har ännu inte fått ditt svar på enkäten från ${project}. Din bild av samverkan behövs, oavsett om du är nöjd eller inte. Har du redan börjat fortsätter du där du slutade.`,
  still_open: (project: string) =>
    `Enkäten från ${project} är fortfarande öppen, och vi saknar ditt svar. Ju fler som svarar, desto säkrare går det att säga hur samverkan ser ut i just din kommun. Har du redan börjat fortsätter du där du slutade.`,
  time: (minutes: string, closes: string) =>
    `Det tar ungefär ${minutes} minuter. Du kan ta en paus och fortsätta med samma länk. Enkäten är öppen till och med den ${closes}.`,
  answer: 'Svara på enkäten',
  link_instead: 'Fungerar inte knappen? Öppna den här länken i din webbläsare:',
  answer_here: 'Svara här:',
  personal_link: 'Länken är personlig, så skicka den inte vidare: den som har länken kan svara i ditt ställe.',
  about_heading: 'Bra att veta',
  about: (organisation: string) =>
    `${organisation} frågar för att följa hur samverkan utvecklas. Det är frivilligt att svara. Svaren är pseudonymiserade: de sparas under en kod, skilda från ditt namn och din e-postadress. Hur uppgifterna behandlas och vilka rättigheter du har står på enkätens första sida.`,
  contact: (address: string) => `Frågor? Skriv till ${address}.`,
  quiet: 'Jag vill inte ha fler påminnelser om den här enkäten',
  other_language: 'Samma länk öppnar också enkäten på svenska.',

  /** Other words are the mail server's own, and stay as they are. */
  outcome: (words: string) => outcomes[words] ?? words,

  copy_title: 'Får den här kopian skicka e-post?',
  copy_lead: (time: string) =>
    `Databasen är en kopia: återställd från en säkerhetskopia, flyttad eller kopierad. Det upptäcktes ${time}. Sedan dess skickas ingenting härifrån, för originalet kan redan ha skickat samma brev.`,
  copy_none: 'Det finns inget att bekräfta: den här databasen skickar sin e-post som vanligt.',
  copy_waiting: (letters: string) => `Brev som väntar på att skickas: ${letters}`,
  copy_checks: [
    'Är originalet avstängt? Två databaser som skickar var för sig skickar allt två gånger.',
    'Skickades något från originalet efter att kopian togs? De breven står här som väntande och skulle gå ut en gång till. Jämför med e-postserverns logg.',
    'Är detta en provmiljö? Bekräfta då inte: låt e-posten vara avstängd.',
  ],
  copy_confirm: 'Ja, den här databasen ska skicka från och med nu',

  task_usage: `npm run mail -- <kommando> [--en]

  status                       vad som är skickat, vad som väntar och vad som behöver ett beslut
  send                         skickar det som väntar nu (servern gör det själv när den är igång)
  retry                        köar misslyckade brev på nytt, och häver en paus
  resolve <brev> sent|requeue  avgör ett osäkert brev: räkna det som skickat, eller skicka det igen
  confirm                      intygar att en återställd eller flyttad databas ska skicka från och med nu
  hours <dagar> <från>-<till>  när inbjudningar och påminnelser får skickas, svensk tid: hours 1-5 08:00-17:00
  hours any                    när som helst
  pace <samtidigt> [<brev per minut> [<per minut och domän>]]
                               hur fort: pace 1 60 20; "-" betyder ingen gräns`,
  task_no_waves: 'Det finns inga mätningar än.',
  task_paused: (reason: string) =>
    reason === 'restored_copy'
      ? 'Utskicken är pausade: databasen är en kopia. Kör "confirm" när originalet är avstängt och inget skulle skickas två gånger.'
      : `Utskicken är pausade (${reason === 'refused_in_row' ? 'flera brev i rad blev nekade' : reason}). Kör "retry" när felet är åtgärdat.`,
  task_confirmed: 'Den här databasen skickar från och med nu.',
  task_nothing_to_confirm: 'Det finns inget att bekräfta.',
  task_hours: (days: string, hours: string) => `Skickar: veckodag ${days}, ${hours} svensk tid`,
  task_any_hour: 'Skickar: när som helst',
  task_pace: (connections: number, perMinute: string, perDomain: string) =>
    `Takt: ${connections} åt gången, per minut ${perMinute}, per minut och domän ${perDomain}`,
  task_to_decide: (letters: number) => `Brev som behöver ett beslut eller väntar på nytt försök: ${letters}`,
  task_waiting: (letters: number) => `Väntar på att skickas: ${letters}`,
  task_sending: 'Skickar',
  task_resting: (reason: string) => `Avbröt: e-postservern ger besvär (${reason}). Breven väntar kvar.`,
  task_needs_base_url: 'Sätt BASE_URL till adressen som länkarna i breven ska börja med.',
  task_requeued: (letters: number) => `Köade på nytt: ${letters}`,
  task_resolved: 'Beslutet är sparat.',
  task_not_unknown: 'Det finns inget osäkert brev med det numret.',
}
