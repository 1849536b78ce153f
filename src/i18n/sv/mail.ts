// Swedish words: mail, its troubles and its command. What letters say stands in letters.ts.

/** What the program itself says of a letter. */
const outcomes: Readonly<Record<string, string>> = {
  interrupted: 'Sändningen avbröts.',
  'the server closed the connection': 'E-postservern bröt förbindelsen.',
  'not written: the address is not one plain address': 'Det går inte att skicka till adressen.',
  'not written: the sender is not one plain address': 'Det går inte att skicka från projektets adress.',
}

/** Why mail was paused. */
const pauses: Readonly<Record<string, string>> = {
  refused_in_row: 'flera brev i rad blev nekade',
  readers_unknown_in_row: 'tjugo mottagare i rad finns inte eller tar inte emot brev, säger servern',
  bounced_policy: 'ett brev kom tillbaka för att mottagarens server inte litar på avsändaren',
}

export default {
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
  preflight --project <kortnamn> --wave <baseline|midterm|endline|followup>
                               vad som hindrar nästa utskick, och vad det skulle göra; skickar inget
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
      : `Utskicken är pausade (${pauses[reason] ?? reason}). Kör "retry" när felet är åtgärdat.`,
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
