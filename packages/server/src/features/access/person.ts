import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { PersonExport } from '@openslrt/core/contract/access-queries.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { CaseParts } from '../case/index.ts'
import { personCases } from '../case/index.ts'
import { personHoldings } from '../registry/index.ts'
import { lookLine } from './looks.ts'
import { ofSubjects, selectLooks } from './queries.ts'

/** As many looks as anybody reads; the card's own list has all of them. */
const mostLooks = 1_000

interface Asked {
  readonly nik: string
  readonly purpose: string
}

/**
 * ACCESS-18, PRIVACY-9 All that the district holds of one person and this reader sees whole, cases and registry, with the
 * purpose on record: one line for each, so that the citizen finds it among the looks at theirs; one without a case where there is none.
 */
export async function exportPerson(
  { ledger, reference }: CaseParts,
  reader: StaffActor,
  madeBy: string,
  { nik, purpose }: Asked,
): Promise<PersonExport> {
  const district = ledgerOf(reader.place)
  const keys = await ledger.keys.forDistrict(district)
  const held = await inScope(ledger.pool, scopeOf(reader, district), async (client) => {
    const found = await personCases(client, reader, { district, nik, keys, reference, now: Date.now() })
    const whole = []
    for (const { id, told } of found) whole.push({ ...told, looks: await looksAt(client, reader, district, [id]) })
    const known = await personHoldings(client, reader, { district, nik, keys, reference })
    const holdings = []
    for (const { ids, told } of known) holdings.push({ ...told, looks: await looksAt(client, reader, district, ids) })
    const held = [...found.map(({ id }) => id), ...known.map(({ told }) => told.id)]
    for (const subject of held.length > 0 ? held : [null])
      await logAccess(client, reader, { district, action: 'export', subject, reason: purpose })
    return { cases: whole, registry: holdings }
  })
  return {
    nik,
    madeAt: Date.now(),
    madeBy,
    officeName: reference.offices().get(reader.office)?.name ?? '',
    zone: reference.zoneOf(district),
    purpose,
    ...held,
  }
}

async function looksAt(client: PoolClient, reader: StaffActor, district: string, ids: readonly string[]) {
  const where = [ofSubjects(district, ids)]
  return (await selectLooks(client, reader, { where, newestFirst: true, limit: mostLooks, offset: 0 })).map(lookLine)
}
