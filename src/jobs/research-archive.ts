// The research archive as long work, at both its levels. Its pseudonyms are of a key that is thrown away, so that two
// archives cannot be joined; whoever needs to join them asks for it at the terminal, and free text too.
import { createWriteStream } from 'node:fs'
import { z } from 'zod'
import { writeResearchArchive } from '#research/archive.ts'
import type { Level } from '#research/selection.ts'
import { findObstacle } from '#results.ts'
import { listPanelWaves } from '#store/panel.ts'
import type { JobKind } from './kind.ts'

const archive = (level: Level, isReady: JobKind['isReady']): JobKind => ({
  access: 'responses:export',
  params: z.object({}),
  isReady,
  fileName: ({ slug }) => `${slug}-research-${level}.zip`,
  async work({ db, project, language, now, output, signal, progress }) {
    const file = createWriteStream(output, { mode: 0o600 })
    await writeResearchArchive(db, project, { level, language, now }, file, { signal, progress })
    return null
  },
})

export const researchRelease = archive('release', (db, project, now) => findObstacle(db, project, now) === undefined)

export const researchRestricted = archive('restricted', (db, project) => listPanelWaves(db, project.id).length > 0)
