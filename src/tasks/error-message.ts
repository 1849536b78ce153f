// What went wrong, for whoever sits at the terminal, in the language of the command. What Node says of arguments is
// English, and has words of ours.
import { Problem } from '#errors.ts'
import { type Language, type Phrases, phrasesIn } from '#i18n/phrases.ts'
import { describeSystemError } from '#i18n/system-error.ts'
import { QuestionnaireError } from '#survey/questionnaire-file.ts'

export function messageOf(error: unknown, language: Language): string {
  if (error instanceof Problem) {
    const { title, help } = phrasesIn(language).common.problem[error.code]
    return [title, help, ...Object.values(error.details)].join('\n')
  }
  if (error instanceof QuestionnaireError) return error.describe(language)
  if (isArgumentError(error)) return argumentMessage(error, phrasesIn(language).intake.task)
  return describeSystemError(error, language) ?? (error instanceof Error ? error.message : String(error))
}

interface CodedError extends Error {
  code: string
}

/** Thrown by parseArgs. */
export const isArgumentError = (error: unknown): error is CodedError =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

function argumentMessage({ code, message }: CodedError, words: Phrases['intake']['task']): string {
  const option = /--?[^\s'<=]+/.exec(message)?.[0] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return words.option_strange(option)
  return message.includes('does not take') ? words.option_stands_alone(option) : words.option_without_value(option)
}
