import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { noHandOver } from '@openslrt/core/load/load.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { LoadParts } from '../features/load/index.ts'
import { loadHandler, loadStatusOf, takeExtract, workLoads } from '../features/load/index.ts'
import { giveAsStaff } from './give.ts'
import { extractOf } from './plan-extract.ts'
import type { Household } from './plan-families.ts'
import { idOf } from './seeded.ts'
import { demoDistrict } from './world.ts'

interface Wanted {
  readonly name: string
  readonly households: readonly Household[]
  readonly daysOld: number
  /** How far it goes: one is in, another was tried and waits for somebody to say that it may. */
  readonly until: 'done' | 'checked'
}

export interface ExtractScene {
  readonly parts: LoadParts
  readonly actor: StaffActor
  readonly seed: string
  readonly now: Instant
  readonly households: readonly Household[]
}

/** DEMO-22 Two extracts of the national data are loaded, as far as a demo shows them. */
export async function loadExtracts(scene: ExtractScene): Promise<void> {
  const { households } = scene
  await load(scene, { name: 'dtsen-juli', households: households.slice(0, 40), daysOld: 100, until: 'done' })
  await load(scene, { name: 'dtsen-oktober', households: households.slice(20, 70), daysOld: 20, until: 'checked' })
}

/** Longer than such a file takes on a busy machine. */
const mostTurns = 600

/** A demo that broke off goes on where the load stands; the worker may be at work on it meanwhile. */
async function load(scene: ExtractScene, wanted: Wanted): Promise<void> {
  const subject = idOf(`${scene.seed} load ${wanted.name}`)
  if ((await loadStatusOf(scene.parts, demoDistrict, subject)) === null) await open(scene, wanted, subject)
  for (let turn = 0; turn < mostTurns; turn++) {
    const status = await loadStatusOf(scene.parts, demoDistrict, subject)
    if (status === wanted.until) return
    if (status === 'checked') await give(scene, 'load.start', subject, {})
    await workLoads(scene.parts)
    if (turn > 2) await pause(200)
  }
  throw new Error(`the demo's load ${wanted.name} did not come to its end`)
}

async function open(scene: ExtractScene, { name, households, daysOld }: Wanted, subject: string): Promise<void> {
  const { parts, actor, now } = scene
  const loader = { actor, district: ledgerOf(demoDistrict) }
  const body = Readable.from([Buffer.from(extractOf(households))])
  const taken = await takeExtract(parts, loader, `${name}.csv`, body)
  if (!taken.ok) throw new Error(`the demo's ${name} was refused: ${JSON.stringify(taken.error)}`)
  const { id: file, mapping } = taken.value
  const snapshot = dayIn('Asia/Jakarta', now - daysOld * dayMs)
  const data = { file, source: 'DTSEN (data contoh)', snapshot, mapping, place: null, handOver: noHandOver }
  await give(scene, 'load.open', subject, data)
}

const give = ({ parts, actor, seed, now }: ExtractScene, kind: string, subject: string, data: object): Promise<void> =>
  giveAsStaff(loadHandler(parts), actor, { id: idOf(`${seed} ${kind} ${subject}`), kind, subject, at: now, data })
