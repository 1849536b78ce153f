// Swedish words: levels beside targets, and changes beside the smallest that matters.
export default {
  title: 'Mot målen',
  targetLead:
    'Nivån är medelvärdet bland alla som svarade andra gången, på de frågor som går att jämföra. Målet är nått först när hela intervallet ligger på målet eller bättre.',
  targetColumns: ['Mått', 'Mål', 'Personer', 'Nivå (95 % intervall)', 'Läge'],
  importanceLead:
    'Frågeformuläret säger hur stor en förändring minst måste vara för att betyda något för de berörda. Förändringen jämförs med det, med hela sitt intervall.',
  importanceColumns: ['Mått', 'Minsta av betydelse', 'Personer', 'Förändring (95 % intervall)', 'Läge'],
  target: (target: string, standing: string) => `mål ${target}: ${standing}`,
  standing: { reached: 'nått', unclear: 'går inte att säga', not_reached: 'ej nått' },
  importance: {
    better: 'större än så, till det bättre',
    worse: 'större än så, till det sämre',
    smaller: 'mindre än så',
    unclear: 'går inte att säga',
  },
  hidden: 'visas inte',
  none: '–',
  definitions: (version: string) => `Måtten räknas så som version ${version} bestämmer dem:`,
  revision: (revision: string, titles: string) => `revision ${revision}: ${titles}`,
}
