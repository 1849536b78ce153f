// A Fastify plugin whose hooks and decorators hold for the whole app instead of for itself alone.
import type { FastifyInstance } from 'fastify'
import type { Dependencies } from './dependencies.ts'

type Plugin = (app: FastifyInstance, dependencies: Dependencies) => Promise<void>

export const plugin = (register: Plugin): Plugin => Object.assign(register, { [Symbol.for('skip-override')]: true })
