import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The text that every scanner takes for a virus and that harms nobody (EICAR), put together here so that none finds it in this file. */
export const testVirus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

export interface Scanner {
  /** Where it listens, as the configuration names it. */
  readonly address: string
  /** Whether it is ClamAV itself, or something here that speaks its language. */
  readonly isClamAv: boolean
  close(): Promise<void>
}

/** ClamAV where it is installed, knowing the one test virus; else a receiver that answers its INSTREAM as it does. */
export async function startScanner(): Promise<Scanner> {
  const program = await findClamd()
  return program === null ? receiver() : clamd(program)
}

async function findClamd(): Promise<string | null> {
  for (const path of ['/usr/sbin/clamd', '/usr/bin/clamd', '/usr/local/sbin/clamd'])
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path
  return null
}

async function clamd(program: string): Promise<Scanner> {
  const folder = await mkdtemp(join(tmpdir(), 'clam-'))
  await chmod(folder, 0o755)
  const address = join(folder, 'clamd.sock')
  const signature = `OpenSLRT.Test:0:*:${Buffer.from(testVirus).toString('hex')}\n`
  await writeFile(join(folder, 'test.ndb'), signature)
  const settings = ['Foreground yes', `LocalSocket ${address}`, `DatabaseDirectory ${folder}`, 'StreamMaxLength 30M']
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`)
  const child = spawn(program, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (!(await answers(address))) {
    if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    address,
    isClamAv: true,
    async close() {
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

async function receiver(): Promise<Scanner> {
  const server = createServer((socket) => answerInstream(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('the receiver has no port')
  return {
    address: `127.0.0.1:${at.port}`,
    isClamAv: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function answerInstream(socket: Socket): void {
  const heard: Buffer[] = []
  socket.on('error', () => socket.destroy())
  socket.on('data', (part: Buffer) => {
    heard.push(part)
    const content = contentOf(Buffer.concat(heard))
    if (content) socket.end(content.includes(testVirus) ? 'stream: OpenSLRT.Test FOUND\0' : 'stream: OK\0')
  })
}

/** What was sent in parts, once the part of no length has come. */
function contentOf(sent: Buffer): Buffer | null {
  const parts: Buffer[] = []
  let at = sent.indexOf(0) + 1
  while (sent.length >= at + 4) {
    const length = sent.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(sent.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
