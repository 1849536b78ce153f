// What went wrong, for whoever sits at the terminal, in the language of the command. Node and the system speak English
// of their own; what they say most has words here.
import { Problem } from '#errors.ts'
import { type Language, type Phrases, phrasesIn } from '#i18n/phrases.ts'
import { QuestionnaireError } from '#survey/questionnaire-file.ts'

type Words = Phrases['intake']['task']

export function messageOf(error: unknown, language: Language): string {
  const words = phrasesIn(language).intake.task
  if (error instanceof Problem) {
    const { title, help } = phrasesIn(language).common.problem[error.code]
    return [title, help, ...Object.values(error.details)].join('\n')
  }
  if (error instanceof QuestionnaireError) return error.describe(language)
  if (isArgumentError(error)) return argumentMessage(error, words)
  return fileMessage(error, words) ?? (error instanceof Error ? error.message : String(error))
}

interface CodedError extends Error {
  code: string
}

/** Thrown by parseArgs. */
export const isArgumentError = (error: unknown): error is CodedError =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

function argumentMessage({ code, message }: CodedError, words: Words): string {
  const option = /--?[^\s'<=]+/.exec(message)?.[0] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return words.option_strange(option)
  return message.includes('does not take') ? words.option_stands_alone(option) : words.option_without_value(option)
}

/** Of a file that the system refuses; undefined where it is something else. */
function fileMessage(error: unknown, words: Words): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined
  const reason = Object.entries(words.file_refused).find(([code]) => code === error.code)?.[1]
  // Reading a folder fails without a name.
  return reason && 'path' in error ? `${String(error.path)}: ${reason}` : reason
}
