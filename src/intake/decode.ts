// Bytes of a file that somebody saved somewhere → text. Excel in Sweden saves Windows-1252 unless asked otherwise.

export const encodings = ['utf-8', 'utf-16le', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/**
 * Reads the text and says how. A byte order mark decides and is taken away; without one the bytes are UTF-8 where
 * they can be, and Windows-1252 otherwise, since no other text is invalid UTF-8 as often.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}
