// Swedish words of `npm run results`.
export default {
  usage: `Skriver ut resultaten, ett tal per rad med sin adress: indicators/D/overall/paired/meanChange = 11.03515625

  npm run results -- --project <projekt> [--cut <underlag>] [--json]
      Projektets resultat som de är nu, eller som de frystes i ett underlag.

  npm run results -- --from <enkät.json> --baseline <svar.csv> --end <svar.csv> [--participants <fil>]
                     [--municipality-column <kolumn>] [--version-end <enkät.json>] [--json]
      Räknar på filer, utan server och databas. --participants anger vilka som frågades, och deras kommun och
      aktörsgrupp. --municipality-column väljer kolumnen att gruppera på. --version-end är enkäten i andra mätningen,
      om den inte var densamma.

  --json ger allt som kanonisk JSON. Det som inte visas har sin orsak i stället för ett värde. --en ger engelska.`,
  one_source: 'Välj antingen --project eller --from.',
  nothing: {
    needs_two_waves: 'Det finns inget att jämföra: två mätningar måste vara öppnade och stängda.',
    still_open: 'Mätningen är öppen. Resultat räknas när den har stängt.',
  },
  no_cut: (code: string, known: string) => `Underlaget ${code} finns inte. Det finns: ${known}.`,
  file: (file: string, problem: string) => `${file}: ${problem}`,
  no_column: (column: string, known: string) => `Kolumnen ${column} finns inte. Det finns: ${known}.`,
  unplaced: (count: number) =>
    count === 1 ? 'En person saknar kommun eller aktörsgrupp.' : `${count} personer saknar kommun eller aktörsgrupp.`,
  unplaced_row: (row: number, id: string) => `  Rad ${row}, ${id}`,
  versions_differ: (faults: string) => `De två enkäterna går inte ihop:\n${faults}`,
}
