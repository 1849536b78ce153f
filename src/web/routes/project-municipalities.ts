// The municipalities of a project: more of them as others join, and fewer where nobody is in one yet.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { changeMunicipalities, listProjectUnits, type ProjectUnit } from '#store/project-municipalities.ts'
import type { Municipality, Project } from '#store/projects.ts'
import { listKnownUnits } from '#store/units.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt } from '../staff/done.ts'
import { type FieldError, readChoices, readFields } from '../staff/form.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'
import { offeredMunicipalities, readUnits, type UnitsForm } from '../staff/units.ts'

declare module '../page.ts' {
  interface Pages {
    'projects/municipalities': {
      slug: string
      project: string
      units: readonly ProjectUnit[]
      values: UnitsForm & { removed: readonly string[] }
      /** Those that the project does not have. */
      offered: readonly Municipality[]
      errors: readonly FieldError[]
      failed: boolean
    }
  }
}

type OfProject = FastifyRequest<{ Params: { slug: string } }>

export async function projectMunicipalities(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'waves:plan' as const }

  app.get('/projects/:slug/municipalities', { config }, (request: OfProject, reply) => {
    const { project } = projectHere(db, request)
    return showForm(request, reply, project, { municipalities: [], others: '', removed: [] }, [])
  })

  app.post('/projects/:slug/municipalities', { config }, (request: OfProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const form = {
      ...readFields(request.body, ['others']),
      municipalities: readChoices(request.body, 'municipalities'),
      removed: readChoices(request.body, 'removed'),
    }
    const words = phrasesIn(request.language).staff.wrong
    const { units, errors } = readUnits(form, listKnownUnits(db), words)
    const stays = listProjectUnits(db, project.id).some(({ code, isFree }) => !isFree || !form.removed.includes(code))
    const none = stays || units.length > 0 ? [] : [{ field: 'removed', message: words.municipalities }]
    if (errors.length + none.length > 0) return showForm(request, reply.code(422), project, form, [...none, ...errors])
    const changed = changeMunicipalities(db, project, { added: units, removed: form.removed }, actorOf(staff), now())
    const done = changed.added + changed.removed > 0 ? 'project_changed' : 'nothing_to_change'
    return reply.redirect(doneAt(`/projects/${project.slug}`, done), 303)
  })

  function showForm(
    { language }: FastifyRequest,
    reply: FastifyReply,
    project: Project,
    values: UnitsForm & { removed: readonly string[] },
    errors: readonly FieldError[],
  ) {
    const units = listProjectUnits(db, project.id)
    return sendPage(reply, 'projects/municipalities', {
      slug: project.slug,
      project: nameOf(project, language),
      units,
      values,
      offered: offeredMunicipalities.filter(({ code }) => units.every((unit) => unit.code !== code)),
      errors,
      failed: errors.length > 0,
    })
  }
}
