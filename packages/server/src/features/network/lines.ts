import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { NetworkCard, NetworkLine, NetworkTold } from '@openslrt/core/contract/network-queries.ts'
import { networkCard, networkLine } from '@openslrt/core/contract/network-queries.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { maySay, mayStep } from '@openslrt/core/network/decide.ts'
import type { NetworkState } from '@openslrt/core/network/kinds.ts'
import { networkActs } from '@openslrt/core/network/moves.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Reference } from '../reference/index.ts'
import { todayIn } from '../reference/index.ts'
import type { CardRow, NetworkRow, ToldRow } from './queries.ts'
import { mostTold } from './queries.ts'

/** An office in the list. */
export const lineOf = ({ place_name, state_on, grown_year, ...row }: NetworkRow): NetworkLine =>
  networkLine.parse({ ...row, placeName: place_name, stateOn: state_on, grownYear: grown_year })

export interface Beside {
  readonly told: readonly ToldRow[]
  readonly posts: readonly { readonly role: string; readonly people: number }[]
}

/** An office with all that is held of it, and what the reader may say about it. */
export function cardOf(reference: Reference, reader: StaffActor, row: CardRow, { told, posts }: Beside): NetworkCard {
  const line = lineOf(row)
  const office = reference.offices().get(officeId.parse(row.id)) ?? null
  const acts = networkActs.filter((act) => office && mayStep(act, office, standsAs(line), reader) === null)
  const roles = reference.roles(placeCode.parse(row.place))
  return networkCard.parse({
    ...line,
    version: row.version,
    address: row.address,
    phone: row.phone,
    open: row.open,
    facts: row.facts,
    posts: posts.map(({ role, people }) => ({ role, people, names: roles.get(role)?.names ?? { id: role, en: role } })),
    history: told.slice(0, mostTold).map(toldOf),
    older: told.length > mostTold,
    today: todayIn(reference, row.district),
    says: office !== null && maySay(office, reader) === null,
    acts,
  })
}

const standsAs = ({ state, stateOn }: { state: NetworkState | null; stateOn: string | null }) => ({ state, stateOn })

const toldOf = ({ from_day, said_by, said_at, ...told }: ToldRow): Record<keyof NetworkTold, unknown> => ({
  ...told,
  fromDay: from_day,
  saidBy: said_by,
  saidAt: said_at,
})
