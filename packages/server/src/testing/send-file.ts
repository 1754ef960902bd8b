import { createReadStream } from 'node:fs'
import { request } from 'node:http'
import { pipeline } from 'node:stream/promises'

/**
 * Sends a file from a process of its own and tells the answer: `node send-file.ts <address> <file> <heads as JSON>`. Sent
 * by whoever takes it, a file would lie in the memory that is measured.
 */
const [address = '', path = '', heads = '{}'] = process.argv.slice(2)
const headers: Record<string, string> = JSON.parse(heads)
const sending = request(address, { method: 'POST', headers })
sending.on('response', (answer) => {
  process.exitCode = answer.statusCode === 200 ? 0 : 1
  answer.pipe(process.stdout)
})
await pipeline(createReadStream(path), sending)
