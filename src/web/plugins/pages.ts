// Rendering and static files: Eta templates, one language per request, files under an address that changes with
// their content and so may be kept for ever.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import staticFiles from '@fastify/static'
import view from '@fastify/view'
import { Eta } from 'eta'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Language, languages } from '#i18n/phrases.ts'
import { isForParticipants } from '../behind-link.ts'
import { plugin } from '../plugin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    language: Language
  }
  interface FastifyInstance {
    /** Address of a static file. */
    asset(name: string): string
    /** HTML of a template of views/, named without its ending: for whoever keeps it. */
    render(name: string, model: object): string
  }
}

const root = path.join(import.meta.dirname, '../../..')
const views = path.join(root, 'views')
const staticFolder = path.join(root, 'static')
const chartJs = path.join(root, 'node_modules/chart.js/dist')
const languageCookie = 'language'

export const pages = plugin(async (app: FastifyInstance) => {
  const edition = editionOf([...filesIn(staticFolder), path.join(chartJs, 'chart.umd.min.js')])
  app.decorate('asset', (name: string) => `/static/${edition}/${name}`)
  // Where it is not told so, each template is read and compiled again for every page.
  const eta = new Eta({ views, cache: true })
  await app.register(view, { engine: { eta }, root: views, viewExt: 'eta', production: true })
  app.decorate('render', (name: string, model: object) => eta.render(name, model))
  await app.register(staticFiles, { root: [staticFolder, chartJs], serve: false, cacheControl: false })

  app.get<{ Params: { '*': string } }>('/static/:edition/*', { config: { access: 'public' } }, (request, reply) => {
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    return reply.sendFile(request.params['*'].replace(/^vendor\/chart\.umd\.js$/, 'chart.umd.min.js'))
  })

  app.decorateRequest('language', 'sv')
  app.addHook('onRequest', (request, reply, done) => {
    const asked = (request.query as Record<string, unknown> | undefined)?.lang
    request.language = isLanguage(asked) ? asked : preferredLanguage(request)
    // Each address for participants says its own language, and looking leaves nothing in the browser.
    if (isLanguage(asked) && !isForParticipants(request.url))
      reply.setCookie(languageCookie, asked, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })
    done()
  })
})

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)

/** What was chosen before; else what the browser puts first; else Swedish. */
function preferredLanguage(request: FastifyRequest): Language {
  const chosen = request.cookies[languageCookie]
  if (isLanguage(chosen)) return chosen
  const first = request.headers['accept-language']?.slice(0, 2).toLowerCase()
  return first === 'en' ? 'en' : 'sv'
}

const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => path.join(folder, name))

/** Ten letters that change when any of the files does. */
function editionOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of [...files].sort()) hash.update(readFileSync(file))
  return hash.digest('base64url').slice(0, 10)
}
