// Swedish words that every page shares: frame, problems, languages.
export default {
  product: 'Samverka',
  skip: 'Hoppa till innehållet',
  language: 'Språk',
  switchTo: 'In English',
  menu: 'Meny',
  projects: 'Projekt',
  signIn: 'Logga in',
  signOut: 'Logga ut',
  save: 'Spara',
  cancel: 'Avbryt',
  errorTitle: 'Fel',
  errorSummary: (count: number) => (count === 1 ? 'En sak behöver rättas' : `${count} saker behöver rättas`),
  code: 'Kod',
  /** Midnight is told as the day that it ends. */
  until: { time: (time: string) => `till ${time}`, day: (day: string) => `till och med ${day}` },
  backToStart: 'Till startsidan',
  backToWave: 'Till mätningen',
  footer: 'Samverka visar hur samverkan förändras, med samma frågor före och efter.',
  waveKind: { baseline: 'Före', midterm: 'Halvvägs', endline: 'Efter', followup: 'Uppföljning' },
  terminal: {
    ready: (address: string) => `Samverka är igång: öppna ${address}`,
    setupCode: (code: string) => `Ingen har loggat in ännu. Engångskod för den första administratören: ${code}`,
    noSmtp: (folder: string) =>
      `Ingen e-postserver är inställd (SMTP_URL): brev läggs i ${folder} och visas under Utkorg.`,
    stopping: 'Samverka avslutas när det som pågår är klart: brev och hämtningar på väg får högst tio sekunder.',
    refused: {
      ENOENT: 'Filen eller mappen finns inte.',
      ENOTDIR: 'Vägen dit går genom något som inte är en mapp.',
      EISDIR: 'Det är en mapp. Ange en fil.',
      EACCES: 'Du har inte rätt att använda det.',
      EPERM: 'Du har inte rätt att använda det.',
      EROFS: 'Det går bara att läsa här, inte skriva.',
      ENOSPC: 'Disken är full.',
      ENOTFOUND:
        'Namnet finns inte i namnuppslagningen. Ange en adress som den här datorn har, som 127.0.0.1 eller 0.0.0.0.',
      EADDRNOTAVAIL: 'Den här datorn har inte den adressen. Ange en som den har, som 127.0.0.1 eller 0.0.0.0.',
      EADDRINUSE: 'Porten är upptagen. Stoppa den som har den, eller välj en annan.',
    },
  },
  again: {
    held: {
      signed_out:
        'Det du skickade finns kvar på den här sidan, så stäng den inte. Logga in i en ny flik, kom tillbaka hit och skicka det på nytt.',
      storage_failed: 'Det du skickade finns kvar på den här sidan, så stäng den inte. Skicka det på nytt om en stund.',
    },
    signIn: 'Logga in i en ny flik',
    signInHere: 'Logga in',
    send: 'Skicka på nytt',
    show: 'Visa det du skrev',
  },
  problem: {
    not_found: { title: 'Sidan finns inte', help: 'Adressen kan vara felskriven, eller så har sidan flyttats.' },
    forbidden: {
      title: 'Du har inte behörighet till den här sidan',
      help: 'Be projektets samordnare om du behöver den.',
    },
    cross_site: {
      title: 'Det du skickade kom från en annan webbplats',
      help: 'Därför har ingenting sparats eller ändrats. Gå tillbaka och kopiera det du skrev, om det står kvar. Öppna sedan Samverka i en ny flik, klistra in det där och försök igen.',
    },
    signed_out: { title: 'Du behöver logga in', help: 'Inloggningen har gått ut. Ingenting har ändrats.' },
    too_many_tries: { title: 'För många försök', help: 'Vänta en stund och försök igen.' },
    too_large: {
      title: 'Det du skickade är för stort',
      help: 'En fil får vara högst 2 MB: dela upp den och försök igen. Gäller det en text, gå tillbaka och korta ned den.',
    },
    bad_request: { title: 'Det du skickade gick inte att läsa', help: 'Gå tillbaka, ladda om sidan och försök igen.' },
    wave_not_open: { title: 'Mätningen är inte öppen', help: 'Öppna mätningen först.' },
    wave_overdue: {
      title: 'Mätningens sista dag har varit',
      help: 'Därför skickas inga brev och skrivs inga nya blanketter ut. Ingenting har ändrats. Förläng mätningen om den ska fortsätta.',
    },
    wave_closed: {
      title: 'Mätningen är stängd',
      help: 'Den tar inte emot fler svar, skickar inga brev och kan inte öppnas igen. Ingenting har ändrats.',
    },
    wave_already_open: {
      title: 'Mätningen är redan öppnad eller stängd',
      help: 'Ingenting har ändrats. Ladda om sidan för att se hur det står till.',
    },
    wave_needs_participants: {
      title: 'Projektet har inga deltagare ännu',
      help: 'Läs in deltagare innan du öppnar mätningen.',
    },
    nothing_to_release: {
      title: 'Det finns inget att lämna ut',
      help: 'Ingen kommun visas helt i resultaten. Gör ett arkiv med begränsad tillgång i stället.',
    },
    logo_undrawable: {
      title: 'En logotyp går inte att rita',
      help: 'Ta bort den och lägg till den på nytt, helst som PNG.',
    },
    answers_changed: {
      title: 'Svaren har ändrats sedan talen frystes',
      help: 'Den som drog de frysta talen från filen skulle kunna se vad enstaka personer har svarat. Filen kan göras om det går att frysa ett nytt underlag.',
    },
    storage_failed: {
      title: 'Det gick inte att spara',
      help: 'Ingenting har ändrats. Försök igen om en stund.',
    },
    internal: {
      title: 'Något gick fel hos oss',
      help: 'Försök igen om en stund. Hjälper det inte, uppge koden här nedanför.',
    },
    key_missing: { title: 'Nyckeln till namn och adresser saknas', help: 'Lägg tillbaka nyckelfilen.' },
    key_unreadable: { title: 'Nyckelfilen går inte att läsa', help: 'Lägg tillbaka den riktiga nyckelfilen.' },
    key_differs: { title: 'Nyckeln hör till en annan databas', help: 'Lägg tillbaka den riktiga nyckelfilen.' },
    database_refused: { title: 'Databasen gick inte att öppna', help: 'Orsaken står här under.' },
    needs_migration: {
      title: 'Databasen är äldre än programmet',
      help: 'Stoppa servern och kör npm run migrate, eller starta om servern med det nya programmet.',
    },
    database_empty: {
      title: 'Databasen är tömd',
      help: 'Filen är noll byte, men Samverka har körts här förut. Lägg tillbaka en säkerhetskopia. Vill du börja om från början: flytta undan hela datamappen.',
    },
    newer_database: {
      title: 'Databasen är nyare än programmet',
      help: 'Starta med den version av Samverka som databasen senast kördes med, eller en nyare. Databasen som den var före uppgraderingen kan ligga kvar i filen som slutar på .before-migration; svar som har kommit sedan dess finns inte i den.',
    },
    in_use: { title: 'Databasen används av en annan process', help: 'Stäng den andra först.' },
    no_questionnaires: {
      title: 'Det finns inget frågeformulär',
      help: 'Mappen i SURVEYS_DIR ska ha frågeformulär som <id>/v<n>.json. Mappen surveys i programmet har ett.',
    },
    unknown_argument: { title: 'Det här går inte att starta med', help: 'npm start tar bara -- --demo.' },
    settings_wrong: {
      title: 'Dessa inställningar går inte att använda',
      help: 'Efter pilen står vad som går; mer står i tabellen i README.md.',
    },
    settings_missing: {
      title: 'Dessa inställningar saknas, och hör ihop med andra som är gjorda',
      help: 'Se tabellen i README.md.',
    },
    dkim_key_unusable: {
      title: 'Nyckeln att signera brev med går inte att använda',
      help: 'Sätt DKIM_KEY_FILE till en läsbar fil med en privat nyckel i PEM: RSA med minst 1024 bitar, eller Ed25519.',
    },
  },
}
