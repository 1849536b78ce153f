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
      formula:
        'Beräknat: intervall och p finns. Ingen spridning: alla ändrades lika mycket, så intervall och p går inte att räkna ut.',
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
      formula:
        'Andelen av alla vars poäng är lägst möjliga (golv) eller högst möjliga (tak). Visas där varken de eller de övriga är för få.',
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
    stayers: { name: 'Svarade igen', formula: 'Antalet som svarade första gången och också andra.' },
    leavers: { name: 'Svarade inte igen', formula: 'Antalet som svarade första gången men inte andra.' },
    shareOfStayers: {
      name: 'Andel av dem som svarade igen',
      formula: 'Gruppens antal delat med alla som svarade igen. Visas från tio personer.',
    },
    shareOfLeavers: {
      name: 'Andel av dem som inte svarade igen',
      formula: 'Gruppens antal delat med alla som inte svarade igen. Visas från tio personer.',
    },
    stayers_n: { name: 'Personer', formula: 'Antalet med poäng i båda mätningarna.' },
    stayers_mean: {
      name: 'Medelvärde, första mätningen',
      formula: 'Medelvärdet av deras poäng i första mätningen, på allt de svarade då.',
    },
    stayers_sd: { name: 'Standardavvikelse, första mätningen', formula: sd },
    leavers_n: { name: 'Personer', formula: 'Antalet med poäng i första mätningen men inte i båda.' },
    leavers_mean: { name: 'Medelvärde, första mätningen', formula: 'Medelvärdet av deras poäng i första mätningen.' },
    leavers_sd: { name: 'Standardavvikelse, första mätningen', formula: sd },
    estimate_difference: {
      name: 'Skillnad från början',
      formula:
        'Medelvärdet i första mätningen bland dem med poäng båda gångerna, minus det bland dem med poäng bara första.',
    },
    estimate_interval: {
      name: '95 % konfidensintervall',
      formula: 'Skillnaden ± t · √(s₁²/n₁ + s₂²/n₂), med Welchs frihetsgrader.',
    },
    hedgesG: {
      name: 'Skillnad i standardavvikelser',
      formula: 'Skillnaden delad med gruppernas gemensamma standardavvikelse, gånger Hedges faktor.',
    },
    cliffsDelta: {
      name: 'Cliffs delta',
      formula: 'Hur mycket oftare en ur den ena gruppen har högre poäng än en ur den andra, från −1 till 1.',
    },
    noteworthy: { name: 'Att räkna med', formula: 'Ja där Hedges g är större än 0,25 åt endera hållet.' },
    unweighted_meanChange: {
      name: 'Förändring, ovägd',
      formula: 'Medelvärdet av skillnaderna bland dem som har poäng i båda mätningarna.',
    },
    unweighted_interval: { name: '95 % konfidensintervall', formula: 'Medelskillnaden ± t · s / √n.' },
    weighted_meanChange: {
      name: 'Förändring, vägd',
      formula:
        'Som om lika stor del av varje klass av aktörsgrupper hade poäng i båda mätningarna: vikten är klassens antal från början delat med dem som har det.',
    },
    weighted_standardError: { name: 'Medelfel', formula: '√(n/(n − 1) · Σ(w(d − d̄)/Σw)²), där w är vikten.' },
    weighted_interval: { name: '95 % konfidensintervall', formula: 'Den vägda förändringen ± t · medelfelet.' },
    designEffect: {
      name: 'Viktningens pris',
      formula: 'Hur många gånger de ojämna vikterna ökar variansen: n · Σw² / (Σw)².',
    },
    classes: {
      name: 'Viktklass',
      formula: 'Aktörsgrupper som viktas tillsammans: minst fem med poäng i båda mätningarna i varje klass.',
    },
    worstCase: {
      name: 'Om ingen med poäng bara första gången hade ändrats',
      formula:
        'Summan av skillnaderna delad med alla som hade poäng från början: de som har poäng bara första gången räknas som oförändrade.',
    },
    assumedSdChange: {
      name: 'Antagen standardavvikelse',
      formula: 'Ett antagande om hur mycket förändringen skiljer sig mellan personer, gjort före svaren.',
    },
    power: { name: 'Styrka', formula: 'Sannolikheten att förändringen skulle synas, om den vore så stor.' },
    detectable_change: {
      name: 'Minsta förändring som syns',
      formula:
        'Den minsta förändring som ett parat t-test på 5 %-nivån finner med den angivna styrkan, vid den antagna standardavvikelsen.',
    },
    detectable_n: { name: 'Par', formula: 'Antalet par som beräkningen gäller.' },
    wanted_change: {
      name: 'Förändring av betydelse',
      formula:
        'Den minsta förändring som frågeformuläret säger skulle ha betydelse; annars gränsen för märkbar förändring.',
    },
    pairs: {
      name: 'Par som behövs',
      formula: 'De par som behövs för att finna den förändringen med den angivna styrkan.',
    },
    grouped: {
      name: 'Svar räknade tillsammans',
      formula: 'Ja där svaren på var sida om mitten räknas ihop, för att enskilda svar annars skulle gälla för få.',
    },
    codes: { name: 'Svar', formula: 'De svarsalternativ som räknas tillsammans, med sina koder.' },
    distributions_n: { name: 'Par', formula: 'Antalet som svarade på frågan båda gångerna.' },
    groups_from: { name: 'Första mätningen', formula: 'Antalet av dem som valde svaret första gången.' },
    groups_to: { name: 'Andra mätningen', formula: 'Antalet av samma personer som valde svaret andra gången.' },
    unsure_from: {
      name: 'Vet ej, första mätningen',
      formula: 'Antalet som svarade i båda mätningarna och kryssade ”vet ej” första gången.',
    },
    unsure_to: {
      name: 'Vet ej, andra mätningen',
      formula: 'Antalet som svarade i båda mätningarna och kryssade ”vet ej” andra gången.',
    },
    indicator: { name: 'Mått', formula: 'Måttets kod i frågeformuläret.' },
    wave: { name: 'Mätning', formula: 'Den mätning som talet gäller.' },
    grid: { name: 'Rutnät', formula: 'Rutnätets kod i frågeformuläret.' },
    about_groups: { name: 'Om vilka', formula: 'De aktörsgrupper som kolumnen frågar om.' },
    rows_groups: { name: 'Vilka som svarar', formula: 'De aktörsgrupper som raden samlar svar från.' },
    strongest: { name: 'Närmaste kontakt', formula: 'Skalans högsta steg, räknat från 0.' },
    cells_n: { name: 'Personer', formula: 'Antalet i gruppen som svarade på raden båda gångerna.' },
    cells_fromMean: { name: 'Kontakt, första mätningen', formula: 'Medelvärdet av deras svar första gången, från 0.' },
    cells_toMean: {
      name: 'Kontakt, andra mätningen',
      formula: 'Medelvärdet av samma personers svar andra gången, från 0.',
    },
    density: {
      name: 'Täthet',
      formula: 'Medelvärdet av de visade rutorna mellan olika grupper, som andel av den närmaste kontakten: 0–1.',
    },
    reciprocity: {
      name: 'Ömsesidighet',
      formula: 'Andelen av all kontakt som båda parter ser: Σ min(A→B, B→A) / Σ A→B, över par där båda har svarat.',
    },
    grids_correlation: {
      name: 'Ömsesidighet som korrelation',
      formula: 'Korrelationen mellan A→B och B→A över par där båda har svarat: 0 är inte mer än slumpen.',
    },
    items_n: { name: 'Par', formula: 'Antalet som svarade på frågan båda gångerna.' },
    items_fromMean: {
      name: 'Medelvärde, första mätningen',
      formula: 'Medelvärdet av svaren första gången, på frågans egen skala och så som den är ställd.',
    },
    items_toMean: {
      name: 'Medelvärde, andra mätningen',
      formula: 'Medelvärdet av samma personers svar andra gången, på frågans egen skala.',
    },
    items_meanChange: {
      name: 'Förändring',
      formula: 'Medelvärdet av varje persons skillnad, i steg på frågans egen skala.',
    },
    items_sdChange: { name: 'Förändringens standardavvikelse', formula: sd },
    items_interval: { name: '95 % konfidensintervall', formula: 'Medelskillnaden ± t · s / √n, i steg.' },
    items_indicators: { name: 'Mått som räknar frågan', formula: 'Koderna för de mått som frågan ingår i.' },
    reversed: { name: 'Vänd', formula: 'Ja där måtten räknar frågan åt andra hållet: ett lägre svar är då bättre.' },
    topTwo_count: {
      name: 'Antal på de två högsta stegen',
      formula: 'Antalet som valde något av frågans två högsta steg.',
    },
    topTwo_share: {
      name: 'Andel på de två högsta stegen',
      formula: 'Antalet på de två högsta stegen delat med antalet par. Visas från tio personer.',
    },
    topTwo_extreme: {
      name: 'Nästan ingen eller nästan alla',
      formula:
        'I stället för ett antal där inga eller för få, eller alla utom för få, valde de stegen: det skulle säga vad någon svarade.',
    },
    topTwo_p: {
      name: 'p, McNemars exakta test',
      formula: 'Sannolikheten för minst så ojämna byten till och från de två högsta stegen, om båda vore lika troliga.',
    },
    perceived_n: { name: 'Personer', formula: 'Antalet som svarade på frågan.' },
    points_n: { name: 'Personer', formula: 'Antalet som valde svaret.' },
    points_share: {
      name: 'Andel',
      formula: 'Antalet som valde svaret delat med alla som svarade på frågan. Visas från tio personer.',
    },
    extremes_n: { name: 'Personer', formula: 'Antalet med poäng i mätningen.' },
    extremes_floor: {
      name: 'Andel på lägsta poängen',
      formula: 'Antalet på lägsta möjliga poäng delat med alla med poäng.',
    },
    extremes_ceiling: {
      name: 'Andel på högsta poängen',
      formula: 'Antalet på högsta möjliga poäng delat med alla med poäng.',
    },
    flagged: {
      name: 'Golv eller tak',
      formula: 'Den ände där minst 15 % står, så att en förändring ditåt inte kan synas.',
    },
    reliability_n: { name: 'Personer', formula: 'Antalet som svarade på alla frågorna i måttet.' },
    alpha_value: {
      name: 'Cronbachs alfa',
      formula: 'k/(k − 1) · (1 − Σsᵢ²/s²), där sᵢ är frågornas och s summans standardavvikelse.',
    },
    alpha_interval: {
      name: '95 % konfidensintervall',
      formula: 'Feldts: 1 − (1 − alfa) · F, med F-fördelningens percentiler.',
    },
    omega: { name: 'Omega', formula: '(Σλ)² / ((Σλ)² + Σ(1 − λ²)), med laddningarna λ i en faktor.' },
    itemRest: {
      name: 'Samband med de andra frågorna',
      formula: 'Korrelationen mellan frågan och summan av måttets andra frågor.',
    },
    alphaWithout: { name: 'Alfa utan frågan', formula: 'Cronbachs alfa för måttets andra frågor.' },
    weak: { name: 'Svag fråga', formula: 'Ja där sambandet med de andra frågorna är under 0,2.' },
    looksBackOn: { name: 'Ser tillbaka på', formula: 'Den fråga som ställdes före.' },
    responseShift_n: { name: 'Personer', formula: 'Antalet som svarade på frågorna.' },
    recalibration_mean: {
      name: 'Då, sett i dag, minus då',
      formula: 'Medelvärdet av varje persons skillnad mellan hur det var, sett i dag, och hur hen sade att det var då.',
    },
    adjusted_mean: {
      name: 'I dag minus då, sett i dag',
      formula: 'Medelvärdet av varje persons skillnad mellan i dag och då, båda sedda i dag.',
    },
    prospective_mean: {
      name: 'I dag minus då',
      formula: 'Medelvärdet av varje persons skillnad mellan svaren i de två mätningarna.',
    },
    responseShift_interval: { name: '95 % konfidensintervall', formula: 'Medelskillnaden ± t · s / √n, i steg.' },
    possibleShift: { name: 'Måttstocken kan ha ändrats', formula: 'Ja där skillnaden är mer än ett steg.' },
    invited: { name: 'Inbjudna', formula: 'Antalet personer som frågades.' },
    delivered: {
      name: 'Brevet skickat',
      formula: 'Antalet vars brev e-postservern tog emot före mätningens slut, och de som svarade ändå.',
    },
    opened: { name: 'Öppnade', formula: 'Antalet som började på formuläret, om än utan att skriva något.' },
    started: { name: 'Började svara', formula: 'Antalet som besvarade minst en fråga, inskickat eller inte.' },
    answered: { name: 'Svarade', formula: 'Antalet vars svar skickades in.' },
    modes_count: { name: 'Svarade så', formula: 'Antalet vars svar kom in på det sättet.' },
    respondents_item: { name: 'Fråga', formula: 'Frågan som svaren räknas på.' },
    respondents_either: {
      name: 'Svarade någon gång',
      formula:
        'Antalet som svarade på minst en av mätningarna och gav det svaret på frågan. Den som svarade båda gångerna räknas efter sitt första svar på den.',
    },
    respondents_from: {
      name: 'Svarade första gången',
      formula:
        'Antalet som svarade på den första mätningen och gav det svaret på frågan, om den besvarades då, och annars i den andra mätningen.',
    },
    respondents_to: {
      name: 'Svarade andra gången',
      formula:
        'Antalet som svarade på den andra mätningen och gav det svaret på frågan. Den som svarade båda gångerna räknas efter sitt första svar på den.',
    },
    respondents_both: {
      name: 'Svarade båda gångerna',
      formula: 'Antalet som svarade på båda mätningarna och gav det svaret på frågan den första gången den besvarades.',
    },
    shareOfEither: {
      name: 'Andel av dem som svarade någon gång',
      formula:
        'Antalet som gav svaret, delat med alla som svarade på minst en av mätningarna. Visas från tio personer.',
    },
    shareOfFrom: {
      name: 'Andel av dem som svarade första gången',
      formula: 'Antalet som gav svaret, delat med alla som svarade på den första mätningen. Visas från tio personer.',
    },
    shareOfTo: {
      name: 'Andel av dem som svarade andra gången',
      formula: 'Antalet som gav svaret, delat med alla som svarade på den andra mätningen. Visas från tio personer.',
    },
    shareOfBoth: {
      name: 'Andel av dem som svarade båda gångerna',
      formula: 'Antalet som gav svaret, delat med alla som svarade på båda mätningarna. Visas från tio personer.',
    },
    usable: { name: 'Användbara svar', formula: 'Fullständiga och delvisa svar.' },
    retention: {
      name: 'Svarade igen',
      formula: 'De som svarade båda gångerna, delat med dem som svarade första gången. Visas från tio personer.',
    },
    complete: { name: 'Fullständiga', formula: 'Svar där minst 80 % av de frågor som räknas är besvarade.' },
    partial: { name: 'Delvisa', formula: 'Svar där 50–79 % av frågorna är besvarade.' },
    breakOff: { name: 'Avbrutna', formula: 'Inskickade svar där mindre än hälften av frågorna är besvarade.' },
    refusal: { name: 'Avböjde', formula: 'De som inte svarade och bad att slippa fler brev, eller drog sig ur.' },
    nonContact: {
      name: 'Hördes inte av',
      formula: 'De som inte svarade och inte sade något, också de vars brev inte kom fram.',
    },
    notEligible: {
      name: 'Hörde inte dit',
      formula: 'De som enligt anteckning inte skulle ha frågats. De räknas inte i svarsandelen.',
    },
    rr1: {
      name: 'Svarsandel RR1',
      formula: 'Fullständiga svar delade med alla som frågades och hörde dit. Visas från tio personer.',
    },
    rr2: {
      name: 'Svarsandel RR2',
      formula: 'Fullständiga och delvisa svar delade med alla som frågades och hörde dit. Visas från tio personer.',
    },
    replacedSeats: {
      name: 'Platser som bytt person',
      formula: 'Antalet platser som mer än en person har haft, fram till andra mätningens slut.',
    },
    turnover_left: { name: 'Lämnade sin plats', formula: 'Antalet som lämnade en plats före andra mätningens slut.' },
    withdrawn: { name: 'Drog sig ur', formula: 'Antalet som drog tillbaka sin medverkan före andra mätningens slut.' },
    target: { name: 'Mål', formula: 'Den nivå som projektet satte upp, 0–100: skriven i frågeformuläret.' },
    targets_n: { name: 'Personer', formula: 'Antalet med poäng i andra mätningen.' },
    targets_mean: { name: 'Nivå', formula: 'Medelvärdet bland alla i andra mätningen, på de jämförbara frågorna.' },
    targets_interval: { name: '95 % konfidensintervall', formula: 'Medelvärdet ± t · s / √n.' },
    standing: {
      name: 'Läget mot målet',
      formula:
        'Nått där hela intervallet ligger på målet eller på dess bättre sida, ej nått där hela ligger på den sämre; annars går det inte att säga.',
    },
    minimalImportantChange: {
      name: 'Minsta förändring av betydelse',
      formula: 'Den minsta förändring som skulle betyda något för de berörda: skriven i frågeformuläret.',
    },
    importance_n: { name: 'Par', formula: 'Antalet personer som har poäng i båda mätningarna.' },
    importance_meanChange: { name: 'Förändring', formula: 'Medelvärdet av varje persons skillnad.' },
    importance_interval: { name: '95 % konfidensintervall', formula: 'Medelskillnaden ± t · s / √n.' },
    importance: {
      name: 'Läget mot minsta betydelse',
      formula:
        'Större där hela intervallet ligger bortom den minsta förändringen av betydelse, mindre där hela ligger innanför den åt båda håll; annars går det inte att säga.',
    },
  },
  group: {
    paired: 'Förändring bland dem som har poäng båda gångerna',
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
    context: 'Bakom resultaten',
    attrition: 'De som inte svarade igen',
    byIndicator: 'Per mått',
    estimate: 'Kvar och borta',
    estimate_stayers: 'De med poäng båda gångerna',
    estimate_leavers: 'De med poäng bara första gången',
    unweighted: 'Ovägd förändring',
    weighted: 'Vägd förändring',
    detectable: 'Vad som hade gått att se',
    actual: 'Med de par som finns',
    wanted: 'Par som behövs',
    table: 'Tabell',
    distributions: 'Svarens fördelning',
    spread: 'Fördelning',
    spread_groups: 'Svar',
    unsure: 'Vet ej',
    dose: 'Efter hur mycket man varit med',
    categories: 'Svar',
    change: 'Förändring',
    grids: 'Kontakter mellan grupper',
    about: 'Kolumner',
    rows: 'Rader',
    cells: 'Rutor',
    items: 'Fråga för fråga',
    topTwo: 'De två högsta stegen',
    perceived: 'Upplevd förändring',
    points: 'Svar',
    count: 'Antal',
    quality: 'Hur måtten håller ihop',
    extremes: 'Golv och tak',
    reliability: 'Tillförlitlighet',
    alpha: 'Cronbachs alfa',
    responseShift: 'Nu och då',
    recalibration: 'Då, sett i dag, minus då',
    adjusted: 'I dag minus då, sett i dag',
    prospective: 'I dag minus då',
    responses: 'Svarsandel',
    dispositions: 'Vad det blev av inbjudningarna',
    rates: 'Svarsandelar',
    funnel: 'Hur långt var och en kom',
    turnover: 'Byten och avhopp',
    modes: 'Så kom svaren in',
    modes_web: 'På webben',
    modes_paper: 'På papper',
    modes_telephone: 'Per telefon',
    modes_import: 'Ur en fil',
    respondents: 'Kön och ålder bland dem som svarade',
    respondents_sex: 'Kön',
    respondents_age: 'Ålder',
    respondents_rows: 'Svar',
    goals: 'Mål',
    targets: 'Nivå mot mål',
    level: 'Nivå',
    goals_importance: 'Förändring mot minsta betydelse',
  },
  groupFormula: 'En grupp av tal som hör ihop. Där gruppen inte visas räknas inget av dem ut.',
  unknown: 'Talet har ingen förklaring i ord här ännu. Det räknas ut av den kodversion som anges nedan.',
  member: { none: 'Inget svar' },
  combined: (method: string, spread: string) => `${method}, spridning inom kommun: ${spread}`,
  end: { low: 'nedre gräns', high: 'övre gräns' },
  unit: {
    points: 'poäng på skalan 0–100',
    change: 'poäng, på en skala från 0 till 100',
    people: 'personer',
    questions: 'frågor',
    probability: 'sannolikhet, 0–1',
    share: 'andel av personerna',
    part: 'andel, 0–100 %',
    steps: 'steg på frågans egen skala',
    stepChange: 'steg på frågans egen skala, upp eller ned',
    ratio: 'tal utan enhet',
    word: 'ord',
    number: 'tal',
    identifier: 'tal att skriva som det står',
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
    ok: 'beräknat',
    own: 'var kommuns egen',
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
    reached: 'nått',
    not_reached: 'ej nått',
    unclear: 'går inte att säga',
    better: 'större än så, åt det bättre hållet',
    worse: 'större än så, åt det sämre hållet',
    smaller: 'mindre än så',
    nearly_none: 'nästan ingen',
    nearly_all: 'nästan alla',
    floor: 'golv',
    ceiling: 'tak',
    notComputed: 'inte beräknat',
  },
}
