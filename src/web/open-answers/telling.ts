// What a reviewer should look at twice. A help for the eye and no more: names can be written in ways no rule knows.

const patterns = [
  // Addresses of mail and pages.
  /[^\s@]+@[^\s@]+\.[^\s@.,;]+/gu,
  /\b(?:https?:\/\/|www\.)\S+/gu,
  // Telephone and identity numbers, and whatever else has five digits.
  /\+?\d(?:[ -]?\d){4,}/gu,
  // A capital letter inside a sentence: people, places, organisations.
  /(?<=[\p{Ll}\p{N},;:–-] )(?:\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}'’-]+)*/gu,
]

/** @param places names that tell where somebody lives, however they are written */
export function findTelling(text: string, places: readonly string[]): string[] {
  const found = patterns.flatMap((pattern) => text.match(pattern) ?? [])
  const lower = text.toLocaleLowerCase('sv')
  const named = places.filter((place) => lower.includes(place.toLocaleLowerCase('sv')))
  return [...new Set([...found.map((one) => one.trim()), ...named])]
}
