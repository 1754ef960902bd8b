import type { PlaceChoice, PlaceOffice, PlacesFound } from '@openslrt/core/contract/public-pages.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import { receptionFor } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { openHours } from './open-hours.ts'
import type { PublicParts } from './parts.ts'
import type { VillageRow } from './queries.ts'
import { selectVillage, selectVillages } from './queries.ts'

type Parts = Pick<PublicParts, 'pools' | 'reference'>

const mostShown = 20
export const fewestLetters = 2
/** Longer than any name with all the places around it. Each word more is one more query, and a condition in all of them. */
const mostLetters = 100
const mostWords = 12

/**
 * Villages by what somebody types: "Caturtunggal", "catur tunggal", "Sukamaju, Garut", "sukamaju garut". Without a
 * comma the last words are tried as the place around it, one more at a time, until something is found.
 */
export async function searchPlaces(parts: Parts, typed: string, lang: Lang, restricted = false): Promise<PlacesFound> {
  const rows = await findVillages(parts, typed)
  const places = rows.slice(0, mostShown)
  return { places: places.map((row) => choiceOf(parts, row, lang, restricted)), more: rows.length > mostShown }
}

/** One village by its code, for a choice that was made before. */
export async function findPlace(
  parts: Parts,
  code: string,
  lang: Lang,
  restricted = false,
): Promise<PlaceChoice | null> {
  const row = villageCode.safeParse(code).success ? await selectVillage(parts.pools.api, code) : null
  return row ? choiceOf(parts, row, lang, restricted) : null
}

async function findVillages({ pools }: Parts, typed: string): Promise<readonly VillageRow[]> {
  for (const { name, within } of readings(typed)) {
    const found = await selectVillages(pools.api, name, within, mostShown + 1)
    if (found.length > 0) return found
  }
  return []
}

interface Reading {
  readonly name: string
  readonly within: readonly string[]
}

/** The ways to read what was typed, the likeliest first. */
export function readings(typed: string): readonly Reading[] {
  const [first = [], ...rest] = typed.slice(0, mostLetters).split(',').map(wordsOf)
  const within = rest
    .flat()
    .filter((word) => !kinds.has(word))
    .slice(0, mostWords)
  const named = kinds.has(first[0] ?? '') && first.length > 1 ? [first, first.slice(1)] : [first]
  if (within.length > 0) return named.map((words) => ({ name: words.join(''), within }))
  return named.flatMap((words) =>
    words.map((_, cut) => ({
      name: words.slice(0, words.length - cut).join(''),
      within: words.slice(words.length - cut).filter((word) => !kinds.has(word)),
    })),
  )
}

// What kind of place it is stands in few names; "kota" and "kabupaten" do stand in those of the places around.
const kinds = new Set(['desa', 'ds', 'kelurahan', 'kel', 'kecamatan', 'kec'])

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .slice(0, mostWords)

function choiceOf(parts: Parts, row: VillageRow, lang: Lang, restricted: boolean): PlaceChoice {
  const { code, name, subdistrict, district, province } = row
  const place = villageCode.parse(code)
  const office = receptionFor(place, parts.reference.serving(place), { restricted })
  return {
    code,
    name,
    within: `${subdistrict}, ${district}, ${province}`,
    office: office ? officeOf(parts, office, place, lang) : null,
  }
}

function officeOf(parts: Parts, office: OfficeRow, place: PlaceCode, lang: Lang): PlaceOffice {
  return {
    name: office.name,
    above: office.place !== place,
    address: office.address,
    phone: office.phone,
    ...openHours(parts, office, lang, Date.now()),
  }
}
