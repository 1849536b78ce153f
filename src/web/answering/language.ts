// In which language a page behind a link speaks.
import type { FastifyRequest } from 'fastify'
import type { Invitation } from '#store/invitations.ts'
import type { Language } from '#survey/questionnaire.ts'

/** Chosen in the address; else as the draft or the response was written; else as the person is registered. */
export function languageOf(request: FastifyRequest, invitation: Invitation): Language {
  const { lang } = request.query as { lang?: unknown }
  if (lang === 'sv' || lang === 'en') return lang
  return invitation.draft?.language ?? invitation.answeredIn ?? invitation.language
}

export const headingOf = ({ project }: Invitation, language: Language): string =>
  language === 'sv' ? project.nameSv : project.nameEn
