import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

/** A line between phones and a house: what of it is dead, which release of the app it brings, and what went over it. */
export interface ALine {
  readonly url: string
  /** A folder with another release of the field face; null for the house's own. */
  release: string | null
  /** Requests that never arrive. */
  dead: (path: string) => boolean
  /** What phones asked for their rows, as they said it. */
  readonly pulls: string[]
  /** Breaks every request that is under way; gives how many. */
  drop(): number
  close(): void
}

export async function layLine(houseUrl: string): Promise<ALine> {
  const open = new Set<IncomingMessage>()
  const server = createServer((asked, answer) => {
    open.add(asked)
    answer.once('close', () => open.delete(asked))
    const path = asked.url ?? '/'
    if (line.dead(path)) asked.destroy()
    else if (line.release !== null && path.startsWith('/lapangan')) void giveFile(line.release, path, answer)
    else pass(houseUrl, asked, answer, line.pulls)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const line: ALine = {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    release: null,
    dead: () => false,
    pulls: [],
    drop() {
      for (const asked of open) asked.destroy()
      return open.size
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return line
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' ? (address?.port ?? 0) : 0

function pass(houseUrl: string, asked: IncomingMessage, answer: ServerResponse, pulls: string[]): void {
  const { method, headers, url = '/' } = asked
  // The host stays as the browser said it: the house takes changes from its own pages only.
  const onward = request(new URL(url, houseUrl), { method, headers }, (said) => {
    answer.writeHead(said.statusCode ?? 502, said.headers)
    said.pipe(answer)
  })
  onward.once('error', () => answer.destroy())
  asked.once('close', () => {
    if (!asked.complete) onward.destroy()
  })
  if (url === '/api/replica/pull') {
    const heard: Buffer[] = []
    asked.on('data', (part: Buffer) => heard.push(part))
    asked.once('end', () => pulls.push(Buffer.concat(heard).toString()))
  }
  asked.pipe(onward)
}

const kinds: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** As the house gives it: whatever is no file is the page. */
async function giveFile(folder: string, path: string, answer: ServerResponse): Promise<void> {
  const file = path.slice('/lapangan/'.length).split('?')[0] || 'index.html'
  const name = extname(file) === '' ? 'index.html' : file
  const bytes = await readFile(join(folder, name)).catch(() => null)
  const kind = kinds[extname(name)] ?? 'application/octet-stream'
  answer.writeHead(bytes ? 200 : 404, {
    'content-type': kind,
    'cache-control': 'no-cache',
    'service-worker-allowed': '/lapangan',
  })
  answer.end(bytes)
}
