// Which way letters go, from the settings. Letters of the demonstration never leave the machine: its people are
// invented, and their addresses might be somebody's.
import { createFolderTransport } from './folder-transport.ts'
import { createSmtpTransport, smtpSettings } from './smtp-transport.ts'
import type { Transport } from './transport.ts'

export interface Transports {
  real: Transport
  demo: Transport
}

export function openTransports(settings: { smtpUrl: string | undefined; outboxDir: string }): Transports {
  const demo = createFolderTransport(settings.outboxDir)
  return { real: settings.smtpUrl ? createSmtpTransport(smtpSettings(settings.smtpUrl)) : demo, demo }
}
