// What is wrong with a file that people write, told in both languages at the place that finds it: the sentence and the
// check are read together.
import type { Language } from './parts.ts'

export type Sentence = Readonly<Record<Language, string>>

/** A fault has one text in zod: this one holds both languages. */
export const toMessage = (sentence: Sentence): string => JSON.stringify(sentence)

/** @param message made by toMessage */
export const fromMessage = (message: string): Sentence => JSON.parse(message) as Sentence
