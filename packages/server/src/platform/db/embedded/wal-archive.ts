import { chmod, chown, mkdir } from 'node:fs/promises'
import { type Account, isRoot } from './account.ts'
import { canReach } from './can-reach.ts'
import type { Settings } from './settings.ts'
import { StartFailure } from './start-failure.ts'

/** How old the newest archived change may be at most, while anything changes. */
const mostLost = '60s'

/**
 * Settings by which PostgreSQL lays every finished piece of its log into a folder, compressed. A piece that lies there
 * already is never written over: if it is another one, PostgreSQL keeps its own and says so in its log until somebody
 * looks.
 */
export function archiveSettings(folder: string): Settings {
  const [whole, part] = [`"${folder}/%f.gz"`, `"${folder}/%f.gz.part"`]
  const known = `gzip -dc ${whole} | cmp -s - "%p"`
  const write = `gzip -1 -c "%p" > ${part} && sync ${part} && mv ${part} ${whole}`
  const command = `if test -f ${whole}; then ${known}; else ${write}; fi`
  return { archive_mode: 'on', archive_timeout: mostLost, archive_command: command }
}

/** Makes the folder, for the account that writes into it. */
export async function readyArchive(folder: string, account: Account): Promise<string> {
  if (/["'\\$`%\n]/.test(folder))
    throw new StartFailure(
      'not-writable',
      `The archive folder ${folder} has a sign in its name that a shell would read. Name another one.`,
    )
  const made = await mkdir(folder, { recursive: true })
  if (made !== undefined) {
    await chmod(folder, 0o700)
    if (isRoot()) await chown(folder, account.uid, account.gid)
  }
  if (await canReach(folder, account)) return folder
  throw new StartFailure(
    'not-writable',
    `Account ${account.uid}, which runs the database, cannot enter the archive folder ${folder}. Open the folders above it, or name another one.`,
  )
}
