// The limit of looking: Fastify with one handler that sends bytes that lie ready, and an address that it sends on to.
import fastify from 'fastify'

const bytes = Buffer.alloc(Number(process.argv[2]), 'a')
const app = fastify()
app.removeAllContentTypeParsers()
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
app.get('/*', (_request, reply) => reply.type('text/html; charset=utf-8').send(bytes))
app.post('/*', (_request, reply) => reply.redirect('/receipt', 303))
process.send?.(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port))
