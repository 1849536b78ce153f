// A letter's HTML on a page of its own that may do nothing: no scripts, no forms, nothing fetched; only its links lead on.
import type { FastifyReply } from 'fastify'

const policy = (ancestors: "'none'" | "'self'"): string =>
  `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors ${ancestors}; base-uri 'none'; sandbox`

export const sendLetter = (reply: FastifyReply, html: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('content-security-policy', policy("'none'")).send(html)

/** For a frame on one of our own pages. */
export const sendFramed = (reply: FastifyReply, html: string): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy("'self'"))
    .header('x-frame-options', 'sameorigin')
    .send(html)
