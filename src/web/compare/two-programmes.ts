// The view of two programmes: those municipalities that both have, each with what either programme has frozen.
import { can, type Grant, projectsFor } from '#access.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Cut, CutWave } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import { listMunicipalities, listProjects, type Project } from '#store/projects.ts'
import { nameOf } from '../staff/here.ts'
import { chooseIndicator, type Shown } from './bodies.ts'
import { findIndicator, findRefusal, type Refusal, sharedMunicipalities } from './programmes.ts'
import { type Row, tellRow } from './rows.ts'
import { type Select, selectCut, selectIndicator, selectProject } from './selects.ts'
import { cutsOf, readCut, type Source, waveDays } from './source.ts'
import type { Chosen, Reading } from './state.ts'

export interface ProgrammesBody {
  kind: 'programmes'
  measure: string | null
  /** Why nothing can be compared, and what has to be frozen where. */
  obstacle: { text: string; toFreeze: readonly ToFreeze[] } | null
  refusal: { title: string; text: string } | null
  programmes: readonly { name: string; waves: string; cut: { code: string; slug: string } }[]
  /** A row per programme. */
  municipalities: readonly { name: string; rows: readonly Row[] }[]
}

interface ToFreeze {
  text: string
  /** Where it is done; null where the reader may not. */
  link: { href: string; text: string } | null
}

interface Asking {
  db: Database
  project: Project
  grants: readonly Grant[]
  reading: Reading
  language: Language
}

interface Side {
  project: Project
  source: Source
  cut: Cut
}

export function showProgrammes({ db, project, grants, reading, language }: Asking): Shown<ProgrammesBody> {
  const words = phrasesIn(language).compare
  const others = listComparable(db, project, grants)
  const slugs = others.map(({ slug }) => slug)
  const chosenSlug = reading.choose('with', slugs, slugs[0] ?? '')
  const other = others.find(({ slug }) => slug === chosenSlug)
  if (!other) return withoutSides({ text: words.noProgramme, toFreeze: [] })
  const named = others.map((one) => ({ slug: one.slug, name: nameOf(one, language) }))
  const picked = { chosen: { with: other.slug }, selects: [selectProject(named, other.slug, language)] }
  const mine = pickSide(db, project, reading, 'cut')
  const theirs = pickSide(db, other, reading, 'withCut')
  if (!mine || !theirs) {
    const lacking = [...(mine ? [] : [project]), ...(theirs ? [] : [other])]
    const toFreeze = lacking.map((one) => tellToFreeze(one, grants, language))
    return withoutSides({ text: words.noCut, toFreeze }, picked)
  }
  const { indicator } = chooseIndicator(mine.source.results, reading)
  const refusal = findRefusal(mine.side, theirs.side, indicator.id, (wave) => getVersion(db, wave))
  const sides = [mine, theirs]
  return {
    body: {
      kind: 'programmes',
      measure: indicator.title[language],
      obstacle: null,
      refusal: refusal && {
        title: words.refusedTitle(indicator.title[language]),
        text: refusalText(refusal, language),
      },
      programmes: sides.map(({ project: { slug, ...rest }, source, cut }) => ({
        name: nameOf({ slug, ...rest }, language),
        waves: wavesText(source, language),
        cut: { code: cut.code, slug },
      })),
      municipalities: refusal ? [] : sharedRows(mine, theirs, indicator.id, language),
    },
    chosen: { indicator: indicator.id, cut: mine.cut.code, with: other.slug, withCut: theirs.cut.code },
    selects: [
      selectIndicator(mine.source.results, indicator.id, language),
      ...picked.selects,
      selectCut(cutsOf(db, project), mine.cut.code, language, { orNow: false }),
      selectCut(cutsOf(db, other), theirs.cut.code, language, { name: 'withCut', orNow: false }),
    ],
  }
}

function tellToFreeze(project: Project, grants: readonly Grant[], language: Language): ToFreeze {
  const words = phrasesIn(language).compare
  const name = nameOf(project, language)
  const mayFreeze = can(grants, 'cuts:make', { projectId: project.id })
  return {
    text: mayFreeze ? words.toFreeze(name) : `${words.toFreeze(name)} ${words.freezeOthers}`,
    link: mayFreeze ? { href: `/projects/${project.slug}/cuts`, text: words.freeze(name) } : null,
  }
}

function withoutSides(
  obstacle: ProgrammesBody['obstacle'],
  picked: { chosen: Chosen; selects: readonly Select[] } = { chosen: {}, selects: [] },
): Shown<ProgrammesBody> {
  const body = {
    kind: 'programmes' as const,
    measure: null,
    obstacle,
    refusal: null,
    programmes: [],
    municipalities: [],
  }
  return { body, ...picked }
}

/** Other projects whose results they may see, and that share a municipality with this one. */
export function listComparable(db: Database, project: Project, grants: readonly Grant[]): Project[] {
  const here = new Set(listMunicipalities(db, project.id).map(({ code }) => code))
  return listProjects(db, projectsFor(grants) === 'all' ? 'all' : projectsFor(grants)).filter(
    ({ id }) =>
      id !== project.id &&
      can(grants, 'results:read', { projectId: id }) &&
      listMunicipalities(db, id).some(({ code }) => here.has(code)),
  )
}

function pickSide(db: Database, project: Project, reading: Reading, name: 'cut' | 'withCut') {
  const cuts = cutsOf(db, project)
  const code = reading.choose(
    name,
    cuts.map((cut) => cut.code),
    cuts[0]?.code ?? '',
  )
  const cut = cuts.find((one) => one.code === code)
  if (!cut) return undefined
  const source = readCut(db, cut)
  return { project, cut, source, side: { cut, results: source.results } }
}

const getVersion = (db: Database, { questionnaire: { id, version } }: CutWave) => getQuestionnaire(db, id, version)

function refusalText(refusal: Refusal, language: Language): string {
  const words = phrasesIn(language).compare.refused
  return refusal.reason === 'core' ? words.core(refusal.items.join(', ')) : words[refusal.reason]
}

function wavesText(source: Source, language: Language): string {
  const { from, to } = waveDays(source, language)
  const { results } = source
  return phrasesIn(language).compare.waveDays(from, to, String(results.from.version), String(results.to.version))
}

function sharedRows(one: Side, other: Side, indicator: string, language: Language) {
  const sides = [one, other]
  return sharedMunicipalities(one.source.results, other.source.results).map((code) => {
    const found = sides.flatMap(({ project, source: { results } }) => {
      const row = findIndicator(results, indicator)?.byMunicipality.find((each) => each.code === code)
      return row ? [{ name: row.name, row: tellRow(nameOf(project, language), row.change, language) }] : []
    })
    return { name: found[0]?.name ?? code, rows: found.map(({ row }) => row) }
  })
}
