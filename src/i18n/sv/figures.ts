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
    status: {
      name: 'Läge',
      formula: 'Ingen spridning: alla ändrades lika mycket, så intervall och p går inte att räkna ut.',
    },
    correlation: {
      name: 'Samband mellan mätningarna',
      formula: 'Pearsons korrelation mellan personernas poäng i första och andra mätningen.',
    },
    typical_fromMedian: {
      name: 'Median, första mätningen',
      formula: 'Det mittersta värdet bland dem som har poäng i båda mätningarna.',
    },
    typical_toMedian: { name: 'Median, andra mätningen', formula: 'Det mittersta värdet bland samma personer.' },
    typical_medianChange: { name: 'Medianförändring', formula: 'Det mittersta värdet av personernas skillnader.' },
    typical_hodgesLehmann: {
      name: 'Typisk förändring',
      formula: 'Medianen av medelvärdena av alla par av skillnader, vart och ett även med sig självt.',
    },
    effect_dz: {
      name: 'Förändring i skillnadernas standardavvikelser',
      formula: 'Medelskillnaden delad med skillnadernas standardavvikelse.',
    },
    effect_gz: {
      name: 'Samma, rättad för få personer',
      formula: 'Medelskillnaden delad med skillnadernas standardavvikelse, gånger Hedges faktor J(n − 1).',
    },
    effect_dAv: {
      name: 'Förändring i standardavvikelser',
      formula: 'Medelskillnaden delad med √((s₁² + s₂²)/2), där s är mätningarnas standardavvikelser.',
    },
    effect_gAv: {
      name: 'Samma, rättad för få personer',
      formula: 'Förändringen i standardavvikelser gånger Hedges faktor J(n − 1).',
    },
    effect_standardError: { name: 'Medelfel', formula: 'Bonetts medelfel för förändringen i standardavvikelser.' },
    effect_interval: {
      name: '95 % konfidensintervall',
      formula: 'Förändringen i standardavvikelser ± 1,96 medelfel, gånger Hedges faktor.',
    },
    ranks_zeros: {
      name: 'Oförändrade personer',
      formula: 'Wilcoxon: de utesluts före rangordningen. Pratt: de rangordnas först.',
    },
    ranks_nonZero: { name: 'Personer som ändrades', formula: 'Antalet personer vars skillnad inte är noll.' },
    ranks_positiveRanks: {
      name: 'Rangsumma, ökningar',
      formula: 'Summan av rangerna för skillnader över noll, rangordnade efter storlek; lika stora delar på rangen.',
    },
    ranks_negativeRanks: { name: 'Rangsumma, minskningar', formula: 'Summan av rangerna för skillnader under noll.' },
    ranks_p: {
      name: 'p, teckenrangtest',
      formula:
        'Sannolikheten för minst så ojämna rangsummor om varje skillnad lika gärna kunde ha haft det andra tecknet.',
    },
    ranks_method: {
      name: 'Beräkningssätt',
      formula: 'Exakt: alla tecken är räknade. Normal: normalfördelningen, för många personer.',
    },
    ranks_rankBiserial: {
      name: 'Rangbiseriell korrelation',
      formula: '(T₊ − T₋)/(T₊ + T₋), från −1 (alla minskade) till 1 (alla ökade).',
    },
    ranks_rankBiserialInterval: {
      name: '95 % konfidensintervall',
      formula: 'På Fishers skala, med medelfelet √((2m³ + 3m² + m)/6) / ((m² + m)/2), där m är antalet som ändrades.',
    },
    shares_share: { name: 'Andel', formula: 'Antalet delat med antalet par.' },
    shares_interval: { name: '95 % konfidensintervall', formula: 'Wilsons intervall för en andel.' },
    shares_net: { name: 'Netto', formula: 'Andelen förbättrade minus andelen försämrade, från −1 till 1.' },
    bootstrap_seed: { name: 'Frö', formula: 'Talet som slumptalen börjar från.' },
    bootstrap_replicates: {
      name: 'Omdragningar',
      formula: 'Antalet gånger som lika många personer drogs, med återläggning.',
    },
    bootstrap_percentile: {
      name: 'Percentilintervall, 95 %',
      formula: '2,5- och 97,5-percentilen av omdragningarnas medelskillnader.',
    },
    bootstrap_bca: {
      name: 'Rättat percentilintervall, 95 %',
      formula:
        'Percentiler rättade för skevhet och förskjutning; omdragningar lika med medelvärdet räknas till hälften.',
    },
    levels_n: { name: 'Personer', formula: 'Antalet personer med poäng i mätningen.' },
    levels_mean: { name: 'Medelvärde', formula: points },
    levels_sd: { name: 'Standardavvikelse', formula: sd },
    levels_median: {
      name: 'Median',
      formula: 'Det mittersta värdet. Visas från tio personer: annars är det någons eget.',
    },
    ends_share: {
      name: 'Andel vid skalans slut',
      formula: 'Andelen personer vars poäng är lägst möjliga (golv) eller högst möjliga (tak).',
    },
    ends_interval: { name: '95 % konfidensintervall', formula: 'Wilsons intervall för en andel.' },
    ends_floorFlag: {
      name: 'Golv',
      formula: 'Ja där minst 15 % står på lägsta poängen, så att en minskning inte kan synas.',
    },
    ends_ceilingFlag: {
      name: 'Tak',
      formula: 'Ja där minst 15 % står på högsta poängen, så att en ökning inte kan synas.',
    },
    test_family: {
      name: 'Vad testet är till för',
      formula:
        'Den enda fråga som ställdes i förväg rättas inte; mått och kommuner rättas inom sin familj; det övriga är beskrivande.',
    },
    test_of: { name: 'Vems förändring', formula: 'Genomsnittsdeltagarens, genomsnittskommunens eller en kommuns.' },
    test_t: { name: 't', formula: 'Förändringen delad med sitt medelfel.' },
    test_df: { name: 'Frihetsgrader', formula: 'Frihetsgraderna i Students t-fördelning.' },
    test_p: {
      name: 'p',
      formula: 'Sannolikheten för ett minst så stort t, åt endera hållet, om den sanna förändringen vore noll.',
    },
    test_adjusted: {
      name: 'p, rättat',
      formula: 'p rättat enligt Holm för att flera tester i samma familj ökar risken för falskt larm.',
    },
    shrunken_estimate: {
      name: 'Sammanvägd förändring',
      formula:
        'Kommunens eget medelvärde, draget mot genomsnittskommunens: w · eget + (1 − w) · genomsnitt, där w = τ²/(τ² + medelfel²).',
    },
    shrunken_ownWeight: {
      name: 'Vikt för kommunens eget medelvärde',
      formula: 'w = τ²/(τ² + medelfel²), från 0 till 1.',
    },
    shrunken_standardError: { name: 'Medelfel', formula: 'Medelfelet av den sammanvägda förändringen.' },
    shrunken_interval: {
      name: '95 % intervall',
      formula: 'Den sammanvägda förändringen ± t · medelfelet. Något för smalt, eftersom osäkerheten i τ² inte är med.',
    },
    model_method: {
      name: 'Sätt att skatta τ²',
      formula: 'Hur mycket kommunerna skiljer sig åt utöver slumpen skattas på detta sätt.',
    },
    model_spread: { name: 'Spridning inom kommun', formula: 'Samma för alla, eller var kommuns egen.' },
    model_units: {
      name: 'Enheter',
      formula: 'Synliga kommuner, och en enhet till där dolda kommuner räknas tillsammans.',
    },
    averageParticipant_mean: {
      name: 'Genomsnittsdeltagaren',
      formula: 'Medelvärdet av alla personers skillnader: varje person väger lika.',
    },
    averageParticipant_standardError: {
      name: 'Medelfel',
      formula: 's / √n, där s är skillnadernas standardavvikelse.',
    },
    averageParticipant_interval: { name: '95 % konfidensintervall', formula: 'Medelskillnaden ± t · s / √n.' },
    model_mean: { name: 'Genomsnittskommunen', formula: 'Kommunernas medelvärden vägda med 1/(medelfel² + τ²).' },
    model_standardError: {
      name: 'Medelfel',
      formula: 'Enligt Hartung och Knapp, och aldrig mindre än utan deras rättelse.',
    },
    model_interval: {
      name: '95 % konfidensintervall',
      formula: 'Genomsnittet ± t · medelfelet, med en frihetsgrad mindre än antalet enheter.',
    },
    model_tau2: { name: 'τ²', formula: 'Variansen mellan kommunernas sanna förändringar, i poäng i kvadrat.' },
    model_tau2Interval: {
      name: '95 % konfidensintervall för τ²',
      formula: 'De τ² för vilka de vägda kvadraterna är som väntat av χ² (Q-profilen).',
    },
    model_q: {
      name: 'Q',
      formula: 'Vägda kvadrater av kommunernas avvikelser från medelvärdet, med vikterna 1/medelfel².',
    },
    model_qDf: { name: 'Frihetsgrader för Q', formula: 'Antalet enheter minus ett.' },
    model_qP: {
      name: 'p för Q',
      formula: 'Sannolikheten för ett minst så stort Q om kommunerna bara skilde sig av slump.',
    },
    model_iSquared: {
      name: 'I²',
      formula: 'Den del av variationen mellan kommunerna som inte är slump: max(0, (Q − df)/Q).',
    },
    model_predictionInterval: {
      name: '95 % prediktionsintervall',
      formula: 'Där en ny kommuns sanna förändring väntas ligga: genomsnittet ± t · √(τ² + medelfel²).',
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
  group: {
    paired: 'Förändring bland dem som svarade båda gångerna',
    all: 'Förändring bland alla som svarade',
    own: 'Nivå, på mätningens egna frågor',
    median: 'Median',
    ends: 'Golv och tak',
    typical: 'Typisk förändring',
    effect: 'Förändring i standardavvikelser',
    ranks: 'Teckenrangtest',
    shares: 'Andelar',
    bootstrap: 'Omdragningar',
    test: 'Test',
    model: 'Kommunerna tillsammans',
    shrunken: 'Sammanvägd förändring',
    takenTogether: 'Dolda kommuner tillsammans',
    counts: 'Vilka som svarade',
    sensitivity: 'Andra sätt att väga samman',
    overall: 'Alla tillsammans',
    byMunicipality: 'Per kommun',
    byActorGroup: 'Per aktörsgrupp',
    indicators: 'Mått',
    match: 'Vilka som svarade',
    core: 'Jämförbara frågor',
    left: 'Utelämnade frågor',
    from: 'Första mätningen',
    to: 'Andra mätningen',
    levels: 'Nivåer',
    levels_core: 'Nivå, på de jämförbara frågorna',
    excluded: 'Grupper som driver projektet',
    averageParticipant: 'Genomsnittsdeltagaren',
    averageMunicipality: 'Genomsnittskommunen',
    floor: 'Lägsta poäng',
    ceiling: 'Högsta poäng',
    shares_improved: 'Förbättrade',
    shares_unchanged: 'Oförändrade',
    shares_declined: 'Försämrade',
  },
  groupFormula: 'En grupp av tal som hör ihop. Där gruppen inte visas räknas inget av dem ut.',
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
    no_variation: 'ingen spridning',
    ok: 'som väntat',
    exact: 'exakt',
    normal: 'normalfördelning',
    pooled: 'samma för alla',
    primary: 'frågan som ställdes i förväg',
    scale: 'måtten',
    municipality: 'kommunerna',
    descriptive: 'beskrivande',
    average_participant: 'genomsnittsdeltagaren',
    average_municipality: 'genomsnittskommunen',
    paule_mandel: 'Paule och Mandel',
    dersimonian_laird: 'DerSimonian och Laird',
    reml: 'REML',
    wilcoxon: 'Wilcoxon',
    pratt: 'Pratt',
    notComputed: 'inte beräknat',
  },
}
