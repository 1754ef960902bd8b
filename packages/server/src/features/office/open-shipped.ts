import { officeId } from '@openslrt/core/kernel/id.ts'
import { dayIn, wireOf } from '@openslrt/core/kernel/instant.ts'
import type { ShippedOffice } from '@openslrt/core/office/shipped-offices.ts'
import { shippedOn } from '@openslrt/core/office/shipped-offices.ts'
import { nation, nationPlace } from '@openslrt/core/place/code.ts'
import type { Handler } from '../../platform/http/order.ts'
import { readOrder } from '../../platform/http/order.ts'
import type { OfficeParts } from './commands.ts'
import { officeHandler } from './commands.ts'
import { idOf } from './import/look.ts'

/**
 * OFFICE-18 Opens the ministries and national bodies that this release knows and the installation was not given yet, those
 * above first: commands of the set-up in the nation's ledger. One that was renamed or closed here stays as it is.
 */
export async function openShipped(parts: OfficeParts, now: number): Promise<void> {
  const { reference } = parts
  const isThere = ({ code }: Pick<ShippedOffice, 'code'>): boolean => reference.offices().has(shippedId(code))
  // Reading the reference anew after each of seventy commands would take longer than the commands.
  const handle = officeHandler({ ...parts, reference: { ...reference, refresh: async () => undefined } })
  let missing = shippedOn(dayIn(reference.zoneOf(nation), now)).filter((office) => !isThere(office))
  while (missing.length > 0) {
    const next = missing.filter(({ under }) => under === null || isThere({ code: under }))
    for (const office of next) await open(handle, office, now)
    await reference.refresh()
    missing = missing.filter((office) => !next.includes(office))
  }
}

/** The id of a shipped office: the same in every installation, whatever the office is called there. */
export const shippedId = (code: string) => officeId.parse(idOf(`shipped office ${code}`))

async function open(handle: Handler, office: ShippedOffice, now: number): Promise<void> {
  const { code, name, kind, under, address, from } = office
  const parent = under === null ? null : shippedId(under)
  // Nothing of the moment: two machines that start at once give the same command, and it is done once.
  const envelope = {
    id: idOf(`open ${code}`),
    v: 1,
    district: nation,
    subject: shippedId(code),
    office: null,
    doneAt: wireOf(Date.parse(from)),
    base: null,
  }
  const data = { name, kind, level: 'nation', place: nationPlace, parent, address, phone: '' }
  const order = readOrder('office.open', { ...envelope, data })
  if (!order.ok) throw new Error(`${code}: ${JSON.stringify(order.error)}`)
  const reply = await handle(order.value, { kind: 'setup' }, now)
  if (reply.status === 'refused') throw new Error(`${code} was not opened: ${JSON.stringify(reply.refusal)}`)
}
