// Letters that lie in the folder, shown as their readers would see them. A way to look around, and gone as soon as a
// mail server is set: the links in a letter are somebody's own.
import path from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { type FiledLetter, readLetter, readLetters } from '#mail/folder-transport.ts'
import { listMessageIds } from '#store/project-letters.ts'
import type { Project } from '#store/projects.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { keepsLetters, nameOf, projectHere } from '../staff/here.ts'
import { splitAtLinks, type TextPart } from '../staff/links.ts'

type Summary = Pick<FiledLetter, 'name' | 'to' | 'subject' | 'date'>

declare module '../page.ts' {
  interface Pages {
    'outbox/list': { slug: string; project: string; letters: Summary[]; all: number }
    'outbox/show': {
      slug: string
      project: string
      letter: Summary & Pick<FiledLetter, 'from'> & { hasHtml: boolean }
      text: TextPart[]
    }
  }
}

type OfProject = FastifyRequest<{ Params: { slug: string } }>
type OfLetter = FastifyRequest<{ Params: { slug: string; letter: string } }>

const lettersShown = 100

export async function outbox(app: FastifyInstance, { db, config: settings }: Dependencies): Promise<void> {
  const config = { access: 'mail:read' as const }

  app.get('/projects/:slug/outbox', { config }, async (request: OfProject, reply) => {
    const project = projectWithFolder(request)
    const own = new Set(listMessageIds(db, project.id))
    const letters = (await readLetters(settings.outboxDir)).filter(({ messageId }) => own.has(messageId))
    return sendPage(reply, 'outbox/list', {
      slug: project.slug,
      project: nameOf(project, request.language),
      letters: letters.slice(0, lettersShown),
      all: letters.length,
    })
  })

  app.get('/projects/:slug/outbox/:letter', { config }, async (request: OfLetter, reply) => {
    const project = projectWithFolder(request)
    const letter = await letterOf(project, request)
    return sendPage(reply, 'outbox/show', {
      slug: project.slug,
      project: nameOf(project, request.language),
      letter: { ...letter, hasHtml: letter.html !== '' },
      text: splitAtLinks(letter.text),
    })
  })

  app.get('/projects/:slug/outbox/:letter/html', { config }, async (request: OfLetter, reply) => {
    const { html } = await letterOf(projectWithFolder(request), request)
    if (html === '') throw new Problem('not_found')
    // A page of its own that may do nothing: no scripts, no forms, nothing fetched; only its links lead on.
    const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; sandbox"
    return reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html)
  })

  function projectWithFolder(request: OfProject): Project {
    const { project } = projectHere(db, request)
    if (!keepsLetters(project, settings)) throw new Problem('not_found')
    return project
  }

  /** The letter of that name, where the project has written one: the name of a file is never taken from the address. */
  async function letterOf(project: Project, { params }: OfLetter): Promise<FiledLetter> {
    const messageId = listMessageIds(db, project.id).find((id) => id === `<${params.letter}>`)
    if (messageId === undefined) throw new Problem('not_found')
    try {
      return await readLetter(path.join(settings.outboxDir, `${messageId.slice(1, -1)}.eml`))
    } catch {
      throw new Problem('not_found')
    }
  }
}
