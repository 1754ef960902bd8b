import type { Actor } from '@openslrt/core/access/actor.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import { each } from '@openslrt/core/kernel/steps.ts'
import { plain } from '@openslrt/core/office/import/columns.ts'
import type { PlaceBook } from '@openslrt/core/office/import/find-place.ts'
import { codeIn, lettersOf } from '@openslrt/core/office/import/find-place.ts'
import type { OfficeIndex } from '@openslrt/core/office/import/office-index.ts'
import { indexOver, standingOffices } from '@openslrt/core/office/import/office-index.ts'
import type { KnownPerson } from '@openslrt/core/office/import/plan-staff.ts'
import { idOfPerson, officeOfRow } from '@openslrt/core/office/import/plan-staff.ts'
import type { ImportLook, ImportRow } from '@openslrt/core/office/import/row-plan.ts'
import { placeNamed } from '@openslrt/core/office/import/row-plan.ts'
import type { Offices } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { nationPlace, placeCode } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import { inSlices } from '../../../platform/in-slices.ts'
import { madeId } from '../../../platform/ledger/made-id.ts'
import { rowOf } from '../../../platform/ledger/tables.ts'
import type { Reference } from '../../reference/index.ts'
import { selectNamedPlaces, selectPeople } from './queries.ts'

export interface ImportParts {
  readonly pool: Pool
  readonly reference: Reference
}

export interface Importer {
  readonly actor: Actor
  readonly lang: Lang
  readonly now: number
}

export type Looking = ImportLook & { readonly index: OfficeIndex }

/** What the rows of a file are read with: the places that they name, the offices that stand, and who reads them. */
export async function lookFor(
  { pool, reference }: ImportParts,
  rows: readonly ImportRow[],
  by: Importer,
): Promise<Looking> {
  const offices = reference.offices()
  return {
    ...by,
    home: by.actor.kind === 'staff' ? by.actor.place : nationPlace,
    book: await bookFor(pool, rows),
    offices,
    roles: reference.roles,
    idOf,
    index: indexOver(standing(reference)),
  }
}

/** The people whom rows of staff may mean: those at the offices that they name, and those whose ids they name or would give. */
export async function peopleFor(
  { pool }: ImportParts,
  rows: readonly ImportRow[],
  look: Looking,
): Promise<readonly KnownPerson[]> {
  const named = await inSlices(each(rows, (row) => ({ row, office: officeOfRow(row, look) })))
  const offices = named.flatMap(({ office }) => (office.ok ? [office.value.id] : []))
  const derived = named.flatMap(({ row, office }) =>
    office.ok ? [idOfPerson(office.value.id, row.cell('name').trim(), look)] : [],
  )
  const written = rows.flatMap((row) => staffId.safeParse(row.cell('id').trim().toLowerCase()).data ?? [])
  const found = await selectPeople(pool, [...new Set(offices)], [...new Set([...derived, ...written])])
  const posts = Map.groupBy(
    found.posts.map((row) => rowOf('post', row, null)),
    ({ staff }) => staff,
  )
  return found.staff.map((row) => {
    const staff = rowOf('staff', row, null)
    return { staff, posts: posts.get(staff.id) ?? [] }
  })
}

type Standing = ReturnType<typeof standingOffices>

// Made once for each state of the offices: a file of thousands of rows is read in many parts.
const kept = new WeakMap<Offices, { readonly told: number; readonly made: Standing }>()
function standing(reference: ImportParts['reference']): Standing {
  const [offices, told] = [reference.offices(), reference.officesTold()]
  const known = kept.get(offices)
  if (known?.told === told) return known.made
  const made = standingOffices(offices)
  kept.set(offices, { told, made })
  return made
}

async function bookFor(pool: Pool, rows: readonly ImportRow[]): Promise<PlaceBook> {
  const said = rows
    .flatMap((row) => [...Object.values(placeNamed(row)), row.cell('parentPlace')])
    .filter((text) => text.trim() !== '')
  const codes = [...new Set(said)].flatMap((text) => codeIn(text) ?? [])
  const letters = [...new Set(said.flatMap((text) => (codeIn(text) ? [] : [lettersOf(text), plain(text)])))]
  const named = await selectNamedPlaces(pool, codes.flatMap(waysUp), letters)
  // Of a village that is found by its name, the sub-district is named as well.
  const above = named.filter(({ level }) => level === 'village').map(({ code }) => code.slice(0, 8))
  const places = [...named, ...(above.length > 0 ? await selectNamedPlaces(pool, [...new Set(above)], []) : [])]
  const names = new Map(places.map(({ code, name }) => [code, name]))
  const byLetters = Map.groupBy([...new Map(places.map((place) => [place.code, place])).values()], keyOf)
  return {
    nameOf: (code) => names.get(code) ?? null,
    named: (level, text) => (byLetters.get(`${level} ${text}`) ?? []).map(({ code }) => placeCode.parse(code)),
  }
}

const keyOf = ({ level, name }: { level: string; name: string }): string => `${level} ${lettersOf(name)}`

const waysUp = (code: PlaceCode): readonly string[] => {
  const parts = code.split('.')
  return parts.map((_, nth) => parts.slice(0, nth + 1).join('.'))
}

/** The id that a seed of an import always gives. */
export const idOf = (seed: string): string => madeId(`import ${seed}`)
