// A final and an interim report of the demo's first cut, with all that each is made of.
import { fileURLToPath } from 'node:url'
import type { Material } from '#document/material.ts'
import { readMaterial } from '#reporting.ts'
import { readJudgementFiles } from '#store/judgement-files.ts'
import type { Report } from '#store/reports.ts'
import { type FrozenDemo, openFrozenDemo } from './frozen-demo.ts'

export const now = Date.UTC(2027, 2, 1, 8)
export const judgements = readJudgementFiles(fileURLToPath(new URL('../../surveys', import.meta.url)))
export const options = { baseUrl: 'https://enkat.example', judgements, now }

export interface DemoReports extends Pick<FrozenDemo, 'db' | 'project'> {
  reports: { final: Report; interim: Report }
  material: { final: Material; interim: Material }
}

export async function openDemoReports(): Promise<DemoReports> {
  const { db, project, begin } = await openFrozenDemo(now)
  const reports = { final: begin('final'), interim: begin('interim') }
  const material = {
    final: readMaterial(db, project, reports.final, options),
    interim: readMaterial(db, project, reports.interim, options),
  }
  return { db, project, reports, material }
}
