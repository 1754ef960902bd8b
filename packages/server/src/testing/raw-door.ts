import { connect } from 'node:net'
import type { Answer } from './door.ts'
import { answerOf } from './door.ts'

/** Sends bytes as they stand, well formed or not, and reads what comes back until the server closes. */
export function sendBytes(url: string, bytes: string): Promise<Answer> {
  const { port, hostname } = new URL(url)
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const got: Buffer[] = []
  const socket = connect(Number(port), hostname, () => socket.write(Buffer.from(bytes, 'latin1')))
  socket.on('data', (part) => got.push(part))
  socket.on('error', reject)
  socket.on('close', () => resolve(read(Buffer.concat(got))))
  return promise
}

/** A request whose first line may be anything. */
export const sendLine = (url: string, line: string, accept = 'text/html'): Promise<Answer> =>
  sendBytes(url, `${line}\r\nHost: localhost\r\nAccept: ${accept}\r\nConnection: close\r\n\r\n`)

function read(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const heads = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ])
  return answerOf(Number(first.split(' ')[1] ?? 0), Object.fromEntries(heads), bytes.subarray(end + 4))
}
