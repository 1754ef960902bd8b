import type { Face } from '@openslrt/core/condition/condition.ts'
import { faceNames, faces } from '@openslrt/core/condition/condition.ts'
import type { Conditions } from '@openslrt/core/contract/conditions.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Frame } from './frame.ts'
import { selectPartNames } from './queries.ts'
import type { SumRow } from './queries-conditions.ts'
import { selectCountedOn, selectParts, selectSums } from './queries-conditions.ts'

interface Look {
  readonly frame: Frame
  readonly face: Face
  /** Whether the reader may open the people who are counted. */
  readonly opens: boolean
  readonly base: number
}

/** CONDITION-7 How people of a place live, and one face of it for each place right below. */
export async function conditionsAt(client: PoolClient, { frame, face, opens, base }: Look): Promise<Conditions> {
  const { place, above } = frame
  const sums = await selectSums(client, place.code, opens)
  const parts = await selectParts(client, place.code, face, opens)
  const names = place.level === 'village' ? [] : await selectPartNames(client, place.code)
  return {
    place,
    above,
    opens,
    base,
    ...(await selectCountedOn(client, place.code)),
    faces: faceNames.map((name) => ({ face: name, of: faces[name].of, values: valuesOf(name, sums) })),
    face,
    below: names.map(({ code, name }) => ({
      place: placeCode.parse(code),
      name,
      values: valuesOf(
        face,
        parts.filter(({ part }) => part === code),
      ),
    })),
  }
}

/** Every value that a face may have stands there, also with nobody; snapshots as they were found, the newest first. */
function valuesOf(face: Face, rows: readonly SumRow[]) {
  const own = rows.filter((row) => row.face === face)
  const values = faces[face].values ?? own.map(({ value }) => value).toSorted((one, other) => (one < other ? 1 : -1))
  return values.map((value) => ({ value, n: own.find((row) => row.value === value)?.n ?? 0 }))
}
