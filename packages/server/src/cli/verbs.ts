import { join } from 'node:path'
import type { Config } from '../config.ts'
import { withOwner } from '../platform/db/pools.ts'
import { rebuildDistrict } from '../platform/ledger/rebuild.ts'
import { wrongSums } from '../platform/ledger/sums.ts'
import type { Verdict } from '../platform/ledger/verify.ts'
import { verifyAll, verifyDistrict } from '../platform/ledger/verify.ts'
import { backup } from './backup.ts'
import { demo } from './demo.ts'
import { firstAdmin } from './first-admin.ts'
import { importFile } from './import.ts'
import { withDatabase } from './open-database.ts'
import { restore } from './restore.ts'
import { rotateKeys } from './rotate-keys.ts'
import type { Say, Verb } from './words.ts'

/** What `npm run slrt -- <verb>` can do. */
export const verbs: Readonly<Record<string, Verb>> = {
  help: { what: '[verb]      this list, or what one verb can do', run: async (_config, rest, say) => help(rest, say) },
  verify: { what: '[district]  proves the ledgers, and that rows and counters are what they add up to', run: verify },
  rebuild: { what: 'district    writes rows and counters of a district anew from its ledger', run: rebuild },
  backup,
  restore,
  'rotate-keys': rotateKeys,
  'first-admin': firstAdmin,
  import: importFile,
  demo,
}

function help([name]: readonly string[], say: Say): boolean {
  const asked = name !== undefined && Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (asked) for (const line of [asked.what, ...(asked.more ?? [])]) say(line)
  else listVerbs(say)
  return name === undefined || asked !== undefined
}

function listVerbs(say: Say): boolean {
  for (const [name, { what }] of Object.entries(verbs)) say(`npm run slrt -- ${name.padEnd(12)} ${what}`)
  return true
}

function verify(config: Config, [district]: readonly string[], say: Say): Promise<boolean> {
  const anchors = join(config.dataFolder, 'anchors.log')
  return withDatabase(config, say, async ({ pools, keys }) => {
    let well = true
    const verdicts = district
      ? [await verifyDistrict(pools.worker, keys, district, anchors)]
      : verifyAll(pools.worker, keys, anchors)
    for await (const verdict of verdicts) well = tell(verdict, say) && well
    const sums = await wrongSums(pools.worker, district?.slice(0, 2) ?? null)
    for (const problem of sums) say(problem)
    well = sums.length === 0 && well
    say(well ? 'Verified: chain, rows and counters agree.' : 'Not verified: see the lines above.')
    return well
  })
}

function tell({ district, entries, rows, problems }: Verdict, say: Say): boolean {
  say(`${district}: ${entries} entries, ${rows} rows${problems.length === 0 ? ', all as the ledger says' : ''}`)
  for (const problem of problems) say(`  ${problem}`)
  return problems.length === 0
}

async function rebuild(config: Config, [district]: readonly string[], say: Say): Promise<boolean> {
  if (!district) {
    say('Name the district: npm run slrt -- rebuild 34.04')
    return false
  }
  return withDatabase(config, say, ({ ownerUrl, keys }) =>
    withOwner(ownerUrl, async (owner) => {
      const { rows, removed, counters } = await rebuildDistrict(owner, keys, district)
      say(
        `${district}: ${rows} rows and ${counters} counters written from the ledger, ${removed} rows removed that it does not know.`,
      )
      return true
    }),
  )
}
