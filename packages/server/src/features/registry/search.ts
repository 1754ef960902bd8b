import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, levelOf, rangeOf } from '@openslrt/core/place/code.ts'
import type { Line, Reading } from '@openslrt/core/registry/search-line.ts'
import { readingsOf, readLine } from '@openslrt/core/registry/search-line.ts'
import type { Asked } from '@openslrt/core/registry/search-rank.ts'
import { rankPeople } from '@openslrt/core/registry/search-rank.ts'
import { soundsOf } from '@openslrt/core/registry/sounds.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { Area, CalledPlace, FoundPerson, Sounding } from './queries-search.ts'
import {
  placesCalled,
  selectBornOn,
  selectByNumber,
  selectPeople,
  selectSounding,
  subdistrictsIn,
} from './queries-search.ts'

/** How many people one step of a search reads; the rest is parted by a place or a day. */
const mostRead = 200
/** Whoever lives in a village and whose name begins alike is read where nothing sounds like what was typed. */
const mostInVillage = 1_000
const mostShown = 25

/** What was found, and how the line was read. */
export interface Found {
  readonly people: readonly FoundPerson[]
  readonly more: boolean
  readonly as: 'number' | 'name' | 'nothing' | 'place-needed'
  readonly line: Line
  readonly name: string
  readonly places: readonly CalledPlace[]
}

/**
 * FIND-4 Looks for people by one line, within a place of whoever asks: a number exactly; a name with a day of birth by the
 * day, then by how it sounds; a name in its place by how all of it sounds, then one word of it, then whoever lives in the
 * village. What is found is ranked by the whole name.
 */
export async function findPeople(
  client: PoolClient,
  actor: StaffActor,
  { text, within }: { readonly text: string; readonly within: PlaceCode },
  keys: DistrictKeys,
): Promise<Found> {
  const line = readLine(text)
  const found = { line, name: '', places: [], more: false, people: [] }
  if (line.number !== null) {
    const [nik, kk] = [keys.index('nik', line.number), keys.index('kk', line.number)]
    return { ...found, as: 'number', people: distinct(await selectByNumber(client, actor, nik, kk)) }
  }
  if (line.words.length === 0) return { ...found, as: 'nothing' }
  const { name, places } = await readPlaces(client, line, within)
  const areas = places.length > 0 ? places.map(({ code }) => code) : [within]
  // FIND-5 A name alone among millions names thousands: whoever sees several districts says in which.
  if (areas.some((code) => ['nation', 'province'].includes(levelOf(code))))
    return { ...found, as: 'place-needed', name }
  const asked: Asked = { name, birth: line.birth, year: line.year }
  const all = (await Promise.all(areas.map((code) => findIn(client, actor, code, asked)))).flat()
  const ranked = rankPeople(asked, distinct(all))
  return { line, as: 'name', name, places, people: ranked.slice(0, mostShown), more: ranked.length > mostShown }
}

/** FIND-3 Which of the words are a place: the first reading whose place there is, within what is searched. */
async function readPlaces(
  client: PoolClient,
  line: Line,
  within: PlaceCode,
): Promise<{ readonly name: string; readonly places: readonly CalledPlace[] }> {
  const readings = readingsOf(line)
  const { from, to } = rangeOf(within)
  const spelled = readings.flatMap(({ place }) => (place === null ? [] : spellingsOf(place)))
  const called = spelled.length === 0 ? [] : await placesCalled(client, spelled, from, to)
  for (const reading of readings) {
    const places = placesOf(reading, called)
    if (places.length > 0) return { name: reading.name, places }
  }
  const [last] = readings.slice(-1)
  return { name: line.placeWords > 0 ? (last?.name ?? '') : line.words.join(' '), places: [] }
}

/** How the name of a place may stand on the list: districts with what they are before it. */
function spellingsOf(name: string): readonly string[] {
  const spelled = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return [spelled, `kabupaten${spelled}`, `kota${spelled}`]
}
const placesOf = ({ place }: Reading, called: readonly CalledPlace[]): readonly CalledPlace[] =>
  place === null ? [] : called.filter(({ spelled }) => spellingsOf(place).includes(spelled))

async function findIn(
  client: PoolClient,
  actor: StaffActor,
  place: PlaceCode,
  asked: Asked,
): Promise<readonly FoundPerson[]> {
  const area = await areaOf(client, place)
  const onDay =
    asked.birth === null ? null : { district: ledgerOf(place), day: asked.birth, most: mostRead, sounds: [] }
  const born = onDay === null ? [] : await selectBornOn(client, actor, area, onDay)
  if (rankPeople(asked, born).length > 0) return born
  const sounds = soundsOf(asked.name)
  const last = levelOf(place) === 'village' ? beginningLike(sounds) : []
  for (const step of [...stepsOf(sounds, asked.year), ...last]) {
    const ranked = rankPeople(asked, await selectSounding(client, area, step)).slice(0, mostShown + 1)
    const ids = ranked.map(({ id }) => id)
    if (ids.length > 0) return [...born, ...(await selectPeople(client, actor, ledgerOf(place), ids))]
  }
  return born
}

async function areaOf(client: PoolClient, place: PlaceCode): Promise<Area> {
  const { from, to } = rangeOf(place)
  const areas = levelOf(place) === 'district' ? await subdistrictsIn(client, from, to) : [place]
  return { from, to, areas }
}

/** Everything that was heard first, then any of it, and each first of those born in the year. Three words tell people apart: the longest. */
function stepsOf(sounds: readonly string[], year: number | null): readonly Sounding[] {
  if (sounds.length === 0) return []
  const longest = sounds.toSorted((left, right) => right.length - left.length)
  const all = longest.slice(0, 3).map((sound) => [sound])
  const ever = { bornFrom: null, bornTo: null, most: mostRead }
  const then = year === null ? [] : [{ ...ever, bornFrom: `${year}-01-01`, bornTo: `${year}-12-31` }]
  return [all, [sounds]].flatMap((lists) => [...then, ever].map((born) => ({ lists, ...born })))
}

/** Where nothing sounds like what was typed: whoever lives in the village and whose name begins to sound like it. */
const beginningLike = ([first]: readonly string[]): readonly Sounding[] =>
  first === undefined ? [] : [{ lists: [[`^${first.slice(0, 1)}`]], bornFrom: null, bornTo: null, most: mostInVillage }]

const distinct = (people: readonly FoundPerson[]): readonly FoundPerson[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
]
