// What every answer carries and every request must pass: headers, compression, body parsers, and the check that a
// request that changes something does not come from another website.

import { parse } from 'node:querystring'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { cleanText } from '#survey/clean-text.ts'
import { isBehindLink } from '../behind-link.ts'
import type { Dependencies } from '../dependencies.ts'
import { plugin } from '../plugin.ts'

export const security = plugin(async (app: FastifyInstance, { config }: Dependencies) => {
  const everywhere = config.baseUrl?.startsWith('https:')
    ? { ...standing, 'strict-transport-security': 'max-age=31536000' }
    : standing
  const behindLinks = { ...everywhere, 'x-robots-tag': 'noindex, nofollow' }
  // Quality 5: half the size of a higher one's saving at a tenth of its time.
  await app.register(compress, { brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }, threshold: 860 })
  await app.register(cookie)
  // Forms are all we read: what has no parser is refused with 415.
  app.removeAllContentTypeParsers()
  await app.register(formbody, { parser: readForm })
  await app.register(rateLimit, { global: false, keyGenerator: (request) => request.ip })

  app.addHook('onRequest', (request, reply, done) => {
    const isParticipants = isBehindLink(request.url)
    reply.headers(isParticipants ? behindLinks : everywhere)
    // Pages behind a mailed link have no cookie that another website could borrow.
    if (changesSomething(request) && !isParticipants && isCrossSite(request)) done(new Problem('cross_site'))
    else done()
  })
})

/** What every answer says to browsers. Each line is sent with each page, over whatever network there is. */
const standing = {
  'content-security-policy': [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'`,
    `frame-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join(';'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
}

const isString = (value: unknown): value is string => typeof value === 'string'

/** Without control characters. What is not UTF-8 is refused: it would be kept as letters that nobody wrote. @throws Problem 'bad_request' */
function readForm(text: string): Record<string, string | string[] | undefined> {
  if (!isUtf8(text)) throw new Problem('bad_request')
  const fields = Object.entries(parse(text, '&', '=', { maxKeys: 0 }))
  return Object.fromEntries(
    fields.map(([name, value]) => [name, isString(value) ? cleanText(value) : value?.map(cleanText)]),
  )
}

/** Whether a form came as browsers send it: percent-encoded, and so without a letter that could not be decoded. */
function isUtf8(text: string): boolean {
  try {
    decodeURIComponent(text)
    return !text.includes('\ufffd')
  } catch {
    return false
  }
}

const changesSomething = (request: FastifyRequest): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(request.method)

/**
 * Browsers say where a request comes from: Sec-Fetch-Site, and in older ones Origin. Nothing in the form can expire
 * while somebody writes. A request with neither header does not come from a browser, and so from no other website.
 */
function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== request.host
}
