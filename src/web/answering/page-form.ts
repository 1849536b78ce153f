// The form of one page as it was sent: what it says, and what of that is to be saved.
import type { DraftSave } from '#store/drafts.ts'
import type { Answer, Answers } from '#survey/answer.ts'
import { type AnswerError, isTouched, keptEntries, parseAnswers, takenBack } from '#survey/answers.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'
import type { Item } from '#survey/questionnaire.ts'
import { type AskedPage, pagesInWave } from '#survey/visibility.ts'
import { readUnseen, type Unseen } from './from-check.ts'
import { asLanguage } from './language.ts'
import { itemsOn, registeredFor, type Visit } from './visit.ts'

export type Way = 'on' | 'back' | 'stay'

export interface PageForm {
  /** Id of the page. */
  page: string
  /** Where the page stands among those asked, from 1; 0 where it is asked no longer. */
  at: number
  /** As it was sent, but for the answer that a button of it takes back. */
  body: Readonly<Record<string, unknown>>
  errors: readonly AnswerError[]
  save: DraftSave
  /** Where the button that was pressed leads. */
  way: Way
  /** The language to go on in, where one was chosen. */
  language: AnsweringLanguage | undefined
  /** Id of the item whose answer was taken back. */
  cleared: string | undefined
  /** null where one did not come from the check. */
  unseen: Unseen | null
  /** The script of the page saves what is typed; nobody has pressed anything. */
  isKeeping: boolean
}

/**
 * Reads all that the form holds, also of questions that what another window said hides by now: they are kept aside, and
 * nothing typed is lost. @returns undefined where it is not the form of a page of the wave
 */
export function readPageForm(here: Visit, sent: Readonly<Record<string, unknown>>): PageForm | undefined {
  const { questionnaire, invitation } = here
  // The page is known by its name: its number changes when an answer in another window hides or shows pages. A form
  // without a name is not one of ours, and saying nothing must not erase what was said.
  const whole = pagesInWave(questionnaire, invitation.wave.kind).find(({ page }) => page.id === sent._page)
  if (!whole) return undefined
  const page = whole.page.id
  const emptied = takenBack(whole.items, sent)
  const body = emptied ?? sent
  const { answers, errors } = parseAnswers(questionnaire, whole.items, body)
  const go = typeof body._go === 'string' ? body._go : ''
  const language = go.startsWith('in-') ? asLanguage(go.slice(3)) : undefined
  const isKeeping = go === 'keep'
  const way = go === 'back' ? 'back' : language || emptied ? 'stay' : 'on'
  const said: Answers = { ...answers, ...keptEntries(errors) }
  const refused = new Set(errors.map(({ item }) => item).filter((item) => !Object.hasOwn(said, item)))
  // What the form does not hold was not touched, here or in another window; what cannot be kept replaces nothing.
  const isSaved = (item: Item) =>
    isTouched(item, body) && !refused.has(item.id) && !isAsRegistered(item, said[item.id], here)
  const save = {
    items: whole.items.filter(isSaved).map(({ id }) => id),
    answers: said,
    language: here.language,
    opening: readOpening(body),
    turn: readTurn(body),
    before: readBefore(body),
    passed: way === 'on' && !isKeeping && errors.length === 0 ? page : undefined,
  }
  const at = 1 + here.pages.findIndex((asked) => asked.page.id === page)
  const cleared = emptied && String(sent._clear)
  return { page, at, body, errors, save, way, language, cleared, unseen: readUnseen(body), isKeeping }
}

/** Left as the register had filled it in: that the page was sent says as much, and is no answer of the person's own. */
const isAsRegistered = (item: Item, said: Answer | undefined, { invitation }: Visit): boolean =>
  said !== undefined && said === registeredFor(item, invitation) && invitation.draft?.answers[item.id] === undefined

/**
 * How many of the answers are kept though their questions were not asked any more, before the form as after it.
 * @param pages as they are asked now
 */
export function countAside({ save }: PageForm, here: Visit, pages: readonly AskedPage[]): number {
  const asked = itemsOn([...here.pages, ...pages])
  return save.items.filter((item) => save.answers[item] !== undefined && !asked.has(item)).length
}

/** Of a form: which opening of the page it came from. */
export function readOpening(body: Record<string, unknown> | undefined): number | undefined {
  const opening = Number(body?._opening)
  return Number.isSafeInteger(opening) && opening > 0 ? opening : undefined
}

/** Of a form: how often it had been sent before, by the script that counts; 0 where nothing does. */
export function readTurn(body: Record<string, unknown> | undefined): number {
  const turn = Number(body?._turn)
  return Number.isSafeInteger(turn) && turn > 0 ? turn : 0
}

/** Of a form: item id → print of what it held when it was opened; undefined where the form does not say. */
function readBefore(body: Record<string, unknown>): Record<string, string> | undefined {
  if (typeof body._before !== 'string') return undefined
  return Object.fromEntries(
    body._before.split(' ').map((pair) => {
      const at = pair.indexOf(':')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
