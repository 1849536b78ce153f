// A file to keep: its type, and a name that every browser reads.
import type { FastifyReply } from 'fastify'

const types = {
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** Sets the headers of a download. Letters outside a–z, 0–9, dot and dash are replaced in the name. */
export function offerFile(reply: FastifyReply, name: string, type: keyof typeof types): FastifyReply {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.-]+/g, '-')
  return reply
    .type(types[type])
    .header('content-disposition', `attachment; filename="${plain}.${type}"`)
    .header('x-content-type-options', 'nosniff')
}

/** As offerFile, for a name that has its ending. */
export function offerNamedFile(reply: FastifyReply, fileName: string): FastifyReply {
  const [, name = fileName, ending = ''] = /^(.*)\.([a-z]+)$/.exec(fileName) ?? []
  if (!Object.hasOwn(types, ending)) throw new Error(`no type is known for ${fileName}`)
  return offerFile(reply, name, ending as keyof typeof types)
}
