import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The application as a process of its own. `adminLink` is said only where nobody can sign in yet. */
export interface Running {
  readonly url: string
  readonly pid: number
  readonly adminLink: string | null
  stop(): Promise<void>
}

/** Starts it on a data folder, with no limit on requests: a bench sends them all from one address. */
export async function startServer(dataFolder: string): Promise<Running> {
  const env = {
    ...process.env,
    OPENSLRT_DATA: dataFolder,
    PORT: '0',
    OPENSLRT_REQUESTS_PER_MINUTE: '100000000',
    DATABASE_URL: '',
  }
  const program = join(import.meta.dirname, 'server.ts')
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGINT')
    await ended
  }
  let said = ''
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the server stopped:\n${said}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /OpenSLRT is running: (\S+)/.exec(said)?.[1]
      if (!url || !said.includes('welcome ended')) return
      resolve({ url, pid: child.pid ?? 0, adminLink: /(\S+#t=\S+)/.exec(said)?.[1] ?? null, stop })
    })
  })
}
