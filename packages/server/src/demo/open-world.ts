import { actorName } from '@openslrt/core/access/actor.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { Parts } from '../app.ts'
import { officeHandler } from '../features/office/index.ts'
import type { Handler } from '../platform/http/order.ts'
import { readOrder } from '../platform/http/order.ts'
import { examplePhone } from './people.ts'
import { diceOf, idOf } from './seeded.ts'
import type { DemoOffice, DemoStaff, World } from './world.ts'

const setUp = { kind: 'setup' } as const

/** Opens the offices of the demo, those above first, and gives their people their posts: commands like any other. */
export async function openWorld({ ledger, reference, pools }: Parts, world: World, at: Instant): Promise<void> {
  // Reading the reference anew after each of 400 commands would take longer than the commands.
  const quiet = { ...reference, refresh: async () => undefined }
  const handle = officeHandler({ pool: pools.api, ledger, reference: quiet, forget: () => undefined })
  const offices = [...world.offices.values()]
  for (const level of ['nation', 'province', 'district', 'village'] as const) {
    const known = reference.offices()
    const missing = offices.filter((office) => office.level === level && !known.has(office.id))
    await Promise.all(missing.map((office) => open(handle, world, office, at)))
    await reference.refresh()
  }
  await Promise.all(world.staff.map((person) => hire(handle, world, person, at)))
  await reference.refresh()
}

interface Act {
  readonly kind: 'office.open' | 'staff.add'
  readonly district: string
  readonly subject: string
  readonly data: object
}

function open(handle: Handler, world: World, office: DemoOffice, at: Instant): Promise<void> {
  const { id, name, kind, level, place, parent } = office
  const above = parent === null ? null : (world.offices.get(parent)?.id ?? null)
  const data = { name, kind, level, place, parent: above, ...reachedAt(office) }
  return give(handle, { kind: 'office.open', district: ledgerOf(place), subject: id, data }, at)
}

/** Where citizens find it, as nobody else's: no network has the number, and the address says that it is an example. */
function reachedAt({ id, kind, name }: DemoOffice): { address: string; phone: string } {
  const where = kind === 'puskesos' ? `Kantor Kalurahan ${name.replace('Puskesos ', '')}` : 'Kompleks perkantoran'
  return { address: `${where} (data contoh)`, phone: examplePhone(diceOf(`${id} phone`)) }
}

function hire(handle: Handler, world: World, person: DemoStaff, at: Instant): Promise<void> {
  const office = world.offices.get(person.office)
  if (!office) throw new RangeError(`there is no office ${person.office}`)
  const data = { name: person.name, post: person.post, office: office.id, role: person.role }
  return give(handle, { kind: 'staff.add', district: ledgerOf(office.place), subject: person.id, data }, at)
}

async function give(handle: Handler, { kind, district, subject, data }: Act, at: Instant): Promise<void> {
  const id = idOf(`${actorName(setUp)} ${kind} ${subject}`)
  const order = readOrder(kind, { id, v: 1, district, subject, office: null, doneAt: wireOf(at), base: null, data })
  if (!order.ok) throw new Error(`${kind}: ${JSON.stringify(order.error)}`)
  const reply = await handle(order.value, setUp, at)
  if (reply.status === 'refused') throw new Error(`${kind} was refused: ${JSON.stringify(reply.refusal)}`)
}
