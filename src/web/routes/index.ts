// Every route of Samverka, in the order one reads about them.
import type { FastifyInstance } from 'fastify'
import type { Dependencies } from '#app.ts'
import { answering } from './answering.ts'
import { quiet } from './quiet.ts'
import { results } from './results.ts'

type Routes = (app: FastifyInstance, dependencies: Dependencies) => Promise<void>

export const routes: readonly Routes[] = [results, answering, quiet]
