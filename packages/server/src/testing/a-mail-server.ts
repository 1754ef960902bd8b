import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

/** A mail server on this machine, with one account. */
export interface MailReceiver {
  readonly port: number
  /** Everything that was taken, head and body. */
  readonly mails: string[]
  /** What it says to a recipient; null takes it. */
  refuses: (recipient: string) => { readonly code: number; readonly message: string } | null
  close(): Promise<void>
}

export async function startMailServer(user: string, password: () => string): Promise<MailReceiver> {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) =>
      auth.username === user && auth.password === password()
        ? done(null, { user })
        : done(Object.assign(new Error('Authentication failed'), { responseCode: 535 })),
    onRcptTo: ({ address }, _session, done) => {
      const no = receiver.refuses(address)
      done(no ? Object.assign(new Error(no.message), { responseCode: no.code }) : null)
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const at = server.server.address()
  if (at === null || typeof at === 'string') throw new Error('the mail server has no port')
  const receiver: MailReceiver = {
    port: at.port,
    mails,
    refuses: () => null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return receiver
}
