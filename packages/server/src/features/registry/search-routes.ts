import type { PersonLine } from '@openslrt/core/contract/find.ts'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { maskNumber } from '@openslrt/core/person/mask.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import { fieldAbout } from '../../platform/ledger/codec.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import type { Keys } from '../../platform/ledger/keys.ts'
import type { Reference } from '../reference/index.ts'
import type { FoundPerson } from './queries-search.ts'
import type { Found } from './search.ts'
import { findPeople } from './search.ts'
import { elsewhereOf } from './search-elsewhere.ts'

export interface FindParts {
  readonly ledger: Ledger
  readonly reference: Reference
}

/** The one box by which people are found. What is looked for is written down, before anything is shown. */
export const findRoutesOf = ({ ledger: { pool, keys }, reference }: FindParts): readonly Route[] => [
  route(findRoutes.find, async ({ body, actor }) => {
    const reader = actor()
    // FIND-4 Whoever names a place of others is told so; people of their own place would look like the answer.
    const within = commonPlace(reader.place, body.place ?? reader.place)
    if (within === null) return no({ code: 'wrong-place' })
    const district = ledgerOf(reader.place)
    const districtKeys = await keys.forDistrict(district)
    const answer = await inScope(pool, scopeOf(reader, null), async (client) => {
      await logAccess(client, reader, { district, action: 'search', subject: null, reason: '' })
      const found = await findPeople(client, reader, { text: body.text, within }, districtKeys)
      const unknown = found.line.number !== null && found.people.length === 0 ? found.line.number : null
      const beyond =
        unknown === null
          ? { elsewhere: [], limited: false }
          : await elsewhereOf(client, reader, reference, districtKeys.index('nik', unknown))
      return { found, beyond }
    })
    const items = await Promise.all(answer.found.people.map((person) => lineOf(person, keys)))
    return ok({ items, more: answer.found.more, read: readAs(answer.found), ...answer.beyond })
  }),
]

/** What lies in both: the smaller of two places where one covers the other. */
function commonPlace(one: PlaceCode, other: PlaceCode): PlaceCode | null {
  if (covers(one, other)) return other
  return covers(other, one) ? one : null
}

const readAs = ({ as, name, line, places }: Found) => ({
  as,
  name,
  birth: line.birth,
  year: line.year,
  places: places.map(({ code, name: called }) => ({ code, name: called })),
})

/** A person as a line of a list: the NIK with its middle hidden, opened for that with the key of the person's own district. */
export async function lineOf(person: FoundPerson, keys: Keys): Promise<PersonLine> {
  const { id, district, name, birth_date, sex, place, place_name, family, status } = person
  const districtKeys = await keys.forDistrict(district)
  const nik = person.nik === null ? null : maskNumber(districtKeys.open(person.nik, fieldAbout).toString())
  return { id, district, name, nik, birthDate: birth_date, sex, place, placeName: place_name, family, status }
}
