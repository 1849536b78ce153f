// `npm run results`: every published figure with its address, from the database, from a cut, or from files alone.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Figure, listFigures, pathText } from '#cuts/figures.ts'
import { publishedTree, publishResults } from '#cuts/published-results.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import { contextOf, resultsFor } from '#results.ts'
import { findCut, getCutResults, listCuts } from '#store/cuts.ts'
import { inputFromFiles } from './results-from-files.ts'
import { type Call, needProject, openExisting, runTask, TaskError } from './terminal.ts'

const texts = ['project', 'cut', 'from', 'baseline', 'end', 'participants', 'municipality-column', 'version-end']
const words = phrasesIn(process.argv.includes('--en') ? 'en' : 'sv').resultsTask

await runTask(
  () => words.usage,
  { texts, switches: ['json'] },
  async (call) => {
    const { project, from, json } = call.options
    if ((project === undefined) === (from === undefined)) throw new TaskError(words.one_source, { usage: true })
    const published = from === undefined ? await publishedInDatabase(call) : publishedFromFiles(call)
    const lines = json === undefined ? listFigures(publishedTree(published)).map(lineOf) : [published]
    await pipeline(Readable.from(lines.map((line) => `${line}\n`)), process.stdout, { end: false })
  },
)

function publishedFromFiles(call: Call): string {
  const input = inputFromFiles(call, words)
  const results = computeResults(input)
  return publishResults(results, computeContext(input, results))
}

/** The bytes of a cut, or those that would be published now. */
async function publishedInDatabase(call: Call): Promise<string> {
  const db = openExisting(call)
  try {
    const project = needProject(db, call)
    const code = call.options.cut
    if (code === undefined) {
      const comparison = await resultsFor(db, project, Date.now())
      if (typeof comparison === 'string') throw new TaskError(words.nothing[comparison])
      return publishResults(comparison.results, await contextOf(db, comparison))
    }
    const cut = findCut(db, project.id, code)
    const known = listCuts(db, project.id).map((one) => one.code)
    if (!cut) throw new TaskError(words.no_cut(code, known.join(', ') || '–'))
    return getCutResults(db, cut)
  } finally {
    db.$client.close()
  }
}

/** What is not computed says so: a gap would look like a zero left out. */
function lineOf({ path, value }: Figure): string {
  return `${pathText(path)} = ${value === null ? 'not_computed' : String(value).replaceAll(/\s+/g, ' ')}`
}
