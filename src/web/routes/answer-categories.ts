// The project's own themes: added, renamed, merged, and never forgotten.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { addCategory, type Category, listCategories, mergeCategory, renameCategory } from '#store/open-answers.ts'
import type { Project } from '#store/projects.ts'
import type { Dependencies } from '../dependencies.ts'
import { deedIn, openAnswersAddress } from '../open-answers/question.ts'
import { sendPage } from '../page.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'

interface Form {
  name: string
  description: string
}

declare module '../page.ts' {
  interface Pages {
    'open-answers/categories': {
      slug: string
      projectName: string
      base: string
      categories: (Category & { form: Form; isOpen: boolean })[]
      adding: Form
      errors: readonly FieldError[]
      failed: boolean
      done: string | null
    }
  }
}

type Request = FastifyRequest<{ Params: { slug: string; category?: string }; Querystring: { done?: string } }>

const empty: Form = { name: '', description: '' }
const longestName = 80
const longestDescription = 500

export async function answerCategories(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'answers:code' as const }
  const place = '/projects/:slug/open-answers/categories'

  app.get(place, { config }, (request: Request, reply) => {
    const { project } = projectHere(db, request)
    return show(request, reply, project, { adding: empty, errors: [] })
  })

  app.post(place, { config }, (request: Request, reply) => {
    const { project, staff } = projectHere(db, request)
    const adding = readForm(request)
    const errors = check(request, adding, '')
    if (errors.length === 0 && addCategory(db, project.id, adding, actorOf(staff), now()))
      return reply.redirect(`${openAnswersAddress(project)}/categories?done=category_added`, 303)
    return show(request, reply.code(422), project, { adding, errors: errors.length > 0 ? errors : taken(request, '') })
  })

  app.post(`${place}/:category`, { config }, (request: Request, reply) => {
    const { project, staff } = projectHere(db, request)
    const { id } = categoryHere(request, project)
    const form = readForm(request)
    const errors = check(request, form, `-${id}`)
    if (errors.length === 0 && renameCategory(db, project.id, id, form, actorOf(staff), now()))
      return reply.redirect(`${openAnswersAddress(project)}/categories?done=category_changed`, 303)
    return show(request, reply.code(422), project, {
      adding: empty,
      changing: { id, form },
      errors: errors.length > 0 ? errors : taken(request, `-${id}`),
    })
  })

  app.post(`${place}/:category/merge`, { config }, (request: Request, reply) => {
    const { project, staff } = projectHere(db, request)
    const { id, name, description } = categoryHere(request, project)
    const { into } = readFields(request.body, ['into'])
    if (into !== id && listCategories(db, project.id).some((one) => one.id === into)) {
      mergeCategory(db, project.id, id, into, actorOf(staff), now())
      return reply.redirect(`${openAnswersAddress(project)}/categories?done=category_merged`, 303)
    }
    const message = phrasesIn(request.language).openAnswers.categories.wrong.into
    const errors = [{ field: `into-${id}`, message }]
    return show(request, reply.code(422), project, {
      adding: empty,
      changing: { id, form: { name, description } },
      errors,
    })
  })

  function categoryHere({ params }: Request, project: Project): Category {
    const category = listCategories(db, project.id).find(({ id }) => id === params.category)
    if (!category) throw new Problem('not_found')
    return category
  }

  function show(
    request: Request,
    reply: FastifyReply,
    project: Project,
    state: { adding: Form; changing?: { id: string; form: Form }; errors: readonly FieldError[] },
  ) {
    const { adding, changing, errors } = state
    return sendPage(reply, 'open-answers/categories', {
      slug: project.slug,
      projectName: nameOf(project, request.language),
      base: openAnswersAddress(project),
      categories: listCategories(db, project.id).map((one) => {
        const isOpen = changing?.id === one.id
        const { name, description } = one
        return { ...one, form: isOpen ? changing.form : { name, description }, isOpen }
      }),
      adding,
      errors,
      failed: errors.length > 0,
      done: deedIn(request),
    })
  }
}

function readForm({ body }: Request): Form {
  const { name, description } = readFields(body, ['name', 'description'])
  const tidy = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return { name: tidy(name), description: tidy(description) }
}

/** @param suffix of the ids of the fields: a page has one form per category */
function check({ language }: Request, { name, description }: Form, suffix: string): FieldError[] {
  const { wrong } = phrasesIn(language).openAnswers.categories
  const errors: FieldError[] = []
  if (name === '' || name.length > longestName) errors.push({ field: `name${suffix}`, message: wrong.name })
  if (description.length > longestDescription)
    errors.push({ field: `description${suffix}`, message: wrong.description })
  return errors
}

const taken = ({ language }: Request, suffix: string): FieldError[] => [
  { field: `name${suffix}`, message: phrasesIn(language).openAnswers.categories.wrong.taken },
]
