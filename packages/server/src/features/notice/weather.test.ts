import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minuteMs } from '@openslrt/core/kernel/instant.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import type { Gateway, Heard } from '../../testing/a-gateway.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startNoticeHouse } from '../../testing/notice-gateways.ts'
import { sendDue } from './send.ts'

const here = await startNoticeHouse()
const { house, parts, fo, bo, sms, whatsapp, tell, wamid } = here

/** What a gateway may be like for a while. */
const weathers = ['well', 'down', 'expired', 'cut', 'picky', 'forgetful'] as const
type Weather = (typeof weathers)[number]

/** Ids of messages that a gateway said it took. */
const taken = new Set<string>()
const idOf = ({ body }: Heard): string =>
  String(body['id'] ?? String(body['biz_opaque_callback_data'] ?? '').split(' ')[1] ?? '')

function set(gateway: Gateway, weather: Weather, yes: () => { status: number; body?: object }): void {
  let nth = 0
  gateway.says = (heard) => {
    nth++
    const refused = { status: 400, body: { error: { code: 131_026 } } }
    switch (weather) {
      case 'down':
        return { status: 503 }
      case 'expired':
        return { status: 401, body: { error: { code: 190 } } }
      case 'cut':
        return 'cut'
      case 'picky':
        return refused
      case 'forgetful':
        // It takes the message, and the line breaks before it can say so.
        taken.add(idOf(heard))
        return nth % 2 === 0 ? 'cut' : yes()
      default:
        taken.add(idOf(heard))
        return yes()
    }
  }
}

const anyAct = fc.oneof(
  fc.record({ what: fc.constant('register' as const), via: fc.constantFrom('sms', 'whatsapp') }),
  fc.record({
    what: fc.constant('weather' as const),
    way: fc.constantFrom('sms', 'whatsapp'),
    weather: fc.constantFrom(...weathers),
  }),
  fc.record({ what: fc.constant('send' as const), after: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ what: fc.constant('die' as const), after: fc.integer({ min: 1, max: 30 }) }),
)
type Act = typeof anyAct extends fc.Arbitrary<infer One> ? One : never

interface Row {
  readonly id: string
  readonly notice: string
  readonly way: string
  readonly state: string
}
const deliveries = () => house.owner<Row>('select id, notice, way, state from notice_delivery')

test('NOTICE-10 in any weather: nothing is dropped, and what is said to be sent was taken by its gateway', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 6, maxLength: 14 }), async (acts) => {
      const clock = await begin()
      for (const act of acts) await play(act, clock)
      // All is well at last, and there is time enough.
      set(sms, 'well', () => ({ status: 202 }))
      set(whatsapp, 'well', wamid)
      for (let day = 0; day < 8; day++) await sendDue(parts, () => clock.ahead(24 * 60))
      await assertAllTold()
    }),
    { seed, numRuns: Number(process.env['FC_RUNS'] ?? 6) },
  )
})

/** A clock that only runs ahead: pauses are over when the test says so. */
async function begin() {
  await house.owner('delete from notice')
  await house.owner('delete from notice_way')
  taken.clear()
  set(sms, 'well', () => ({ status: 202 }))
  set(whatsapp, 'well', wamid)
  let now = Date.now()
  return {
    ahead: (minutes: number): number => {
      now += minutes * minuteMs
      return now
    },
  }
}

async function play(act: Act, clock: { ahead: (minutes: number) => number }): Promise<void> {
  switch (act.what) {
    case 'register': {
      const { id } = await aCaseBy(fo, { contactVia: act.via === 'sms' ? 'sms' : 'whatsapp' })
      await bo.does('case.return', { subject: id, data: { reason: 'papers-missing', note: 'KK' } })
      await tell()
      break
    }
    case 'weather':
      if (act.way === 'sms') set(sms, act.weather, () => ({ status: 202 }))
      else set(whatsapp, act.weather, wamid)
      break
    case 'send':
      await sendDue(parts, () => clock.ahead(act.after))
      break
    default:
      await dying(clock.ahead(act.after))
  }
}

/** A worker whose line to the database breaks as soon as something was sent. */
async function dying(now: number): Promise<void> {
  const pool = new Proxy(parts.pool, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (name !== 'query' || typeof value !== 'function') return value
      return (text: unknown, ...rest: unknown[]) =>
        /set state = \$1, reference/.test(String(text))
          ? Promise.reject(new Error('gone'))
          : Reflect.apply(value, target, [text, ...rest])
    },
  })
  await sendDue({ ...parts, pool }, () => now).catch(() => undefined)
}

async function assertAllTold(): Promise<void> {
  const rows = await deliveries()
  for (const { id, way, state } of rows) {
    if (state === 'sent' && way !== 'tell') assert.ok(taken.has(id), `${way} ${id} was never taken`)
    assert.notEqual(state, 'sending', 'nobody holds anything for ever')
  }
  const told = new Map<string, Row[]>()
  for (const row of rows) told.set(row.notice, [...(told.get(row.notice) ?? []), row])
  for (const [notice, ways] of told) {
    const isTold = ways.some(({ state, way }) => state === 'sent' || (way === 'tell' && state === 'waiting'))
    // What neither reached a phone nor is worth a walk, or was overtaken by later news, ends with its reason.
    const isOver = ways.every(({ state }) => state === 'failed' || state === 'void')
    assert.ok(isTold || isOver, `${notice}: ${JSON.stringify(ways)}`)
  }
}
