import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { openShelf } from '../open-files.ts'
import { withOwner } from '../platform/db/pools.ts'
import { resealFiles } from '../platform/files/reseal-files.ts'
import type { KeyPace } from '../platform/ledger/keys.ts'
import { openKeys, usualPace } from '../platform/ledger/keys.ts'
import type { Rotation } from '../platform/ledger/rotate.ts'
import { beginRotation, districtsWithKeys, resealRows } from '../platform/ledger/rotate.ts'
import { changeMasterKey } from './change-master.ts'
import type { Opened } from './open-database.ts'
import { withDatabase } from './open-database.ts'
import type { Say, Verb } from './words.ts'
import { wordsOf } from './words.ts'

export const rotateKeys: Verb = {
  what: '[district]  seals personal data anew under a new key, while people go on working',
  more: [
    '',
    'npm run slrt -- rotate-keys          every district, province and the nation that hold anything',
    'npm run slrt -- rotate-keys 34.04    one of them',
    '',
    'Makes a new data key for each, waits until every running process knows it, and then seals anew what older keys',
    'sealed: entries of the ledger, personal fields, files. Old values stay readable meanwhile. Broken off, it goes on',
    'where it was when it is run again. Older keys are kept: backups and copies of files need them.',
    '',
    '--master /safe/new.key   changes the master key instead, to the one in this file, which is made if it is not there.',
    '                         OpenSLRT must be stopped meanwhile. Broken off, say the same again. See docs/how-to/keys.md.',
  ],
  run,
}

function run(config: Config, rest: readonly string[], say: Say): Promise<boolean> {
  const { words, options } = wordsOf(rest, { options: ['master'] })
  const { master } = options
  return master === undefined ? runRotation(config, words, say, usualPace) : changeMasterKey(config, master, say)
}

/** The rotation, at a pace that a test sets. */
export function runRotation(config: Config, [asked]: readonly string[], say: Say, pace: KeyPace): Promise<boolean> {
  return withDatabase(config, say, async (opened) => {
    const begun = await begin(opened, asked, say)
    const left = pace.settleMs + pace.freshMs - Math.min(...begun.map(({ ageMs }) => ageMs))
    if (left > 0) {
      say(`Waiting ${Math.ceil(left / 1000)} seconds until every process knows the new keys ...`)
      await sleep(left)
    }
    for (const rotation of begun) await reseal(config, opened, rotation, pace, say)
    say('Every value is sealed with its newest key.')
    return true
  })
}

const begin = ({ ownerUrl, master }: Opened, asked: string | undefined, say: Say): Promise<readonly Rotation[]> =>
  withOwner(ownerUrl, async (owner) => {
    const begun: Rotation[] = []
    for (const district of asked === undefined ? await districtsWithKeys(owner) : [asked]) {
      const rotation = await beginRotation(owner, master, district)
      say(`${district}: ${rotation.made ? 'new key' : 'going on with key'} ${rotation.key}`)
      begun.push(rotation)
    }
    return begun
  })

async function reseal(
  config: Config,
  { ownerUrl, master, pools }: Opened,
  rotation: Rotation,
  pace: KeyPace,
  say: Say,
): Promise<void> {
  const keys = await (await openKeys(master, pools.api, pace)).forDistrict(rotation.district)
  const rows = await withOwner(ownerUrl, (owner) => resealRows(owner, rotation, keys))
  const shelf = await openShelf(config)
  const files = await withOwner(ownerUrl, (owner) => resealFiles(owner, shelf, rotation, keys))
  say(`${rotation.district}: ${rows} values and ${files} files sealed anew`)
}
