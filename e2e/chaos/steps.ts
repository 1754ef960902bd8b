import { randomUUID } from 'node:crypto'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import type { Dice } from '../../packages/server/src/demo/seeded.ts'
import type { Command } from '../../packages/web/src/platform/outbox/entry.ts'
import { fair, foul, letGo } from './flaky-line.ts'
import type { Handset, World } from './world.ts'
import { dropPhone, phoneOn } from './world.ts'

/** Something that happens to one handset, or to all of them at once. */
type Step = (world: World, handset: Handset) => Promise<void>

const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null } as const
const fields = ['nama', 'status_perkawinan', 'tanggal_lahir', 'nomor_telepon'] as const
const valueOf: Readonly<Record<(typeof fields)[number], (dice: Dice) => string>> = {
  nama: (dice) => `Warga ${dice.between(1, 999)}`,
  status_perkawinan: (dice) => String(dice.between(1, 4)),
  tanggal_lahir: (dice) => `19${dice.between(50, 99)}-0${dice.between(1, 9)}-1${dice.between(0, 9)}`,
  nomor_telepon: (dice) => `0812${dice.between(10_000_000, 99_999_999)}`,
}

/** Somebody new is written down. */
const addPerson: Step = (world, handset) => {
  const data = { place: world.village, family: null, values: { nama: valueOf.nama(world.dice) }, ...origin }
  return keep(world, handset, { kind: 'registry.add-person', subject: randomUUID(), base: null, data })
}

/** Something is said of somebody whom the phone holds, on the version that it holds. */
const record: Step = async (world, handset) => {
  const { dice, air } = world
  const held = [...(await phoneOn(handset, air)).replica.view().person.values()]
  if (held.length === 0) return addPerson(world, handset)
  const { id, version } = dice.pick(held)
  const name = dice.pick(fields)
  const data = { of: 'person', values: { [name]: valueOf[name](dice) }, desil: null, ...origin }
  return keep(world, handset, { kind: 'registry.record', subject: id, base: version, data })
}

async function keep(
  { air }: World,
  handset: Handset,
  what: Pick<Command, 'kind' | 'subject' | 'base' | 'data'>,
): Promise<void> {
  const { holder, clockOff } = handset
  const phone = await phoneOn(handset, air)
  const doneAt = new Date(Date.now() + clockOff).toISOString()
  const about = { id: randomUUID(), v: 1, district: '34.04', office: holder.client.office, doneAt }
  const command: Command = { ...about, ...what }
  // Only what the phone said it had kept counts as typed.
  if (await phone.keep(command)) holder.typed.set(command.id, command)
}

const sync: Step = async ({ air }, handset) => {
  await (await phoneOn(handset, air)).sync()
}

/** The tab is killed in the middle of a sync. */
const dieSyncing: Step = async ({ air, dice }, handset) => {
  const phone = await phoneOn(handset, air)
  const syncing = phone.sync().catch(() => undefined)
  for (let turns = dice.between(0, 30); turns > 0; turns--) await new Promise((next) => setImmediate(next))
  dropPhone(handset)
  await syncing
}

const steps: readonly (readonly [weight: number, step: Step])[] = [
  [10, record],
  [3, addPerson],
  [6, sync],
  [2, dieSyncing],
  [2, async (_, handset) => dropPhone(handset)],
  [
    2,
    async ({ dice }, handset) => {
      dropPhone(handset)
      handset.holder = dice.pick(handset.owners)
    },
  ],
  [1, async ({ dice }, handset) => void (handset.clockOff = dice.between(-2 * dayMs, 2 * dayMs))],
  [2, ({ air }) => letGo(air)],
  [2, async ({ air, dice }) => void (air.weather = dice.pick([fair, foul, { ...foul, cut: 0.6 }]))],
]

/** SYNC-40 Plays so many things that happen, on handsets that go on beside each other. */
export async function play(world: World, many: number): Promise<void> {
  const { dice, handsets } = world
  for (let left = many; left > 0; left -= handsets.length) {
    const happening = handsets.map((handset) => [dice.weighted(steps, ([weight]) => weight)[1], handset] as const)
    await Promise.all(happening.map(([step, handset]) => step(world, handset)))
  }
}
