// What invented participants write in their own words. No names, no places, nobody to recognise.

/** By item id. */
export const sentences: Readonly<Record<string, readonly string[]>> = {
  O1: [
    'Att vi träffas ute i byarna och inte bara i kommunhuset.',
    'Det är lätt att få tag på rätt person när något gäller butiken.',
    'Vi har börjat dela kalender och ser vad de andra har på gång.',
    'Utvecklingsgrupperna tas på allvar.',
    'Fikat efter mötena. Det är då det händer något.',
    'Att någon faktiskt kallar till mötena och skriver ner vad vi sa.',
    'Drivmedelsfrågan. Där drog alla åt samma håll.',
    'Vi känner varandra bättre och vågar säga ifrån.',
  ],
  O2: [
    'Tiden. Vi som är ideella har bara kvällarna.',
    'Ingen vet vem som äger frågan när den väl är väckt.',
    'Besluten är ofta fattade innan vi får veta något.',
    'Långa avstånd och mötestider mitt på dagen.',
    'Att allt hänger på ett fåtal personer.',
    'Pengarna tar slut innan det har satt sig.',
    'Olika förvaltningar ger olika svar.',
    'Bredbandet räcker inte när vi ska mötas digitalt.',
  ],
  O3: [
    'Paketutlämningen ligger nu i bygdegården. En butiksägare och byalaget gick ihop om det.',
    'Vi har en servicegrupp som möts varje kvartal. Processledaren fick i gång den.',
    'Kommunen frågar oss innan de ändrar öppettider. Det gjorde de inte förut.',
    'Macken är kvar tack vare att flera köpte andelar.',
    'Det finns en serviceplan som vi har varit med och skrivit.',
    'Apoteksombudet är tillbaka. Regionen och handlaren kom överens till slut.',
    'Vi har egna nycklar till servicepunkten. Förtroendet har vuxit fram steg för steg.',
  ],
}

/** To O3, where nothing has become better. */
export const sentencesWithoutProgress: readonly string[] = [
  'Inte mycket. Vi möts lika ofta som förut.',
  'Jag har svårt att komma på något.',
  'Nya ansikten runt bordet, annars är det sig likt.',
  'Mötena blev färre när alla fick mer att göra.',
]

/** Which share of those asked write something. */
export const shareWriting: Readonly<Record<string, number>> = { O1: 0.3, O2: 0.28, O3: 0.35 }
