import { randomUUID } from 'node:crypto'
import type { DistrictOffices } from './a-district-office.ts'
import { openOffice } from './a-district-office.ts'
import type { Client } from './client.ts'
import type { TestHouse } from './house.ts'
import type { Crowd } from './tries.ts'

/** People in every office of a district, some with every right there, and some from elsewhere. */
export async function aCrowd(house: TestHouse, offices: DistrictOffices): Promise<Crowd> {
  const { secretariat, caturtunggal, maguwoharjo, dinsos, rsud } = offices
  const at = new Map<string, Client>()
  for (const office of [secretariat, caturtunggal, maguwoharjo, dinsos, rsud])
    at.set(office, await almighty(house, office))
  const elsewhere = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const anyone = [
    await house.staffAt(caturtunggal, 'fo'),
    await house.staffAt(caturtunggal, 'bo'),
    await house.staffAt(maguwoharjo, 'bo'),
    await house.staffAt(maguwoharjo, 'coordinator'),
    await house.staffAt(secretariat, 'admin'),
    await house.staffAt(secretariat, 'leader'),
    await house.staffAt(rsud, 'provider'),
    await house.staffAt(elsewhere, 'manager', '34.04'),
  ]
  return { offices, at, anyone }
}

/** Somebody with all roles that handle cases, at one office. */
async function almighty(house: TestHouse, office: string): Promise<Client> {
  const client = await house.staffAt(office, 'manager')
  for (const role of ['fo', 'provider'])
    await house.setUp('post.give', { subject: randomUUID(), data: { staff: client.staff, office, role } })
  return client
}
