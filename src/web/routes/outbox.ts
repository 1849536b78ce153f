// Letters that lie in the folder, shown as their readers would see them. A way to look around, and gone as soon as a
// mail server is set: the links in a letter are somebody's own.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { inOwnLetters } from '#intake/address.ts'
import type { FiledLetter } from '#mail/folder-transport.ts'
import { splitAtLinks, type TextPart } from '#mail/text-links.ts'
import { listMessageIds } from '#store/project-letters.ts'
import type { Project } from '#store/projects.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { openFiled, readFiled } from '../staff/filed-letters.ts'
import { keepsLetters, nameOf, projectHere } from '../staff/here.ts'
import { sendLetter } from '../staff/letter-page.ts'

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
    const { letters, all } = await readFiled(settings.outboxDir, listMessageIds(db, project.id), lettersShown)
    return sendPage(reply, 'outbox/list', {
      slug: project.slug,
      project: nameOf(project, request.language),
      letters: letters.map(forReaders),
      all,
    })
  })

  app.get('/projects/:slug/outbox/:letter', { config }, async (request: OfLetter, reply) => {
    const project = projectWithFolder(request)
    const letter = await letterOf(project, request)
    return sendPage(reply, 'outbox/show', {
      slug: project.slug,
      project: nameOf(project, request.language),
      letter: { ...forReaders(letter), from: readable(letter.from), hasHtml: letter.html !== '' },
      text: splitAtLinks(letter.text),
    })
  })

  app.get('/projects/:slug/outbox/:letter/html', { config }, async (request: OfLetter, reply) => {
    const { html } = await letterOf(projectWithFolder(request), request)
    if (html === '') throw new Problem('not_found')
    return sendLetter(reply, html)
  })

  function projectWithFolder(request: OfProject): Project {
    const { project } = projectHere(db, request)
    if (!keepsLetters(project, settings)) throw new Problem('not_found')
    return project
  }

  /** The letter of that name, where the project has written one: the name of a file is never taken from the address. */
  async function letterOf(project: Project, { params }: OfLetter): Promise<FiledLetter> {
    const messageId = listMessageIds(db, project.id).find((id) => id === `<${params.letter}>`)
    const letter = messageId === undefined ? undefined : await openFiled(settings.outboxDir, messageId)
    if (!letter) throw new Problem('not_found')
    return letter
  }
}

const readable = ({ name, address }: FiledLetter['to']) => ({ name, address: inOwnLetters(address) })

const forReaders = ({ name, to, subject, date }: FiledLetter): Summary => ({ name, to: readable(to), subject, date })
