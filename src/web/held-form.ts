// A form that could not be taken just now, held on the page that says so, to be sent once more. The way back is no way:
// pages here may not be kept by browsers, and several then show the form anew, empty.
import type { FastifyRequest } from 'fastify'

export interface HeldForm {
  /** Where it was sent, and is to be sent again. */
  action: string
  fields: [name: string, value: string][]
  /** What somebody wrote with their own words, to be read and copied. */
  texts: string[]
}

/** No form of ours has as many. Each makes a field of the page, for whoever sends them. */
const mostFields = 1000

/** Whether what comes is a form without files. */
export const isPlainForm = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' && /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')

/** The form as it was sent; null where there is none, or a password in it: none is written on a page. */
export function holdForm(request: FastifyRequest): HeldForm | null {
  const { body, url } = request
  if (!isPlainForm(request) || typeof body !== 'object' || body === null || 'password' in body) return null
  const fields = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  )
  const texts = fields.map(([, value]) => value).filter((value) => /\S\s+\S/.test(value))
  return fields.length > 0 && fields.length <= mostFields ? { action: url, fields, texts } : null
}
