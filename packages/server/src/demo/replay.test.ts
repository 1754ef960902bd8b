import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Handler } from '../platform/http/order.ts'
import { demoCase, toldAgain } from './demo-case.ts'
import { replay } from './replay.ts'
import type { Step } from './trail.ts'
import { twinWay, wayOf } from './ways.ts'
import { demoDistrict, demoVillage, planWorld } from './world.ts'

const calendar: Calendar = { zone: 'Asia/Jakarta', week: shippedLists.officeHours.week, closed: new Set() }
const world = planWorld('replay', [{ code: placeCode.parse('34.04.01.2001'), name: demoVillage }], null)
const now = Date.parse('2026-11-18T10:00:00+07:00')
const scene = { seed: 'replay', now, world, calendar }

/** Gives the steps to handlers that take long over the kinds named, and tells in which order they came to an end. */
async function ended(steps: readonly Step[], long: ReadonlySet<string>): Promise<readonly string[]> {
  const done: string[] = []
  const handle: Handler = async ({ row, envelope }) => {
    await sleep(long.has(row.kind) ? 30 : 0)
    done.push(`${row.kind} ${envelope.subject}`)
    return { status: 'accepted', seq: 1, version: null }
  }
  await replay(
    {
      district: demoDistrict,
      handlers: { case: handle, referral: handle, letter: handle },
      actorOf: () => ({ kind: 'setup' }),
      onStep: () => undefined,
    },
    steps,
  )
  return done
}

test('DEMO-10 a case is not closed before the one told again was joined to it, however long that takes', async () => {
  const first = demoCase(scene, 1, now - 30 * dayMs)
  const twin = toldAgain(first, scene, 2, now - 29 * dayMs)
  const [told, ...later] = wayOf(first, scene)
  const again = twinWay(twin, first, scene)
  assert.ok(told && later.length > 0)
  const order = await ended([told, ...again, ...later], new Set(['case.register', 'case.take', 'case.merge']))
  assert.ok(order.indexOf(`case.merge ${twin.id}`) < order.indexOf(`${later.at(-1)?.kind} ${first.id}`))
  assert.ok(order.indexOf(`case.register ${first.id}`) < order.indexOf(`case.register ${twin.id}`))
})
