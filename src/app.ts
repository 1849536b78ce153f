// The web server as a function of what it needs: tests build the same app that server.ts starts.
import fastify, { type FastifyInstance } from 'fastify'
import { longestAddress, readableAddress } from './web/address.ts'
import type { Dependencies } from './web/dependencies.ts'
import { errorPages } from './web/plugins/errors.ts'
import { pages } from './web/plugins/pages.ts'
import { security } from './web/plugins/security.ts'
import { staffAccess } from './web/plugins/staff-access.ts'
import { routes } from './web/routes/index.ts'

/** Milliseconds that a request may take to come in, headers and body: enough for a list of 2 MB over a weak line. */
const longestRequest = 29_000
/** Milliseconds between two looks for slower ones: nobody holds a connection for more than half a minute. */
const slowLookedFor = 1000

export async function buildApp(dependencies: Dependencies): Promise<FastifyInstance> {
  const { config } = dependencies
  const app = fastify({
    // One proxy, ours: what stands further left in X-Forwarded-For anybody can write.
    trustProxy: config.trustProxy && ((_address: string, hop: number) => hop === 0),
    bodyLimit: 256 * 1024,
    requestTimeout: longestRequest,
    http: {
      requestTimeout: longestRequest,
      headersTimeout: longestRequest,
      connectionsCheckingInterval: slowLookedFor,
    },
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: longestAddress, ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
    logger: {
      level: config.logLevel,
      ...(dependencies.logTo ? { stream: dependencies.logTo } : {}),
      // An address of a participant's page holds the token, in whatever spelling: a log has the route alone.
      serializers: {
        req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
      },
    },
  })
  await app.register(security, dependencies)
  await app.register(pages, dependencies)
  await app.register(staffAccess, dependencies)
  await app.register(errorPages, dependencies)
  for (const route of routes) await app.register(route, dependencies)
  return app
}
