// In which language a page behind a link speaks.
import type { FastifyRequest } from 'fastify'
import type { Invitation } from '#store/invitations.ts'
import { type AnsweringLanguage, answeringLanguages } from '#survey/languages.ts'

/**
 * Chosen in the address; else the one in which the form was read that is sent; else as the draft or the response was
 * written; else as the person is registered; else, where the link is nobody's, as their browser asks.
 */
export const languageOf = (request: FastifyRequest, invitation?: Invitation | null): AnsweringLanguage =>
  asLanguage((request.query as { lang?: unknown }).lang) ??
  asLanguage((request.body as { _lang?: unknown } | undefined)?._lang) ??
  invitation?.draft?.language ??
  invitation?.answeredIn ??
  invitation?.language ??
  request.language

export const asLanguage = (value: unknown): AnsweringLanguage | undefined =>
  answeringLanguages.find((language) => language === value)
