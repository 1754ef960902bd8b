import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { LinkLine } from '@openslrt/core/contract/doubles.ts'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { officeId, type PersonId, personId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { ledgerCode, ledgerOf } from '@openslrt/core/place/code.ts'
import type { LinkRow } from '@openslrt/core/registry/link.ts'
import type { PoolClient } from 'pg'
import { placeNames } from '../../platform/db/names.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Reference } from '../reference/index.ts'
import { findPerson } from './load.ts'
import { selectAsked, selectLinksOf } from './queries-link.ts'
import type { FindParts } from './search-routes.ts'

const mostAsked = 50

/** DOUBLE-12 What is known of a person elsewhere, or asked by others: of the reader's own person only. */
export const linkRoutesOf = ({ ledger: { pool, keys }, reference }: FindParts): readonly Route[] => [
  route(doubleRoutes.links, async ({ query, actor }) => {
    const reader = actor()
    const district = query.district ?? ledgerOf(reader.place)
    const own = await keys.forDistrict(district)
    const told = async (client: PoolClient, row: DbRow, person: Own): Promise<LinkLine> => {
      const link = rowOf('registryLink', row, await keys.forDistrict(String(row['district'])))
      return lineOf(link, person, reader, { reference, names: await placeNames(client, [link.district, link.other]) })
    }
    return inScope(pool, scopeOf(reader, null), async (client) => {
      if (query.person === undefined) {
        if (!reader.permissions.has('registry.merge')) return ok({ items: [] })
        const asked = await selectAsked(client, reader, mostAsked)
        return ok({
          items: await Promise.all(asked.map(({ link, person }) => told(client, link, { ...person, at: district }))),
        })
      }
      const person = await findPerson(client, reader, district, query.person, own)
      if (!person) return no({ code: 'not-found' })
      const nik = person.nik === null ? null : own.index('nik', person.nik)
      const rows = await selectLinksOf(client, { district, id: person.id, nik })
      return ok({ items: await Promise.all(rows.map((row) => told(client, row, { ...person, at: district }))) })
    })
  }),
]

/** The person in the reader's own district. */
interface Own {
  readonly id: string
  readonly name: string
  readonly at: LedgerCode
}

interface Naming {
  readonly reference: Reference
  readonly names: ReadonlyMap<string, string>
}

function lineOf(link: LinkRow, own: Own, reader: StaffActor, { reference, names }: Naming): LinkLine {
  const asked = link.district === own.at
  const office = asked ? link.answerOffice : link.office
  const merges = reader.permissions.has('registry.merge')
  const person: PersonId = personId.parse(own.id)
  const other = asked ? link.other : link.district
  return {
    id: link.id,
    district: ledgerCode.parse(link.district),
    version: link.version,
    status: link.status,
    asked,
    otherName: names.get(other) ?? other,
    officeName: office === null ? '' : (reference.offices().get(officeId.parse(office))?.name ?? ''),
    note: link.note,
    at: link.at,
    answeredAt: link.answeredAt,
    person,
    personName: own.name,
    mayAnswer: merges && !asked && link.status === 'asked',
    mayEnd: merges && (asked ? link.status !== 'ended' : link.status === 'confirmed'),
  }
}
