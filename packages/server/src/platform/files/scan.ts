import { connect, type Socket } from 'node:net'

/** What a look for viruses came to. */
export type Finding = { readonly clean: true } | { readonly clean: false; readonly found: string }

/** Looks through the content of a file before it is kept. Throws where it could not look. */
export type Scan = (bytes: Buffer) => Promise<Finding>

/** Where nothing is configured every file counts as clean: what kinds are taken at all is decided by content before. */
export const noScan: Scan = () => Promise.resolve({ clean: true })

/** What is thrown where the scanner does not answer: the file is then not taken, and may be sent again. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway'
}

const patienceMs = 30_000
const mostAtOnce = 64 * 1024

/** FILE-8 Asks ClamAV's daemon, at `host:port` or at the path of its socket. */
export function clamScan(address: string): Scan {
  return async (bytes) => {
    const said = await ask(socketTo(address), bytes)
    if (said === 'stream: OK') return { clean: true }
    const found = /^stream: (.+) FOUND$/.exec(said)?.[1]
    if (found) return { clean: false, found }
    throw new ScannerAway(`the virus scanner at ${address} answered: ${said.slice(0, 200)}`)
  }
}

function socketTo(address: string): Socket {
  const at = /^(.+):(\d+)$/.exec(address)
  return at ? connect({ host: at[1] ?? '', port: Number(at[2]) }) : connect({ path: address })
}

/** The command INSTREAM of clamd: parts, each after its length in four bytes, and a part of no length at the end. */
function ask(socket: Socket, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const heard: Buffer[] = []
    const fail = (why: string): void => {
      socket.destroy()
      reject(new ScannerAway(`the virus scanner did not answer: ${why}`))
    }
    socket.setTimeout(patienceMs, () => fail('it took too long'))
    socket.on('error', (error) => fail(error.message))
    socket.on('data', (part: Buffer) => void heard.push(part))
    socket.once('close', () => resolve(Buffer.concat(heard).toString().replaceAll('\0', '').trim()))
    socket.once('connect', () => {
      socket.write('zINSTREAM\0')
      for (let from = 0; from < bytes.length; from += mostAtOnce) {
        const part = bytes.subarray(from, from + mostAtOnce)
        socket.write(lengthOf(part))
        socket.write(part)
      }
      socket.write(lengthOf(Buffer.alloc(0)))
    })
  })
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(part.length)
  return length
}
