import { execFile } from 'node:child_process'

type Say = (line: string) => void

/** Installs a package of Debian, where we are root there; else says what somebody may do. */
export async function install(name: string, advice: string, say: Say = console.log): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error(advice)
  say(`No ${name} found. Installing the one of this system (apt-get) ...`)
  await run(['update'], advice)
  await run(['install', '-y', '--no-install-recommends', name], advice)
}

const run = (given: readonly string[], advice: string): Promise<void> =>
  new Promise((resolve, reject) =>
    execFile('apt-get', given, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }, (error) =>
      error ? reject(new Error(`"apt-get ${given.join(' ')}" failed. ${advice}`)) : resolve(),
    ),
  )
