import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readlink, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { startEmbedded } from '../packages/server/src/platform/db/embedded/start-embedded.ts'
import { withOwner } from '../packages/server/src/platform/db/pools.ts'
import { findFaketime } from '../tools/find-faketime.ts'
import { type House, startHouse } from './house.ts'

/** An installation whose clock is moved: the server's and its database's alike, while they run. */
export interface MovedHouse {
  readonly house: House
  /** It is this moment now, and time goes on from there. */
  move(to: string): Promise<void>
  /** A window's clock goes as the installation's does. */
  follow(page: Page): Promise<void>
  stop(): Promise<void>
}

/** Starts an installation from nothing at some moment, in whatever year this is run. */
export async function startMovedHouse(at: string): Promise<MovedHouse> {
  let ahead = Date.parse(at) - Date.now()
  let clock = ''
  let endDatabase = async (): Promise<void> => undefined
  const set = (): Promise<void> => writeFile(clock, `${ahead < 0 ? '' : '+'}${(ahead / 1000).toFixed(3)}\n`)
  const own = async (_url: string, folder: string): Promise<Record<string, string>> => {
    clock = join(folder, 'clock')
    await set()
    const moved = {
      LD_PRELOAD: await findFaketime(),
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    }
    const database = await startDatabase(join(folder, 'database'), moved)
    endDatabase = database.end
    return { ...moved, DATABASE_URL: database.url }
  }
  const now = (): number => Date.now() + ahead
  const house = await startHouse([], { from: 'nothing', own, now })
  return {
    house,
    move: async (to) => {
      ahead = Date.parse(to) - Date.now()
      await set()
      // For so long programs may go by what they read of the file before.
      await sleep(2_000)
    },
    follow: (page) => page.clock.setSystemTime(now()),
    stop: async () => {
      await house.halt()
      await endDatabase()
      await house.stop()
    },
  }
}

/** The embedded PostgreSQL, set up as ever and then run once more with another clock: it takes over nothing from us. */
async function startDatabase(dataDir: string, moved: Readonly<Record<string, string>>) {
  const usual = await startEmbedded({ dataDir, say: () => undefined, tuning: 'test' })
  const url = usual.urlFor('openslrt')
  await withOwner(usual.adminUrl, (owner) => owner.query('create database openslrt'))
  const process = `/proc/${usual.pid}`
  const [program, given, { uid, gid }] = await Promise.all([
    readlink(`${process}/exe`),
    readFile(`${process}/cmdline`, 'utf8'),
    stat(process),
  ])
  await usual.stop()
  const env = { LANG: 'C', LC_ALL: 'C', TZ: 'UTC', ...moved }
  const child = spawn(program, given.split('\0').slice(1, -1), { cwd: usual.folder, env, uid, gid, stdio: 'ignore' })
  const ended = once(child, 'exit')
  await untilAnswers(url)
  return {
    url,
    end: async (): Promise<void> => {
      child.kill('SIGINT')
      await ended
    },
  }
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answers = await withOwner(url, (owner) => owner.query('select 1')).then(
      () => true,
      () => false,
    )
    if (answers) return
    await sleep(50)
  }
  throw new Error('the database with the moved clock does not answer')
}
