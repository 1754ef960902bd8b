import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { nameKey } from '@openslrt/core/person/name-key.ts'
import { type Line, readingsOf, readLine } from '@openslrt/core/registry/search-line.ts'
import { rankPeople } from '@openslrt/core/registry/search-rank.ts'
import { soundsOf, whole } from '@openslrt/core/registry/sounds.ts'
import type { Village } from './phone-db.ts'
import type { Shown } from './view.ts'

type Person = ReplicaRow['person']

/** Somebody of the replica as they are looked for. */
export interface Known {
  readonly id: string
  readonly family: string | null
  readonly place: string
  readonly name: string
  readonly birth_date: string | null
  /** NIK and KK as a phone holds them: masked but for the first four digits and the last two. */
  readonly numbers: readonly string[]
}

/** People of a replica, by how their names sound. */
export interface LookUp {
  readonly people: readonly Known[]
  readonly bySound: ReadonlyMap<string, readonly Known[]>
}

/** Made once after a sync: the sounds of ten thousand names take a moment, a search through them does not. */
export function lookUpOf({ person, family }: Pick<Shown, 'person' | 'family'>): LookUp {
  const people = [...person.values()].flatMap((row) => {
    const card = row.family === null ? undefined : family.get(row.family)
    return row.mergedInto === null ? [knownOf(row, text(card?.said['nomor_kartu_keluarga']))] : []
  })
  const bySound = new Map<string, Known[]>()
  for (const one of people)
    for (const sound of soundsOf(one.name)) {
      const same = bySound.get(sound)
      if (same) same.push(one)
      else bySound.set(sound, [one])
    }
  return { people, bySound }
}

const knownOf = ({ id, family, place, said }: Person, kk: string): Known => ({
  id,
  family,
  place,
  name: text(said['nama']),
  birth_date: text(said['tanggal_lahir']) || null,
  numbers: [text(said['nomor_induk_kependudukan']), kk].filter((number) => number !== ''),
})

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** More than anybody reads on a phone. */
export const mostFound = 50
/** Of a name that many have, so many are judged by their whole names. */
const mostJudged = 250

/**
 * SYNC-30 Searches the replica as the server searches the registry: by name however it is spelled, with the day or year of
 * birth and the village if they are said, and the last digits of a NIK or KK.
 */
export function find(lookUp: LookUp, typed: string, villages: readonly Village[]): readonly Known[] {
  const { digits, rest } = takeDigits(typed)
  const fits = (one: Known): boolean => digits === null || one.numbers.some((number) => isOf(number, digits))
  const line = readLine(rest)
  if (line.words.length === 0) return first(byDay(lookUp, line, digits !== null).filter(fits))
  for (const { name, place } of readingsOf(line)) {
    const codes = place === null ? null : villagesLike(place, villages)
    if (codes?.size === 0) continue
    const near = soundingLike(lookUp, name, fits).filter((one) => codes?.has(one.place) ?? true)
    const found = rankPeople({ name: nameKey(name), birth: line.birth, year: line.year }, near)
    if (found.length > 0) return first(found)
  }
  return []
}

const first = (found: readonly Known[]): readonly Known[] => found.slice(0, mostFound)

/** A whole number, or the last digits of one, beside what else was typed; a year is none, nor is a day. */
function takeDigits(typed: string): { readonly digits: string | null; readonly rest: string } {
  const whole = typed.replace(/[\s.-]/g, '')
  if (/^\d{16}$/.test(whole)) return { digits: whole, rest: '' }
  const [found] = /(?<![\d/.-])(?!(?:19|20)\d\d\b)\d{2,6}$/.exec(typed.trim()) ?? []
  return found === undefined || readLine(typed).birth !== null
    ? { digits: null, rest: typed }
    : { digits: found, rest: typed.trim().slice(0, -found.length) }
}

/** Of a masked number its first four digits and its last two can be held against what was typed. */
const isOf = (masked: string, digits: string): boolean =>
  masked.slice(-2) === digits.slice(-2) && (digits.length < 16 || masked.slice(0, 4) === digits.slice(0, 4))

/** Everybody who was born then; without a day or a year everybody, where a number narrows them down. */
function byDay({ people }: LookUp, { birth, year }: Line, all: boolean): readonly Known[] {
  if (birth !== null) return people.filter((one) => one.birth_date === birth)
  if (year !== null) return people.filter((one) => Number(one.birth_date?.slice(0, 4)) === year)
  return all ? people : []
}

function villagesLike(place: string, villages: readonly Village[]): ReadonlySet<string> {
  const wanted = nameKey(place)
  return new Set(villages.filter(({ name }) => nameKey(name).startsWith(wanted)).map(({ code }) => code))
}

/** Those who share a sound of the name, who share most of them first. */
function soundingLike({ bySound }: LookUp, name: string, fits: (one: Known) => boolean): readonly Known[] {
  const sounds = soundsOf(name).filter((sound) => !sound.startsWith(whole('')))
  const shared = new Map<Known, number>()
  for (const sound of sounds) for (const one of bySound.get(sound) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1)
  const all = [...shared.keys()].filter(fits)
  if (all.length <= mostJudged) return all
  return all.toSorted((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0)).slice(0, mostJudged)
}
