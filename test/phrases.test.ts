// Swedish and English are equal: the compiler holds the keys together, these tests hold the words.
import { expect, test } from 'vitest'
import { type Language, languages, phrasesIn } from '#i18n/phrases.ts'

type Leaf = { key: string; words: string | ((...values: never[]) => string) }

function* leaves(tree: object, key = ''): Generator<Leaf> {
  for (const [name, value] of Object.entries(tree)) {
    const path = key ? `${key}.${name}` : name
    if (typeof value === 'string' || typeof value === 'function') yield { key: path, words: value }
    else yield* leaves(value as object, path)
  }
}

const all = (language: Language) => [...leaves(phrasesIn(language))]

test('both languages have the same phrases, of the same kind', () => {
  const shape = (language: Language) =>
    all(language)
      .map(({ key, words }) => `${key} ${typeof words}`)
      .sort()
  expect(shape('en')).toEqual(shape('sv'))
})

test.each(languages)('no phrase is empty or ends in a stray space (%s)', (language) => {
  const careless = all(language).filter(
    ({ words }) => typeof words === 'string' && words !== '' && words.trim() !== words,
  )
  const empty = all(language).filter(({ words }) => words === '')
  expect([...careless, ...empty].map(({ key }) => key)).toEqual([])
})

test('what is said in English is not Swedish left behind', () => {
  const english = new Map(all('en').map(({ key, words }) => [key, words]))
  const same = all('sv').filter(
    ({ key, words }) => typeof words === 'string' && /[åäöÅÄÖ]/.test(words) && english.get(key) === words,
  )
  expect(same.map(({ key }) => key)).toEqual([])
})

test.each(languages)('nothing promises anonymity, and no change is called an effect (%s)', (language) => {
  const said = all(language).map(({ key, words }) => ({
    key,
    text: typeof words === 'string' ? words : words.toString(),
  }))
  expect(said.filter(({ text }) => /anonym/i.test(text)).map(({ key }) => key)).toEqual([])
  expect(said.filter(({ text }) => /\beffekt|\beffect\b|\bimpact\b/i.test(text)).map(({ key }) => key)).toEqual([])
})
