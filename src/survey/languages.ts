// In which languages one may answer. Swedish and English are complete in every questionnaire; a further one is a file
// of its own beside each version, and speaks Swedish where that file is silent.
export const furtherLanguages = ['fi'] as const
export type FurtherLanguage = (typeof furtherLanguages)[number]

export const answeringLanguages = ['sv', 'en', ...furtherLanguages] as const
export type AnsweringLanguage = (typeof answeringLanguages)[number]

/** What a reader may change to where all is said in every language. */
export const othersThan = (language: AnsweringLanguage): AnsweringLanguage[] =>
  answeringLanguages.filter((one) => one !== language)
