import { createHash, randomUUID } from 'node:crypto'
import { ok } from '@openslrt/core/kernel/result.ts'
import type { Change } from '@openslrt/core/ledger/entry.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'
import { aFamily, aPerson, aRecord } from '@openslrt/core/testing/a-family.ts'
import { aNeed, anApplication, aParticipation } from '@openslrt/core/testing/a-need.ts'
import { aLink } from '@openslrt/core/testing/a-pair.ts'
import { aProposal } from '@openslrt/core/testing/a-proposal.ts'
import { anAffected, aSurge } from '@openslrt/core/testing/a-surge.ts'
import { aVisit } from '@openslrt/core/testing/a-visit.ts'
import { aPpks } from '@openslrt/core/testing/a-welfare.ts'
import { execute } from '../platform/ledger/execute.ts'
import { changeOf } from './a-change.ts'
import type { TestHouse } from './house.ts'

/** What is told of a row otherwise; its village and family by their codes and ids as tests have them. */
type Own<Row> = Partial<Omit<Row, 'id' | 'district' | 'version' | 'place' | 'family'>> & {
  readonly place?: string
  readonly family?: string | null
}

/** People and families as a test lays them into a ledger, by an entry like any other. */
export function peopleIn(house: TestHouse) {
  return {
    family: (own: Own<FamilyRow> = {}): Promise<string> => lay(house, 'family', { ...aFamily, kk: null, ...own }),
    person: (own: Own<PersonRow> = {}): Promise<string> =>
      lay(house, 'person', { ...aPerson, family: null, nik: null, phone: null, ...own }),
    /** Something that was said of somebody. */
    record: (of: string): Promise<string> => lay(house, 'registryRecord', { ...aRecord, holder: of }),
  }
}

async function lay(
  house: TestHouse,
  table: 'person' | 'family' | 'registryRecord',
  row: { readonly place: string; readonly [field: string]: unknown },
): Promise<string> {
  const id = randomUUID()
  const { id: _id, version: _version, ...set } = { id, version: 0, ...row }
  await layChanges(house, row.place, [changeOf(table, id, 0, { ...set, district: row.place.slice(0, 5) })])
  return id
}

/** Writes changes into the ledger of a place's district, as its set-up. */
export async function layChanges(house: TestHouse, place: string, changes: readonly Change[]): Promise<void> {
  const now = Date.now()
  const decision = { action: 'laid', note: '', say: {}, day: '2026-11-02', changes, jobs: [] as const }
  const command = {
    id: randomUUID(),
    kind: 'registry.add',
    district: ledgerCode.parse(place.slice(0, 5)),
    subject: changes[0]?.id ?? randomUUID(),
    actor: { kind: 'setup' as const },
    doneAt: now,
    receivedAt: now,
    bodyHash: createHash('sha256').update(place).digest(),
  }
  const reply = await execute(house.parts.ledger, command, () =>
    Promise.resolve(ok({ decision, place: placeCode.parse(place), before: [], relies: [] })),
  )
  if (reply.status === 'refused') throw new Error(JSON.stringify(reply.refusal))
}

/** Whose rows are laid, and where they lie: an office and a village. */
export interface Whose {
  readonly person: string | null
  readonly family: string | null
  readonly office: string
  readonly place: string
}

/** Lays a row into every table that names a person or a family, as another office of the district wrote it. Gives their tables and ids. */
export async function layAllAbout(
  house: TestHouse,
  { person, family, office, place }: Whose,
): Promise<readonly { readonly table: string; readonly id: string }[]> {
  const [need, surge] = [randomUUID(), randomUUID()]
  const rows = [
    ['registryRecord', randomUUID(), { ...aRecord, holder: person ?? family, of: person ? 'person' : 'family', place }],
    ['visit', randomUUID(), { ...aVisit(), person, family, office, place }],
    ['need', need, { ...aNeed(), person, family, office, place }],
    [
      'application',
      randomUUID(),
      { ...anApplication(), need, person, family, from: office, office, place, quota: null },
    ],
    ['participation', randomUUID(), { ...aParticipation(), person, family, place, programme: randomUUID() }],
    ['affected', randomUUID(), { ...anAffected(), surge, person, family, office, place }],
    ['proposal', randomUUID(), { ...aProposal(), person, family, office, place }],
    ['ppks', randomUUID(), { ...aPpks(), person, family, office, place, restricted: 'hiv' }],
    ...(person === null ? [] : [['registryLink', randomUUID(), { ...aLink, person, place }] as const]),
  ] as const
  const laid = [['surge', surge, { ...aSurge(), office }] as const, ...rows]
  const changes = laid.map(([table, id, row]) => {
    const { id: _id, version: _version, ...set } = { ...row }
    return changeOf(table, id, 0, set)
  })
  await layChanges(house, place, changes)
  return rows.map(([table, id]) => ({ table, id }))
}
