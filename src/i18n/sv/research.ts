// Swedish words: headings of research files, and what their columns mean.
export default {
  participant: 'Deltagare',
  municipality: 'Kommunkod',
  actor_group: 'Aktörsgrupp',
  wave: 'Mätning',
  answered: 'Svarat',
  questionnaire_version: 'Enkätversion',
  language: 'Språk',
  mode: 'Svarsväg',
  submitted_day: 'Inskickat',
  answeredValues: { silent: 'Tillfrågad utan svar', answered: 'Svar finns' },
  languageValues: { sv: 'Svenska', en: 'Engelska', fi: 'Finska' },
  modeValues: {
    web: 'Besvarad i Samverka',
    import: 'Läst ur en fil',
    paper: 'På papper, inskriven av personal',
    telephone: 'Per telefon, inskriven av personal',
  },
  files: {
    codebookTitle: (study: string) => `Kodbok: ${study}`,
    codebookLead: 'Varje variabel med sin fråga, sina koder och de koder som står för att svar saknas.',
    missing: 'svar saknas',
    emptyCell: 'Inget att visa: ingen har svarat, eller för få frågor besvarade',
    sheetData: 'Svar',
    sheetCodebook: 'Kodbok',
    code: 'Kod',
    label: 'Betydelse',
    keywords: ['enkät', 'samverkan', 'före och efter', 'kommuner'],
  },
  scripts: {
    read: 'Läser svaren och sätter etiketter på dem. Kör i mappen där filerna packades upp.',
    missing: 'Negativa koder står för att svar saknas; tomma celler för att ingen har svarat.',
    guard: 'En apostrof framför det som liknar en formel tas bort igen.',
    asMissing: 'Gör koderna för saknade svar till NA.',
    mainTable: 'Räknar om det publicerade ur data/long.csv, först huvudtabellen, och jämför.',
    run: 'Kör i mappen där filerna packades upp: Rscript scripts/main-table.R',
    scale: 'Varje skala: frågornas kolumner före och efter, lägsta och högsta kod, vända frågor, minsta antal svar.',
    composite: 'Index: medelvärdet av skalor.',
    samePeople:
      'Ett index och dess delar räknas på samma personer: färre än tröskeln som hoppat över samma delar är inte med.',
    otherPeople:
      'rader har ett annat antal personer än den publicerade tabellen, som lämnar utanför dem som skulle sticka ut.',
    onlyShown: 'Bara rader som den publicerade tabellen visar: grupper under tröskeln räknas inte om.',
    rows: 'rader; största skillnad mot den publicerade tabellen:',
    noneSame: 'Ingen rad är jämförd: ingen har lika många personer som i den publicerade tabellen.',
    noRows: 'Den publicerade tabellen visar ingen rad som går att räkna ur filerna. Ingenting är jämfört.',
    otherAnswers:
      'rader har ett annat antal personer än den publicerade tabellen: svaren har ändrats sedan den frystes.',
    moved: 'Rader skiljer sig från den publicerade tabellen: svaren har ändrats sedan den frystes.',
    differs: 'Tabellen skiljer sig från den publicerade.',
    model:
      'Genomsnittskommunen: modell med slumpmässiga kommunskillnader, gemensam spridning inom kommunerna, τ² enligt Paule–Mandel, intervall enligt Hartung–Knapp. Därefter varje kommun dragen mot den.',
    hiddenTogether: 'Kommuner som tabellen inte visar räknas ihop som en (others).',
    modelRows: 'rader om genomsnittskommunen och sammanvägda kommuner; största skillnad mot de publicerade:',
    noModelRows:
      'Ingen genomsnittskommun är jämförd: ingen är publicerad, eller så är den inte räknad på lika många personer.',
    modelMoved:
      'Genomsnittskommunen eller en sammanvägd kommun skiljer sig från den publicerade: svaren har ändrats sedan den frystes.',
    modelDiffers: 'Genomsnittskommunen eller en sammanvägd kommun skiljer sig från den publicerade.',
    noModel: 'Genomsnittskommunen räknas på alla personer, och alla är inte med i de här filerna.',
  },
  /** Of which day the published figures are, and how they stand to the answers beside them. */
  published: {
    unfrozen: (made: string) =>
      `De publicerade siffrorna är inte frysta: de är räknade på svaren som de var när filerna gjordes, ${made}.`,
    frozen: (code: string, day: string) => `De publicerade siffrorna är underlag ${code}, fryst ${day}.`,
    since: {
      same: (made: string) => `Svaren bakom dem var desamma när filerna gjordes, ${made}.`,
      answers: (made: string) =>
        `Svaren har ändrats sedan dess, och data i filerna är från ${made}. Rader kan därför skilja sig från de publicerade utan att något är fel, och underlaget går inte att räkna fram ur filerna.`,
      open: (made: string) =>
        `En av mätningarna är inte längre stängd, och data i filerna är från ${made}. Svaren kan ha ändrats, och rader kan därför skilja sig från de publicerade utan att något är fel.`,
      program: (made: string) =>
        `Svaren bakom dem var desamma när filerna gjordes, ${made}, men programmet eller reglerna som räknar har ändrats.`,
    },
  },
  ddi: {
    anlyUnit: 'Person',
    universe: 'Personer som projektet har bjudit in att svara',
    dataKind: 'Enkätdata',
    timeMeth: 'Panel: samma personer tillfrågas före och efter',
    collMode: {
      web: 'Webbenkät med personlig länk',
      import: 'Insamlat på annat sätt och läst ur en fil',
      paper: 'Pappersblankett, inskriven av personal',
      telephone: 'Telefonintervju, inskriven av personal',
    },
    respRate: (wave: string, answered: number, asked: number) => `${wave}: ${answered} av ${asked} svarade`,
    restriction: {
      release: 'Avidentifierade, med ett urval av kommuner enligt README.',
      restricted: 'Pseudonymiserade personuppgifter: får bara användas av den som har rätt till dem.',
    },
  },
  paper: {
    waves: (waves: string) => `Ställs vid: ${waves}.`,
  },
  release: {
    waves: (waves: string) => `Bara de två mätningar som resultaten jämför är med: ${waves}.`,
    silent: 'Tillfrågade som inte svarade i någon av dem är utelämnade.',
    delivering: 'De som själva genomför projektet är utelämnade, liksom ur resultaten.',
    columns: 'Fritext, språk, svarsväg, svarsdag och bakgrundsfrågor, bland dem ålder och kön, är utelämnade.',
    background: (items: string) => `Av bakgrundsfrågorna finns kvar: ${items}.`,
    leftOut:
      'Bara kommuner vars förändringar och antal alla visas är med, i resultaten nu och i varje tidigare underlag. Alla i övriga kommuner är utelämnade.',
    howMany:
      'Hur många som är utelämnade står inte här: det vore ett tal om människor som resultaten döljer. Den som får läsa alla svar använder nivån begränsad.',
    oneWave: 'Den som svarade i bara en av mätningarna är utelämnad: dolda siffror skyddar just dem.',
    noGroups: 'Aktörsgrupp är utelämnad.',
    conditional: (items: string) =>
      `Frågor som bara vissa grupper får är utelämnade, eftersom luckan skulle avslöja gruppen: ${items}.`,
    anonymity: (k: string, columns: string) => `Minst ${k} personer delar varje kombination av ${columns}.`,
  },
  readme: {
    title: (study: string) => `Forskningsfiler: ${study}`,
    demo: 'Detta är demonstrationsprojektet. Personer och svar är påhittade.',
    made: (day: string, organisation: string) => `Framställda ${day} av ${organisation} med Samverka.`,
    level: {
      release: 'Nivå: **utlämning**. Innehåller inga namn, ingen fritext och inga små grupper.',
      restricted:
        'Nivå: **begränsad**. Pseudonymiserade personuppgifter. Förvara filerna skyddade, sprid dem inte, och försök inte ta reda på vem någon är.',
    },
    pseudonyms: 'Varje person har en pseudonym som gäller bara i denna export; två exporter går inte att föra ihop.',
    contents: 'Innehåll',
    file: {
      long: 'en rad per person och mätning (UTF-8, komma, decimalpunkt)',
      wide: 'en rad per person, mätningen efter variabelns namn',
      longExcel: 'samma som long.csv, för svenska Excel (semikolon, decimalkomma)',
      wideExcel: 'samma som wide.csv, för svenska Excel',
      sav: 'SPSS med etiketter och saknade värden (utan fritext)',
      json: 'samma rader som long.csv, som JSON',
      workbook: 'Excelbok med svar och kodbok',
      codebook: 'kodbok: varje variabel, dess koder och saknade värden',
      ddi: 'DDI-Codebook 2.5 på svenska och engelska',
      package: 'beskrivning för program (Data Package)',
      read: 'läser och sätter etiketter i R',
      stata: 'läser och sätter etiketter i Stata',
      mainTable: 'räknar om huvudtabellen i R, och genomsnittskommunen där alla personer är med',
      published: 'den publicerade huvudtabellen, med dolda celler tomma',
      figures: 'alla publicerade siffror, en per rad',
      questionnaire: 'enkäten så som den ställdes, som blankett (□ står för ett tecken som PDF-filen inte kan visa)',
      manifest: 'varje fil med rader, kolumner, byte och SHA-256',
    },
    noWorkbook: (rows: string, most: string) => `Ingen Excelbok: ${rows} rader är fler än ${most}. Använd CSV-filerna.`,
    whole: 'Är allt med?',
    wholeHow:
      'manifest.csv står sist i arkivet och säger hur många rader och byte varje fil ska ha. Saknas den är arkivet avhugget. Kontrollera med: `sha256sum -c SHA256SUMS`.',
    missing: 'Saknade svar',
    missingHow:
      'Negativa koder säger varför ett svar saknas. En tom cell betyder att personen inte svarade i mätningen, inte tillfrågades där, eller att för få frågor besvarades för ett mått. Saknat är aldrig noll.',
    guard:
      'En textcell i CSV som liknar en formel börjar med en apostrof, så att kalkylprogram inte kör den; read.R tar bort den.',
    codes: 'Kommunkoder är text: 0428 behåller sin nolla i alla filer.',
    waves: 'Mätningar',
    wave: (title: string, questionnaire: string, opens: string, closes: string, answered: string) =>
      `${title}: ${questionnaire}, ${opens}–${closes}, ${answered} svar i filerna`,
    modes: (ways: readonly string[]) => `Så kom svaren in: ${ways.join('; ')}.`,
    steps: 'Vad som har gjorts med uppgifterna',
    protectionTitle: 'Vad som skyddar dolda siffror',
    protection:
      'Den som bidrar till en dold siffra finns inte i filerna. En kommun är med bara om alla dess förändringar och antal visas i resultaten, nu och i varje tidigare underlag; där en mätnings nivå är dold saknas minst en person som räknas i den. De utelämnade kommunerna är inga alls eller minst två, så att ingen av dem blir kvar när filerna dras från summan. Därför går ingen dold siffra för en kommun att räkna ut, varken genom att lägga ihop och dra ifrån eller genom att leta efter vilka personer som ger ett medelvärde.',
    limit:
      'Filerna innehåller enskilda svar. Den som redan vet hur någon har svarat kan känna igen personen, och är ingen kommun utelämnad kan den som letar hitta vilka personer som ger en aktörsgrupps medelvärden. Pröva därför vem som får filerna, och lägg inte ut dem öppet utan att ha prövat det.',
    published: 'De publicerade siffrorna',
    method: 'Hur måtten räknas',
    methodHow:
      'Varje fråga räknas om till 0–100 över sin egen svarsskala, vända frågor vänds, och ett mått är medelvärdet av besvarade frågor om tillräckligt många är besvarade. Förändring är skillnaden för samma person. scripts/main-table.R innehåller hela definitionen.',
    reproduce: 'Huvudtabellen ur filerna: `Rscript scripts/main-table.R` i mappen där arkivet packades upp.',
    noResults: 'Det finns ingen publicerbar jämförelse ännu, så huvudtabellen och dess skript är inte med.',
  },
  task: {
    archive: (file: string, people: number, rows: number) => `${file}: ${people} personer, ${rows} rader.`,
    nothing: {
      needs_two_waves: 'Utlämning kräver två stängda mätningar. Använd --level restricted.',
      still_open: 'Mätningen är öppen. Utlämning går när den har stängt; använd annars --level restricted.',
    },
    no_municipality:
      'Ingen kommun visas helt i resultaten, så det finns inget att lämna ut. Använd --level restricted.',
    out_missing: 'Ange en fil att skriva till: --out <fil.zip>.',
    out_folder: (folder: string) => `--out ${folder}: är en mapp. Lägg till ett filnamn.`,
  },
  noted: {
    participant: 'Pseudonym, gäller bara inom denna export',
    municipality: 'Kommunkod, fyra siffror som text',
    actor_group: 'Aktörsgrupp i registret',
    wave: 'Mätning',
    answered: '1 = svar finns, 0 = tillfrågad utan svar',
    questionnaire_version: 'Version av enkäten som besvarades',
    language: 'Språk som svaret gavs på',
    mode: 'web = besvarad i Samverka, import = läst ur en fil, paper = på papper, telephone = per telefon',
    submitted_day: 'Dag då svaret kom in, svensk tid',
  },
  /** A measure redefined since: its column must not bear the name of the first. */
  revised: (title: string, revision: number) => `${title} (version ${revision})`,
  score: {
    higher_is_better: '0–100, högre är bättre. Tom cell = för få frågor besvarade.',
    lower_is_better: '0–100, lägre är bättre. Tom cell = för få frågor besvarade.',
  },
  codebook: {
    variable: 'Variabel',
    source: 'Fråga och revision',
    type: 'Typ',
    text: 'Text',
    text_sv: 'Text på svenska',
    text_en: 'Text på engelska',
    values: 'Värden',
    missing: 'Saknade värden',
    waves: 'Mätningar',
    scores: 'Mått',
  },
}
