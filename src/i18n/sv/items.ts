// Swedish words at the questions of a questionnaire: hints, and what to do where an answer cannot be read.

const parts = { day: 'dag', month: 'månad', year: 'år' } as const
type Part = keyof typeof parts

export default {
  chooseSeveral: 'Välj alla som stämmer.',
  takeBack: 'Ta bort svaret',
  exclusive: 'eller',
  numberHint: (decimals: number, min: string | null, max: string | null) =>
    [
      decimals === 0 ? 'Skriv ett heltal' : 'Skriv ett tal',
      ...(min !== null && max !== null ? [`från ${min} till ${max}`] : []),
      ...(min !== null && max === null ? [`som är minst ${min}`] : []),
      ...(min === null && max !== null ? [`som är högst ${max}`] : []),
    ]
      .join(' ')
      .concat(decimals === 0 ? '.' : '. Decimaler går bra.'),
  dateHint: 'Till exempel 31 3 2027.',
  day: 'Dag',
  month: 'Månad',
  year: 'År',
  noNames: 'Skriv inte namn på enskilda personer.',
  charactersLeft: (most: string) => `Högst ${most} tecken.`,
  place: 'Plats för',
  rankingHint: (places: number, things: number) =>
    places < things
      ? `Välj vad som kommer på plats 1 till ${places}. Det du inte ger någon plats räknas inte.`
      : 'Välj en plats för var och en, med 1 för det viktigaste. Du kan sluta efter de första.',
  noPlace: 'Ingen plats',
  /** Paper hides nothing, so it says for whom a question is. */
  paper: {
    question: (text: string) => `”${text}”`,
    ownGroup: 'din grupp',
    isOneOf: (question: string, answers: readonly string[]) => `${question} är ${answers.join(' eller ')}`,
    isNoneOf: (question: string, answers: readonly string[]) => `${question} inte är ${answers.join(' eller ')}`,
    isBetween: (question: string, from: string | null, to: string | null) =>
      from !== null && to !== null
        ? `${question} är ${from}–${to}`
        : from !== null
          ? `${question} är minst ${from}`
          : `${question} är högst ${to ?? ''}`,
    onlyWhere: (conditions: readonly string[], join: 'all' | 'any') =>
      `Besvaras bara om ${conditions.join(join === 'all' ? ' och ' : ' eller ')}.`,
  },
  error: {
    unknown_item: 'Frågan finns inte i enkäten. Ladda om sidan och svara igen.',
    unknown_option: 'Välj ett av svarsalternativen.',
    several_options: 'Välj bara ett av svarsalternativen.',
    beside_exclusive: (label: string) => `Välj antingen ”${label}” eller något av de andra, inte båda.`,
    too_long: (length: number, most: number) => `Texten är ${length} tecken. Korta den till högst ${most}.`,
    not_a_number: 'Skriv svaret med siffror, till exempel 12.',
    out_of_range: (min: string | null, max: string | null) =>
      min !== null && max !== null
        ? `Skriv ett tal från ${min} till ${max}.`
        : min !== null
          ? `Skriv ett tal som är minst ${min}.`
          : max !== null
            ? `Skriv ett tal som är högst ${max}.`
            : 'Talet är för stort. Skriv ett mindre tal.',
    too_many_decimals: (decimals: number) =>
      decimals === 0
        ? 'Skriv ett heltal utan komma eller punkt. Menar du tusental, skriv till exempel 1200.'
        : `Skriv högst ${decimals} ${decimals === 1 ? 'decimal' : 'decimaler'}. Menar du tusental, skriv till exempel 1200.`,
    date_incomplete: (missing: readonly Part[]) =>
      `Datumet saknar ${missing.map((part) => parts[part]).join(' och ')}. Fyll i det, eller töm alla tre fälten.`,
    not_a_date: 'Datumet går inte att läsa. Skriv dag, månad och år med siffror, till exempel 31 3 2027.',
    date_year: 'Skriv året med fyra siffror, till exempel 2026.',
    no_such_day: 'Datumet finns inte. Skriv dag, månad och år med siffror, till exempel 31 3 2027.',
    date_out_of_range: (earliest: string, latest: string) => `Skriv ett datum från ${earliest} till ${latest}.`,
    places_shared: (place: number) => `Flera saker har plats ${place}. Ge dem var sin plats.`,
    place_left_out: (place: number) =>
      `Ingenting har plats ${place}. Ge något plats ${place}, eller flytta upp de andra.`,
  },
}
