import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { phoneKey } from '@openslrt/core/person/mask.ts'
import { ledgerOf, placeCode, rangeOf } from '@openslrt/core/place/code.ts'
import type { Alike, DoubleReason } from '@openslrt/core/registry/double-score.ts'
import { comparePersons, worthAsking } from '@openslrt/core/registry/double-score.ts'
import { soundsOf } from '@openslrt/core/registry/sounds.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { FoundPerson } from './queries-search.ts'
import { selectBornOn, selectByNumber, selectPeople, selectSounding } from './queries-search.ts'

/** Somebody who is about to be written down. */
export interface Newcomer {
  readonly name: string
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
  readonly birthDate: string | null
  readonly sex: 'L' | 'P' | null
  readonly place: string
}

export interface Candidate {
  readonly person: FoundPerson
  readonly score: number
  readonly reasons: readonly DoubleReason[]
}

const mostRead = 200
const mostShown = 10

/** DOUBLE-4 Whom somebody new may be, of those within scope, the likeliest first, with the reasons. */
export async function candidatesFor(
  client: PoolClient,
  actor: StaffActor,
  newcomer: Newcomer,
  keys: DistrictKeys,
): Promise<readonly Candidate[]> {
  const hex = (purpose: string, value: string | null): string | null =>
    value === null ? null : keys.index(purpose, value).toString('hex')
  const mine: Alike = {
    ...newcomer,
    nik: hex('nik', newcomer.nik),
    kk: hex('kk', newcomer.kk),
    phone: hex('phone', newcomer.phone === null ? null : phoneKey(newcomer.phone)),
  }
  const people = new Map((await fetchAlike(client, actor, newcomer, keys)).map((person) => [person.id, person]))
  return [...people.values()]
    .map((person) => ({ person, ...comparePersons(mine, alikeOf(person)) }))
    .filter(({ score }) => score >= worthAsking)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, mostShown)
}

async function fetchAlike(
  client: PoolClient,
  actor: StaffActor,
  { name, nik, kk, birthDate, place }: Newcomer,
  keys: DistrictKeys,
): Promise<readonly FoundPerson[]> {
  const none = Buffer.alloc(0)
  const index = (purpose: string, value: string | null): Buffer => (value === null ? none : keys.index(purpose, value))
  const numbers = await selectByNumber(client, actor, index('nik', nik), index('kk', kk))
  const village = placeCode.parse(place)
  const district = { ...rangeOf(placeCode.parse(ledgerOf(village))), areas: [] }
  const day = birthDate === null ? null : { district: ledgerOf(village), day: birthDate, most: mostRead }
  const born = day === null ? [] : await selectBornOn(client, actor, district, { ...day, sounds: soundsOf(name) })
  const lists = soundsOf(name)
    .toSorted((left, right) => right.length - left.length)
    .slice(0, 3)
    .map((one) => [one])
  const subdistrict = placeCode.parse(place.slice(0, 8))
  const near = { ...rangeOf(subdistrict), areas: [subdistrict] }
  const ever = { bornFrom: null, bornTo: null, most: mostRead }
  const sounding = lists.length === 0 ? [] : await selectSounding(client, near, { lists, ...ever })
  const ids = sounding.map(({ id }) => id)
  return [...numbers, ...born, ...(await selectPeople(client, actor, ledgerOf(village), ids))]
}

/** A person found, as the comparison reads them. */
export function alikeOf(person: FoundPerson): Alike {
  const hex = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null
  const { name, sex, place, birth_date: birthDate } = person
  const numbers = { nik: hex(person.nik_index), kk: hex(person.kk_index), phone: hex(person.phone_index) }
  return { ...numbers, name, sex, place, birthDate }
}
