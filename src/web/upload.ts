// A list that comes in by a form: a file that was chosen, or rows that were pasted. The form may be sent with or
// without a file part, so that the page which asks for a confirmation can send the text back.
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { decode } from '#intake/decode.ts'
import { listLimits } from '#intake/table.ts'
import { readFields } from './staff/form.ts'

export interface Upload {
  /** What to read: the bytes of the file, else the pasted text. null = neither was given. */
  input: Uint8Array | string | null
  /** The same as text, for the form. Empty for what is no text. */
  text: string
  confirmed: boolean
}

/** A browser writes each line break of a text as two bytes: room for that. */
const textLimit = listLimits.bytes * 1.5

/** Lets the routes of this plugin take forms with files. */
export async function acceptUploads(app: FastifyInstance): Promise<void> {
  const limits = { fileSize: listLimits.bytes, files: 1, fields: 4, fieldSize: textLimit, parts: 6 }
  await app.register(multipart, { limits })
}

/** @throws Problem 'too_large' */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const { file, fields } = request.isMultipart() ? await readParts(request) : { file: null, fields: request.body }
  const { text, confirm } = readFields(fields, ['text', 'confirm'])
  const confirmed = confirm === 'yes'
  if (file) return { input: file, text: isText(file) ? decode(file).text : '', confirmed }
  return { input: text.trim() === '' ? null : text, text, confirmed }
}

async function readParts(request: FastifyRequest) {
  const fields: Record<string, unknown> = {}
  let file: Buffer | null = null
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      // A browser sends an empty part where no file was chosen.
      if (part.fieldname === 'file' && (bytes.length > 0 || part.filename)) file = bytes
    } else {
      if (part.valueTruncated) throw new Problem('too_large')
      fields[part.fieldname] = part.value
    }
  }
  return { file, fields }
}

/** A workbook or a picture has zero bytes early on; a text has none, but for UTF-16 with its mark. */
const isText = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || !bytes.subarray(0, 4096).includes(0)
