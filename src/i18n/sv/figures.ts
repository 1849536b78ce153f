// Swedish words: what each published figure is and how it is computed, by its name in the results. A name in a group of
// its own (all_…) is looked for before the plain one.
const points =
  'En persons poäng är medelvärdet av de besvarade frågorna, var och en omräknad till 0–100 på sin egen skala: (svar − lägsta) · 100 / (högsta − lägsta). Vända frågor är vända tillbaka.'
const sd = 'Kvadratroten ur summan av de kvadrerade avvikelserna från medelvärdet, delad med n − 1.'

export default {
  field: {
    n: { name: 'Par', formula: 'Antalet personer som har poäng i båda mätningarna.' },
    fromMean: {
      name: 'Medelvärde, första mätningen',
      formula: `Medelvärdet av personernas poäng i första mätningen, bland dem som har poäng i båda. ${points}`,
    },
    toMean: {
      name: 'Medelvärde, andra mätningen',
      formula: `Medelvärdet av samma personers poäng i andra mätningen. ${points}`,
    },
    fromSd: { name: 'Standardavvikelse, första mätningen', formula: sd },
    toSd: { name: 'Standardavvikelse, andra mätningen', formula: sd },
    meanChange: {
      name: 'Förändring',
      formula: 'Medelvärdet av varje persons skillnad: poängen i andra mätningen minus poängen i första.',
    },
    sdChange: {
      name: 'Förändringens standardavvikelse',
      formula: `Personernas skillnader: ${sd.toLowerCase()}`,
    },
    interval: {
      name: '95 % konfidensintervall',
      formula:
        'Medelskillnaden ± t · s / √n, där s är skillnadernas standardavvikelse och t är 97,5-percentilen i Students t-fördelning med n − 1 frihetsgrader.',
    },
    t: { name: 't', formula: 'Medelskillnaden delad med s / √n, där s är skillnadernas standardavvikelse.' },
    p: {
      name: 'p',
      formula:
        'Sannolikheten för ett minst så stort t, åt endera hållet, om den sanna förändringen vore noll: Students t-fördelning med n − 1 frihetsgrader.',
    },
    improved: {
      name: 'Förbättrade',
      formula: 'Antalet personer vars poäng gick mer än gränsen åt det håll som är bättre.',
    },
    unchanged: { name: 'Oförändrade', formula: 'Antalet personer vars poäng ändrades högst lika mycket som gränsen.' },
    declined: {
      name: 'Försämrade',
      formula: 'Antalet personer vars poäng gick mer än gränsen åt det håll som är sämre.',
    },
    finding: {
      name: 'Vad intervallet säger',
      formula:
        'Ligger hela intervallet över noll har måttet ökat, under noll minskat. Annars går förändringen inte att skilja från oförändrat.',
    },
    compositionWarning: {
      name: 'Annan sammansättning',
      formula:
        'Ja där förändringen bland dem som svarade båda gångerna och bland alla går åt olika håll, eller skiljer sig med mer än 5 poäng.',
    },
    all_fromN: { name: 'Personer, första mätningen', formula: 'Antalet personer med poäng i första mätningen.' },
    all_toN: { name: 'Personer, andra mätningen', formula: 'Antalet personer med poäng i andra mätningen.' },
    all_fromMean: {
      name: 'Medelvärde, första mätningen',
      formula: `Medelvärdet bland alla med poäng i första mätningen. ${points}`,
    },
    all_toMean: {
      name: 'Medelvärde, andra mätningen',
      formula: `Medelvärdet bland alla med poäng i andra mätningen. ${points}`,
    },
    all_meanChange: {
      name: 'Förändring bland alla',
      formula: 'Andra mätningens medelvärde minus den första mätningens, vare sig personerna är desamma eller inte.',
    },
    all_interval: {
      name: '95 % konfidensintervall',
      formula:
        'Skillnaden ± t · √(s₁²/n₁ + s₂²/n₂), där t är 97,5-percentilen i t-fördelningen med Welchs frihetsgrader. För brett där många svarade båda gångerna.',
    },
    invitedFrom: { name: 'Inbjudna, första mätningen', formula: 'Antalet personer som frågades.' },
    invitedTo: { name: 'Inbjudna, andra mätningen', formula: 'Antalet personer som frågades.' },
    answeredFrom: { name: 'Svarade, första mätningen', formula: 'Antalet personer vars svar skickades in.' },
    answeredTo: { name: 'Svarade, andra mätningen', formula: 'Antalet personer vars svar skickades in.' },
    both: { name: 'Svarade båda gångerna', formula: 'Antalet personer med svar i båda mätningarna.' },
    onlyFrom: { name: 'Bara första gången', formula: 'Antalet personer med svar i första mätningen men inte i andra.' },
    onlyTo: { name: 'Bara andra gången', formula: 'Antalet personer med svar i andra mätningen men inte i första.' },
    comparable: {
      name: 'Jämförbara frågor',
      formula:
        'Frågor som mäter samma sak i båda versionerna: samma revision, eller en revision vars jämförbarhet någon har bedömt och skrivit under.',
    },
    core_items: { name: 'Kärnan', formula: 'De frågor i måttet som mäter samma sak i båda versionerna.' },
    core_total: { name: 'Frågor i måttet', formula: 'Antalet frågor i den första versionens definition.' },
    left_reason: {
      name: 'Varför frågan är utelämnad',
      formula: 'Den underskrivna bedömningen i frågeformuläret, ord för ord.',
    },
    threshold: { name: 'Minsta grupp', formula: 'Grupper med färre personer visas aldrig. Satt i programmet.' },
    noticeableChange: {
      name: 'Gräns för märkbar förändring',
      formula: 'Poäng som en persons skillnad måste överstiga för att räknas som förbättring eller försämring.',
    },
    kind: { name: 'Mätning', formula: 'Vilken mätning som jämförs.' },
    version: { name: 'Version', formula: 'Versionen av frågeformuläret som mätningen använde.' },
    groups: {
      name: 'Grupper som driver projektet',
      formula: 'De grupper som frågeformuläret lämnar utanför resultaten.',
    },
  },
  unknown: 'Talet har ingen förklaring i ord här ännu. Det räknas ut av den kodversion som anges nedan.',
  end: { low: 'nedre gräns', high: 'övre gräns' },
  unit: {
    points: 'poäng, 0–100',
    change: 'poäng, på en skala från 0 till 100',
    people: 'personer',
    questions: 'frågor',
    probability: 'sannolikhet, 0–1',
    share: 'andel av personerna',
    ratio: 'tal utan enhet',
    word: 'ord',
    number: 'tal',
  },
  word: {
    yes: 'ja',
    no: 'nej',
    increased: 'har ökat',
    decreased: 'har minskat',
    indistinguishable: 'går inte att skilja från oförändrat',
    too_few: 'för få',
    not_comparable: 'för få gemensamma frågor',
    not_asked: 'frågades inte i båda mätningarna',
    notComputable: 'går inte att räkna ut',
  },
}
