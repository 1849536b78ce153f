// Where this server is reached, for links that are printed, copied or mailed.
import type { FastifyRequest } from 'fastify'
import type { Dependencies } from './dependencies.ts'

/** As it is set, else as this page was reached; without a trailing slash. */
export const ownAddress = (
  { protocol, host }: FastifyRequest,
  { baseUrl }: Pick<Dependencies['config'], 'baseUrl'>,
): string => baseUrl ?? `${protocol}://${host}`
