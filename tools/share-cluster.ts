import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/**
 * Starts the PostgreSQL that server tests share and says in the environment where it is. One for each file took three
 * seconds a file; a file that takes its database away still starts its own.
 */
export async function shareCluster(): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['packages/server/src/testing/share-cluster.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [address] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(([code]) => Promise.reject(new Error(`The shared PostgreSQL did not start: it ended with ${code}.`))),
  ])
  process.env.OPENSLRT_TEST_CLUSTER = String(address)
  return {
    async stop() {
      delete process.env.OPENSLRT_TEST_CLUSTER
      child.stdin.end()
      await ended
    },
  }
}
