import { rm } from 'node:fs/promises'
import { endServer } from './end-server.ts'
import { exists } from './exists.ts'
import { postmasterFile, readPostmasterFile } from './postmaster-file.ts'
import { serversOf, serves, signal, within } from './processes.ts'
import { StartFailure } from './start-failure.ts'

/**
 * Ends what an earlier run left on this data folder: a whole server whose OpenSLRT was killed, or children whose
 * postmaster was. Only to be called by the holder of the folder's lock.
 */
export async function endLeftovers(cluster: string, say: (line: string) => void): Promise<void> {
  const written = await readPostmasterFile(cluster)
  if (written && (await serves(written.pid, cluster))) {
    say(`A PostgreSQL from an earlier run still serves ${cluster} (process ${written.pid}); it is stopped first.`)
    await endServer(written.pid, async () => !(await serves(written.pid, cluster)))
  }
  await endSurvivors(cluster)
  if (written) await removeMisleadingFile(cluster, written.pid)
}

/** Children notice the death of their postmaster by themselves, but one in a long query notices late. */
async function endSurvivors(cluster: string): Promise<void> {
  const gone = async () => (await serversOf(cluster)).length === 0
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of await serversOf(cluster)) signal(pid, name)
    if (await within(5_000, gone)) return
  }
  const sentence = `A PostgreSQL process of ${cluster} could not be ended; end it by hand, then start again.`
  throw new StartFailure('folder-in-use', sentence)
}

/**
 * The number in postmaster.pid may by now be another program's (after a restart of the machine or the container), or a
 * dead server's whose new parent does not collect it (a container's first process). PostgreSQL would take either for a
 * running server and refuse for ever.
 */
async function removeMisleadingFile(cluster: string, pid: number): Promise<void> {
  if (await exists(`/proc/${pid}`)) await rm(postmasterFile(cluster), { force: true })
}
