// In which languages one may answer. Swedish and English are complete; a further one is a file of its own beside each
// version, and speaks Swedish where that file is silent.
export const answeringLanguages = ['sv', 'en', 'fi'] as const
export type AnsweringLanguage = (typeof answeringLanguages)[number]

export const isAnsweringLanguage = (value: unknown): value is AnsweringLanguage =>
  answeringLanguages.some((language) => language === value)
