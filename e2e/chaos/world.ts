import { randomBytes, randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Dice } from '../../packages/server/src/demo/seeded.ts'
import type { Client } from '../../packages/server/src/testing/client.ts'
import type { Installation } from '../../packages/server/src/testing/crash/installation.ts'
import { openInstallation } from '../../packages/server/src/testing/crash/installation.ts'
import type { Walker } from '../../packages/server/src/testing/crash/people.ts'
import { enterToStay, hireWalkers, signInAgain } from '../../packages/server/src/testing/crash/people.ts'
import type { Command } from '../../packages/web/src/platform/outbox/entry.ts'
import type { Phone } from '../../packages/web/src/platform/replica/open-phone.ts'
import { openPhone } from '../../packages/web/src/platform/replica/open-phone.ts'
import { oneAtATime } from '../../packages/web/src/testing/a-field-phone.ts'
import type { Air } from './flaky-line.ts'
import { fair, flakyLine } from './flaky-line.ts'

/** Villages of Sleman that the facilitators go to, one after the other. */
export const villages = ['34.04.07.2001', '34.04.07.2002', '34.04.07.2003', '34.04.06.2001', '34.04.06.2002'] as const

/** A piece of hardware with the browser's store on it; two people share it, and one of them holds it. */
export interface Handset {
  readonly owners: readonly Worker[]
  holder: Worker
  /** Null while nobody has it open. */
  phone: Phone | null
  readonly engine: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange }
  /** How far its clock is off, in milliseconds. */
  clockOff: number
}

/** A facilitator, and all that they ever typed. */
export interface Worker {
  readonly walker: Walker
  client: Client
  readonly keys: { readonly dataKey: string; readonly outboxKey: string }
  readonly device: string
  /** What the phone said it had kept since it was last asked for. */
  readonly typed: Map<string, Command>
  /** What was asked for since, and was there. */
  readonly proven: Map<string, Command>
}

export interface World {
  readonly installation: Installation
  readonly dice: Dice
  readonly air: Air
  readonly workers: readonly Worker[]
  readonly handsets: readonly Handset[]
  /** The village where everybody works now. */
  village: string
  /** Sends everybody to a village: what they held of the last one leaves their phones. */
  moveTo(village: string): Promise<void>
  /** Everybody signs in anew, as after a restore. */
  signInAll(): Promise<void>
  end(): Promise<void>
}

const many = 4

/** A real server with its database, and people with phones that run the app's own code. */
export async function openWorld(dice: Dice): Promise<World> {
  const installation = await openInstallation()
  const { door } = installation
  const admin = await enterToStay(door, installation.adminToken)
  const walkers = await hireWalkers(door, admin.client, many)
  const workers = walkers.map(
    (walker): Worker => ({
      walker,
      client: walker.client,
      keys: { dataKey: randomBytes(32).toString('base64url'), outboxKey: randomBytes(32).toString('base64url') },
      device: randomUUID(),
      typed: new Map(),
      proven: new Map(),
    }),
  )
  const serve = async (village: string): Promise<void> => {
    for (const { post } of walkers)
      await admin.client.does('post.serve', { subject: post, data: { villages: [village] } })
  }
  const [first] = villages
  await serve(first)
  const world: World = {
    installation,
    dice,
    air: { weather: fair, dice, hanging: [], heard: new Set() },
    workers,
    handsets: inPairs(workers).map((owners) => handsetOf(owners)),
    village: first,
    async moveTo(village) {
      await serve(village)
      world.village = village
    },
    async signInAll() {
      await admin.again()
      for (const worker of workers) worker.client = await signInAgain(door, worker.walker)
    },
    end: () => installation.remove(),
  }
  return world
}

function inPairs(workers: readonly Worker[]): readonly (readonly Worker[])[] {
  return workers.flatMap((_, at) => (at % 2 === 0 ? [workers.slice(at, at + 2)] : []))
}

function handsetOf(owners: readonly Worker[]): Handset {
  const [holder] = owners
  if (!holder) throw new Error('a handset without an owner')
  return { owners, holder, phone: null, engine: { indexedDB: new IDBFactory(), IDBKeyRange }, clockOff: 0 }
}

/** The phone of whoever holds a handset now: opened where it lay in a drawer. */
export async function phoneOn(handset: Handset, air: Air): Promise<Phone> {
  const { holder, engine } = handset
  const alone = oneAtATime()
  handset.phone ??= await openPhone(holder.keys, {
    bearer: {
      staff: holder.walker.client.staff ?? '',
      district: '34.04',
      device: holder.device,
      app: 'uji',
      name: 'HP',
    },
    line: flakyLine(() => holder.client, air),
    now: () => Date.now() + handset.clockOff,
    alone: () => alone,
    engine,
  })
  return handset.phone
}

/** The tab is killed, or the battery dies: whatever was being written is not. */
export function dropPhone(handset: Handset): void {
  handset.phone?.close()
  handset.phone = null
}
