// The limit of looking: Fastify with one handler that sends a head and bytes that lie ready, and an address that it
// sends on to.
import fastify from 'fastify'

const [size, headers = ''] = process.argv.slice(2)
const bytes = Buffer.alloc(Number(size), 'a')
const head = JSON.parse(headers) as Record<string, string>
const app = fastify()
app.removeAllContentTypeParsers()
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
app.get('/*', (_request, reply) => reply.headers(head).send(bytes))
app.post('/*', (_request, reply) => reply.redirect('/receipt', 303))
process.send?.(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port))
