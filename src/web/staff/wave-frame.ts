// What every page about one wave says of where it is.
import type { FastifyRequest } from 'fastify'
import type { WaveKind } from '#survey/questionnaire.ts'
import { nameOf, type waveHere } from './here.ts'

export interface WaveFrame {
  slug: string
  project: string
  wave: { id: string; kind: WaveKind }
}

export const waveFrame = ({ language }: FastifyRequest, { project, wave }: ReturnType<typeof waveHere>): WaveFrame => ({
  slug: project.slug,
  project: nameOf(project, language),
  wave: { id: wave.id, kind: wave.kind },
})
