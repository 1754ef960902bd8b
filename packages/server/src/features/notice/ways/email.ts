import { createTransport } from 'nodemailer'
import { noSecret, type ReadSecret, type Send, type Sent } from './way.ts'

/** A mail server that takes our mail. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `tls`: from the first byte; `starttls`: before anything is said; `none`: on this machine or a closed network only. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string | null
  readonly from: string
  readonly password: ReadSecret
  readonly patienceMs?: number
}

const patienceMs = 10_000

/** Sends mail. A repeat carries the same Message-ID, by which mailboxes know it. */
export const emailWay =
  (server: MailServer): Send =>
  async ({ id, to, subject, text }) => {
    const patience = server.patienceMs ?? patienceMs
    const pass = server.user === null ? '' : await server.password()
    if (pass === null) return noSecret
    const transport = createTransport({
      host: server.host,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'none',
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      ...(server.user === null ? {} : { auth: { user: server.user, pass } }),
    })
    try {
      const { messageId } = await transport.sendMail({
        from: server.from,
        to,
        subject,
        text,
        messageId: `<${id}@openslrt>`,
        // Out-of-office replies go nowhere.
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      return { kind: 'taken', reference: messageId }
    } catch (error) {
      return readMail(error)
    } finally {
      transport.close()
    }
  }

/** NOTICE-11 What went wrong with mail: this address (5xx to the recipient), or the server. */
export function readMail(error: unknown): Sent {
  const { code, responseCode, command } = detailsOf(error)
  const why = [code, responseCode].filter((part) => part !== null).join(' ') || 'no answer'
  const aboutRecipient = code === 'EENVELOPE' && command.startsWith('RCPT') && responseCode !== 421
  return aboutRecipient ? { kind: 'refused', why } : { kind: 'broken', why }
}

function detailsOf(error: unknown): { code: string | null; responseCode: number | null; command: string } {
  const read = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  const [code, responseCode, command] = [read('code'), read('responseCode'), read('command')]
  return {
    code: typeof code === 'string' ? code : null,
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    command: typeof command === 'string' ? command : '',
  }
}
