import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { asAccount } from './account.ts'
import { childEnv } from './child-env.ts'
import type { Home } from './home.ts'
import type { Binaries } from './ready-binaries.ts'
import { StartFailure } from './start-failure.ts'

/**
 * Gives the superuser a new password while no server runs: a restored copy of the data comes without the password file.
 * Uses PostgreSQL's single-user mode, which reads statements from its input; the password is on no command line.
 */
export async function resetPassword(home: Home, binaries: Binaries, password: string): Promise<void> {
  const child = spawn(binaries.postgres, ['--single', '-D', home.cluster, 'postgres'], {
    cwd: home.cluster,
    env: childEnv,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...asAccount(home.account),
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(`ALTER ROLE postgres PASSWORD '${password}'\n`)
  const [code]: unknown[] = await once(child, 'exit')
  if (code !== 0) {
    throw new StartFailure('wrong-password', `The data in ${home.cluster} could not be given a new superuser password.`)
  }
}
