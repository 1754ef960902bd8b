import { access, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { withOwner } from '../platform/db/pools.ts'
import { changeMaster } from '../platform/ledger/change-master.ts'
import { fitsMaster } from '../platform/ledger/master.ts'
import { keptSecret, syncFolder } from '../platform/secrets.ts'
import { rolePasswords } from '../prepare-database.ts'
import { existingKey, withAddress } from './open-database.ts'
import type { Say } from './words.ts'

/**
 * SEAL-9 Changes the master key to the one in a file, which is made where there is none. The database changes in one
 * transaction, and then the file in use: broken off between the two, the next run finds the database changed already and
 * only lays the file.
 */
export async function changeMasterKey(config: Config, named: string, say: Say): Promise<boolean> {
  const file = resolve(named)
  if (file === config.masterKeyFile)
    throw new Error(`${file} is the master key in use: name another file for the new one. Nothing was changed.`)
  const from = await existingKey(config)
  const isThere = await isFile(file)
  const to = await keptSecret(file)
  say(isThere ? `The new master key is the one in ${file}.` : `A new master key was made: ${file}.`)
  if (from.equals(to)) throw new Error(`${file} holds the key that is in use already. Nothing was changed.`)
  await persist(file)
  await withAddress(config, say, (ownerUrl) => withOwner(ownerUrl, (owner) => change(owner, { from, to }, say)))
  const kept = await layKey(file, config.masterKeyFile)
  say(`${config.masterKeyFile} is the new key now. Copy it to where the backups are not, today.`)
  say(`The old one lies in ${kept}: only backups of before need it. Take it away from this machine, to those backups.`)
  say('Start OpenSLRT, and make a new backup.')
  return true
}

type Pair = { readonly from: Buffer; readonly to: Buffer }

async function change(owner: Parameters<typeof changeMaster>[0], { from, to }: Pair, say: Say): Promise<void> {
  if (!(await fitsMaster(from, owner))) {
    if (!(await fitsMaster(to, owner)))
      throw new Error('neither the master key in use nor the new one is the key of this database. Nothing was changed.')
    say('The database was changed before and the file was not: going on with the file.')
    return
  }
  const { keys, digests } = await changeMaster(owner, { from, to, passwords: rolePasswords(to) })
  say(
    `Changed: ${keys} keys sealed under the new one, ${digests} digests made anew, passwords of the database's roles.`,
  )
}

/** Lays the new key under the name of the one in use, at once and whole; gives where the old one lies from now on. */
async function layKey(file: string, inUse: string): Promise<string> {
  const kept = `${inUse}.before-${new Date().toISOString().replaceAll(':', '-')}`
  await copyKey(inUse, kept)
  const draft = `${inUse}.unfinished`
  await rm(draft, { force: true })
  await copyKey(file, draft)
  await rename(draft, inUse)
  await syncFolder(dirname(inUse))
  return kept
}

/** Whatever others were let to read the file that it comes from, nobody but its owner reads the copy. */
async function copyKey(from: string, to: string): Promise<void> {
  await writeFile(to, await readFile(from), { mode: 0o600, flag: 'wx', flush: true })
}

/** A key that somebody has just laid there is on the disk before the database knows no other. */
async function persist(file: string): Promise<void> {
  const handle = await open(file, 'r')
  await handle.sync()
  await handle.close()
  await syncFolder(dirname(file))
}

const isFile = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
