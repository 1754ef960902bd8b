import assert from 'node:assert/strict'
import { batchReply } from '@openslrt/core/contract/envelope.ts'
import { replicaTables } from '@openslrt/core/replica/tables.ts'
import type { Phone } from '../../packages/web/src/platform/replica/open-phone.ts'
import { fair, letGo } from './flaky-line.ts'
import type { Handset, Worker, World } from './world.ts'
import { dropPhone, phoneOn } from './world.ts'

/** What became of what was typed. */
export interface Came {
  readonly accepted: number
  readonly refused: number
}

/** What is asked for again: what was typed since it was asked for last, or all that these people ever typed. */
export type Asked = 'new' | 'all'

/**
 * SYNC-40 The line is good again, and everybody syncs until nothing moves. Then nothing that a phone kept is lost: each is
 * accepted, and the server says so once more, or it lies refused on its person's own list. All phones hold the same.
 */
export async function settle(world: World, asked: Asked): Promise<Came> {
  world.air.weather = fair
  await letGo(world.air)
  await onAll(world, async (handset) => {
    for (const owner of handset.owners) await syncAs(world, handset, owner)
  })
  const came = { accepted: 0, refused: 0 }
  const held: string[] = []
  await onAll(world, async (handset) => {
    // Whoever has it in hand first: their phone is open.
    for (const owner of handset.owners.toReversed()) {
      const phone = await syncAs(world, handset, owner)
      const { accepted, refused } = await accounted(phone, owner, asked)
      came.accepted += accepted
      came.refused += refused
      held.push(spell(phone))
    }
  })
  for (const one of held) assert.equal(one, held[0], 'all phones hold the same rows, in the same words')
  return came
}

/** Whoever holds a handset syncs over a good line: a restore that loses nothing proves nothing. */
export async function syncHolders(world: World): Promise<void> {
  world.air.weather = fair
  await onAll(world, async (handset) => void (await syncAs(world, handset, handset.holder)))
}

/** Handsets lie in different hands: they go on beside each other. */
const onAll = async ({ handsets }: World, work: (handset: Handset) => Promise<void>): Promise<void> =>
  void (await Promise.all(handsets.map(work)))

/** A whole sync of one person on their handset: it must come through, and both sides must count the same. */
async function syncAs({ air }: World, handset: Handset, owner: Worker): Promise<Phone> {
  if (handset.holder !== owner) {
    dropPhone(handset)
    handset.holder = owner
  }
  const phone = await phoneOn(handset, air)
  for (let tries = 0; tries < 5; tries++) {
    const said = await phone.sync()
    const waits = (await phone.shelf.all()).some(({ state }) => state === 'waiting')
    if (said.ok && said.value.unlike.length === 0 && !waits) return phone
    if (said.ok || said.error.code !== 'unsettled') assert.ok(said.ok, JSON.stringify(said))
  }
  throw new assert.AssertionError({ message: 'a good line, and the phone does not come to rest' })
}

/** Each command that this person's phone said it had kept: only a restore takes away what was asked for once. */
async function accounted(phone: Phone, { typed, proven, client }: Worker, asked: Asked): Promise<Came> {
  const entries = await phone.shelf.all()
  // What is answered with a later entry than the last that the phone pulled was taken only now: it had been lost.
  const last = phone.replica.state().cursor?.since ?? 0
  const refused = new Set(entries.filter(({ state }) => state === 'refused').map(({ command }) => command.id))
  const known = asked === 'all' ? [...proven.values(), ...typed.values()] : [...typed.values()]
  const rest = known.filter(({ id }) => !refused.has(id))
  for (let from = 0; from < rest.length; from += 50) {
    const commands = rest.slice(from, from + 50)
    const { body } = await client.raw({
      method: 'POST',
      path: '/api/commands',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commands }),
    })
    for (const outcome of batchReply.parse(body).outcomes)
      assert.ok(
        outcome.status === 'accepted' && outcome.seq <= last,
        `typed, and neither taken nor told: ${JSON.stringify(outcome)}, last ${last}`,
      )
  }
  for (const command of rest) proven.set(command.id, command)
  typed.clear()
  // A person has seen their list, as people do: the next run begins with a clean one.
  for (const id of refused) {
    await phone.seen(id)
    proven.delete(id)
  }
  return { accepted: proven.size, refused: refused.size }
}

const spell = (phone: Phone): string =>
  JSON.stringify(
    replicaTables.map((table) =>
      [...phone.replica.view()[table].values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    ),
  )
