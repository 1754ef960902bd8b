import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Carried } from '@openslrt/core/contract/carried.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { QuotaRow } from '@openslrt/core/need/need.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import { carriedFrom } from '@openslrt/core/programme/carried.ts'
import { placeFactsIn } from '@openslrt/core/programme/place-facts.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import type { PoolClient } from 'pg'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { catalogueOf } from './load.ts'
import { selectQuotas } from './queries-people.ts'
import { placeFactsOf, vocabularyFor } from './vocabulary.ts'

type World = Pick<CaseParts, 'reference'> & { readonly client: PoolClient }

/** FIELD-20 What a phone needs to tell families of these places what fits them, without asking again. */
export async function carriedAt(
  { client, reference }: World,
  reader: StaffActor,
  places: readonly PlaceCode[],
): Promise<Carried> {
  const district = ledgerOf(reader.place)
  const day = dayIn(reference.zoneOf(district), Date.now())
  const programmes = await programmesOf(client, places)
  const reading = { place: reader.place, day, catalogue: [] }
  const ids = programmes.map(({ id }) => id)
  const quotas = (await selectQuotas(client, district, ids)).map((row) => rowOf('quota', row, null))
  return {
    programmes: programmes.map((programme) => lineOf(carriedFrom(programme, day))),
    facts: [...placeFactsIn(placeFactsOf({ reference }, reading))],
    unseen: [...(vocabularyFor({ reference }, reader, reading).get('jenis_ppks')?.unseen ?? [])],
    quotas: quotas
      .filter((quota) => countsAt(quota, places, day))
      .map(quotaLine)
      .toSorted(byProgramme),
  }
}

/** Each programme once, in an order that does not change by itself: the same programmes make the same stamp. */
async function programmesOf(client: PoolClient, places: readonly PlaceCode[]): Promise<readonly ProgrammeRow[]> {
  const found = new Map<string, ProgrammeRow>()
  for (const place of places) for (const row of await catalogueOf(client, place)) found.set(row.id, row)
  return [...found.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** A quota of another village is nothing to these, nor is one that is over. */
const countsAt = (quota: QuotaRow, places: readonly PlaceCode[], day: string): boolean =>
  quota.until >= day && places.some((place) => covers(quota.place, place))

const quotaLine = ({ programme, place, from, until, places, granted, shared, waiting }: QuotaRow) => ({
  programme,
  place,
  from,
  until,
  places,
  granted,
  shared,
  waiting,
})
type QuotaLine = ReturnType<typeof quotaLine>
const keyOf = ({ programme, place, from }: QuotaLine): string => [programme, place, from].join(' ')
const byProgramme = (one: QuotaLine, other: QuotaLine): number => (keyOf(one) < keyOf(other) ? -1 : 1)

const lineOf = ({ papers, versions, ...programme }: ProgrammeRow): Carried['programmes'][number] => ({
  ...programme,
  papers: [...papers],
  versions: versions.map(({ excludes = [], conflicts, ...version }) => ({
    ...version,
    conflicts: [...conflicts],
    excludes: [...excludes],
  })),
})
