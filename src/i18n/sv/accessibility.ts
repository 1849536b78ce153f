// Swedish words of the accessibility statement; its headings are those that the supervising authority asks for.
export default {
  title: 'Tillgänglighetsredogörelse',
  link: 'Tillgänglighet',
  linkInNewTab: 'Tillgänglighet (öppnas i ny flik)',
  lead: 'Alla ska kunna svara på enkäten. Här står hur tillgänglig den är, vilka brister vi känner till och hur du får hjälp eller anmäler en brist.',
  scope:
    'Redogörelsen gäller sidorna som du når genom länken i ditt mejl: enkäten, kvittot och de sidor som hör till. Den organisation som står bakom enkäten ansvarar för dem.',
  statusTitle: 'Hur tillgänglig är enkäten?',
  status: [
    'Sidorna är byggda för att uppfylla WCAG 2.2 på nivå AA, och därmed kraven i standarden EN 301 549 och i lagen (2018:1937) om tillgänglighet till digital offentlig service.',
    'Vi bedömer dem som delvis förenliga med lagen. I våra egna prövningar finns inga fel kvar, men alla prövningar är inte gjorda: se nedan.',
  ],
  worksTitle: 'Det här ska fungera för dig',
  works: [
    'Allt går att göra med enbart tangentbord, med synlig markering av var du är.',
    'Sidorna går att förstora till 400 procent och att läsa på en skärm som är 320 bildpunkter bred.',
    'Egna färger, mörkt kontrastläge och egen stilmall går att använda.',
    'Det finns ingen tidsgräns medan du svarar. Varje sida sparas, och du kan göra en paus när du vill.',
    'Fel räknas upp högst upp på sidan, med länkar till frågorna de gäller, och inget du har skrivit försvinner.',
    'Enkäten fungerar utan JavaScript.',
  ],
  gapsTitle: 'Kända brister',
  gaps: [
    'Ingen har ännu gått igenom enkäten med skärmläsare, röststyrning eller förstoringsprogram för vår räkning. Där kan det finnas hinder som vi inte känner till.',
    'I en fråga med många rader hörs hela frågan om på varje rad i en skärmläsare. Det är tydligt men långsamt.',
    'Frågorna finns varken som lättläst text, inläst ljud eller på teckenspråk.',
    'Rapporter som laddas ned i PDF eller Word hör inte till enkäten och har inte prövats mot kraven.',
  ],
  helpTitle: 'Om du inte kan använda sidorna',
  help: 'Skriv till organisationen bakom din enkät. Du kan be att få frågorna på papper eller att få svara per telefon. Hittar du ett hinder som inte står här vill vi gärna veta det: berätta vilken sida det gäller och vad som hände.',
  helpNobody: 'Adressen står i mejlet där du fick länken.',
  supervisionTitle: 'Tillsyn',
  supervision:
    'Digg, Myndigheten för digital förvaltning, har tillsyn över att offentliga aktörer följer lagen. Är du inte nöjd med svaret du fick kan du anmäla det till Digg.',
  report: 'Anmäl bristande tillgänglighet hos Digg',
  testedTitle: 'Så har vi prövat sidorna',
  tested: [
    'Varje sida prövas i alla sina lägen med axe, HTML_CodeSniffer och html-validate: på svenska och engelska, på smal och bred skärm, i påtvingade mörka färger och utan stilmall. Det görs om varje gång programmet ändras.',
    'En hel enkät med varje sorts fråga besvaras på samma sätt med enbart tangentbord: ordningen och markeringen prövas vid varje steg.',
    'Det som webbläsaren lämnar till en skärmläsare prövas för varje sorts fråga: namn, ledtexter, fel, språk och att det sägs när något är sparat.',
  ],
  reviewed: (day: string) => `Redogörelsen sågs senast över den ${day}.`,
}
