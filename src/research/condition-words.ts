// For whom a question is, told on paper, where nothing can hide it.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { formatPlain } from '#i18n/plain-number.ts'
import { requirementsOf } from '#survey/conditions.ts'
import { kindOf } from '#survey/items/kinds.ts'
import { findItem } from '#survey/lookup.ts'
import type { Condition, Questionnaire, Requirement } from '#survey/questionnaire.ts'

export function conditionInWords(questionnaire: Questionnaire, condition: Condition, language: Language): string {
  const { join, requirements } = requirementsOf(condition)
  const words = phrasesIn(language).items.paper
  const told = requirements.map(({ requirement }) => requirementInWords(questionnaire, requirement, language))
  return words.onlyWhere(told, join)
}

function requirementInWords(questionnaire: Questionnaire, requirement: Requirement, language: Language): string {
  const words = phrasesIn(language).items.paper
  const question =
    'item' in requirement
      ? words.question(findItem(questionnaire, requirement.item)?.text[language] ?? requirement.item)
      : words.ownGroup
  const codes = requirement.in ?? requirement.notIn
  if (codes) {
    const labels = codes.map((code) => labelOf(questionnaire, requirement, code, language))
    return requirement.in ? words.isOneOf(question, labels) : words.isNoneOf(question, labels)
  }
  const bound = (value: number | undefined) => (value === undefined ? null : formatPlain(value, language))
  return 'item' in requirement ? words.isBetween(question, bound(requirement.from), bound(requirement.to)) : question
}

function labelOf(
  questionnaire: Questionnaire,
  requirement: Requirement,
  code: number | string,
  language: Language,
): string {
  if (!('item' in requirement))
    return questionnaire.actorGroups.find((group) => group.code === code)?.label[language] ?? String(code)
  const item = findItem(questionnaire, requirement.item)
  if (item && 'choices' in item) {
    const choice = item.choices.find((candidate) => candidate.code === code)
    if (choice) return choice.label[language]
  }
  return (item && kindOf(item).inWords(questionnaire, item, code, language)) ?? String(code)
}
