import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { tellingRoutes } from '@openslrt/core/contract/notice-tellings.ts'
import { noticeWayRoutes } from '@openslrt/core/contract/notice-ways.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { JobHelpers } from 'graphile-worker'
import { Pool } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { readOrder } from '../../platform/http/order.ts'
import { openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { envelopeOf } from '../../testing/client.ts'
import { startNoticeHouse } from '../../testing/notice-gateways.ts'
import { noticeTasks, noticeTimes } from './jobs.ts'
import type { NoticeParts } from './parts.ts'
import { tellingSoon, tellNow } from './tell-soon.ts'

const here = await startNoticeHouse()
const { house, parts, reference, fo, bo, coordinator, admin, sms, browser, tell, statesOf } = here
const helpers = {} as JobHelpers
const run = async (name: string, own: Partial<NoticeParts> = {}): Promise<void> => {
  const task = noticeTasks({ ...parts, ...own })[name]
  assert.ok(task, name)
  await task({}, helpers)
}

test('NOTICE-7 every task has its time, and every time its task', () => {
  assert.deepEqual(noticeTimes.map(({ task }) => task).toSorted(), Object.keys(noticeTasks(parts)).toSorted())
  for (const { at } of noticeTimes) assert.match(at, /^[\d*]+ [\d*]+ \* \* \*$/)
})

test('NOTICE-10 one round of the worker tells and sends', async () => {
  const { id } = await aCaseBy(fo, { contactVia: 'sms' })
  await run('tell-people')
  assert.deepEqual(await statesOf(id), ['sms sent'])
  assert.equal((await bo.read(noticeRoutes.count)).unread > 0, true)
})

test('NOTICE-10 what was told before goes out, though telling more fails; the failure is not hidden', async () => {
  const { id } = await aCaseBy(fo, { contactVia: 'sms' })
  await tell()
  await aCaseBy(fo)
  const broken = {
    ...reference,
    policyFor: () => {
      throw new Error('no lists')
    },
  }
  await assert.rejects(run('tell-people', { reference: broken }), /no lists/)
  assert.deepEqual(await statesOf(id), ['sms sent'])
  assert.equal(sms.heard.length, 1)
})

test('NOTICE-16 forgetting runs by itself and changes nothing that is not due', async () => {
  const { id } = await aCaseBy(fo, { contactVia: 'sms' })
  await tell()
  const before = await house.owner('select id from notice where case_id = $1 order by id', [id])
  await run('forget-old-notices')
  assert.deepEqual(await house.owner('select id from notice where case_id = $1 order by id', [id]), before)
  await house.owner("update notice set made_at = now() - interval '400 days' where case_id = $1", [id])
  await run('forget-old-notices')
  const left = await house.owner<{ whom: string }>('select whom from notice where case_id = $1', [id])
  assert.deepEqual(
    left.map(({ whom }) => whom),
    ['citizen'],
    'what still waits to go out is kept',
  )
})

test('NOTICE-9 news comes in pages, and a page that is not there is empty', async () => {
  for (let n = 0; n < 28; n++) await aCaseBy(fo)
  await tell()
  const page = (nth: number) => bo.read(noticeRoutes.list, { query: { show: 'unread', page: nth } })
  const [first, second, third] = [await page(1), await page(2), await page(3)]
  assert.deepEqual([first.items.length, second.items.length, third.items.length], [25, 3, 0])
  assert.deepEqual([first.total, first.unread, first.size], [28, 28, 25])
  const ids = [...first.items, ...second.items].map(({ id }) => id)
  assert.equal(new Set(ids).size, 28)
  const times = [...first.items, ...second.items].map(({ at }) => at)
  assert.deepEqual(
    times,
    times.toSorted((one, other) => other - one),
  )
})

test('NOTICE-9 odd questions are refused by name, and strange ids change nothing', async () => {
  for (const query of [{ show: 'some' }, { page: '0' }, { page: 'x' }, { staff: bo.staff ?? '' }])
    assert.equal((await bo.ask(noticeRoutes.list, { query })).status, 400, JSON.stringify(query))
  for (const body of [{ ids: ['x'], read: true }, { ids: null }, { ids: null, read: 'yes' }])
    assert.equal((await bo.ask(noticeRoutes.read, { body })).status, 400, JSON.stringify(body))
  await aCaseBy(fo)
  await tell()
  const { unread } = await bo.read(noticeRoutes.count)
  const same = await bo.read(noticeRoutes.read, { body: { ids: [crypto.randomUUID()], read: true } })
  assert.equal(same.unread, unread)
})

test('NOTICE-13 who reads figures alone sees nobody who is to be told', async () => {
  const leader = await house.staffAt(here.offices.secretariat, 'leader')
  for (const row of [tellingRoutes.list, tellingRoutes.link, tellingRoutes.ofCase])
    assert.equal((await leader.ask(row, { body: {} })).status, 403, row.path)
})

test('NOTICE-14 an address can be taken back, and mail that waits for nobody is void', async () => {
  await bo.read(noticeWayRoutes.save, { body: { lang: 'id', email: 'bo@contoh.go.id', ways: ['email'] } })
  const { id } = await aCaseBy(fo, { contactVia: 'none' })
  await tell()
  assert.deepEqual(await statesOf(id), ['email waiting'])
  await bo.read(noticeWayRoutes.save, { body: { lang: 'id', email: null, ways: [] } })
  await run('tell-people')
  assert.deepEqual(await statesOf(id), ['email void'])
  assert.equal(here.mail.mails.length, 0)
  for (const email of ['bukan alamat', 'a@b', 'x'.repeat(300)])
    assert.equal(
      (await bo.ask(noticeWayRoutes.save, { body: { lang: 'id', email, ways: ['email'] } })).status,
      400,
      email,
    )
})

test('NOTICE-14 a browser that somebody else signs in with tells that one from then on', async () => {
  const endpoint = `${browser.url}/bersama`
  const keys = { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) }
  await bo.read(noticeWayRoutes.subscribe, { body: { endpoint, keys } })
  await coordinator.read(noticeWayRoutes.subscribe, { body: { endpoint, keys } })
  assert.equal((await bo.read(noticeWayRoutes.own)).browsers, 0)
  assert.equal((await coordinator.read(noticeWayRoutes.own)).browsers, 1)
  const gone = await bo.read(noticeWayRoutes.unsubscribe, { body: { endpoint } })
  assert.equal(gone.browsers, 0)
  assert.equal((await coordinator.read(noticeWayRoutes.own)).browsers, 1, 'nobody ends what is another’s')
})

test('NOTICE-11 trying a way that is well changes nothing; one that there is not is refused', async () => {
  await admin.read(noticeWayRoutes.tryNow, { body: { way: 'email' } })
  assert.equal((await admin.ask(noticeWayRoutes.tryNow, { body: { way: 'pigeon' } })).status, 400)
  const { items } = await admin.read(noticeWayRoutes.ways)
  assert.deepEqual(
    items.map(({ way, open, failingSince }) => [way, open, failingSince]),
    ['email', 'push', 'sms', 'whatsapp'].map((way) => [way, true, null]),
  )
})

test('NOTICE-7 a district that can not be told of keeps no other back, and is told when it can', async () => {
  const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const there = await house.staffAt(bantul, 'manager')
  await tell()
  const own = await aCaseBy(there, { place: villageCode.parse('34.02.01.2001') })
  const { id } = await aCaseBy(fo, { contactVia: 'sms' })
  const broken = {
    ...reference,
    policyFor: (...[district, ...times]: Parameters<typeof reference.policyFor>) => {
      if (district === '34.02') throw new Error('no lists of Bantul')
      return reference.policyFor(district, ...times)
    },
  }
  await assert.rejects(run('tell-people', { reference: broken }), /no lists of Bantul/)
  assert.deepEqual(await statesOf(id), ['sms sent'], 'Sleman comes after Bantul, and was told')
  const toldOf = (of: string) => house.owner('select 1 from notice where case_id = $1', [of])
  assert.equal((await toldOf(own.id)).length, 0)
  await run('tell-people')
  const told = (await toldOf(own.id)).length
  assert.ok(told > 0)
  await run('tell-people')
  assert.equal((await toldOf(own.id)).length, told, 'and once')
})

const asked = () =>
  house.owner<{ key: string }>("select key from graphile_worker.jobs where task_identifier = 'tell-people'")
const forget = () => house.owner('delete from graphile_worker._private_jobs')
/** Looks again until it is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 500; looks++) {
    if (await isSo()) return
    await new Promise((resolve) => void setImmediate(resolve))
  }
  assert.fail('it never was so')
}
const aHandler =
  (status: 'accepted' | 'refused'): Handler =>
  async () =>
    status === 'accepted' ? { status, seq: 1, version: 1 } : { status, refusal: { code: 'not-found' } }
const anOrder = (): Order => {
  const order = readOrder('case.register', envelopeOf({ data: registration() }, null, '34.04'))
  assert.ok(order.ok)
  return order.value
}

test('NOTICE-7 people are told soon after what is accepted, once for all that comes in a row; not after a refusal', async (t) => {
  await forget()
  const warned: unknown[] = []
  const soon = tellingSoon({ pool: house.parts.pools.api, log: { warn: (about: unknown) => void warned.push(about) } })
  const [yes, no] = [soon(aHandler('accepted')), soon(aHandler('refused'))]
  const actor = { kind: 'setup' } as const
  // A connection is open before time stands still.
  await house.parts.pools.api.query('select 1')
  t.mock.timers.enable({ apis: ['setTimeout'] })
  assert.deepEqual(await no(anOrder(), actor, 0), { status: 'refused', refusal: { code: 'not-found' } })
  t.mock.timers.tick(60_000)
  for (let times = 0; times < 5; times++) assert.equal((await yes(anOrder(), actor, 0)).status, 'accepted')
  t.mock.timers.tick(1_499)
  assert.deepEqual(await asked(), [], 'not after a refusal, and not at once')
  t.mock.timers.tick(1)
  await until(async () => (await asked()).length > 0)
  assert.deepEqual([await asked(), warned], [[{ key: 'tell-people-now' }], []])
  await forget()
  await yes(anOrder(), actor, 0)
  t.mock.timers.tick(1_500)
  await until(async () => (await asked()).length > 0)
  await forget()
})

test('NOTICE-7 where the worker can not be asked the deed is done all the same, and it is said in the log', async (t) => {
  const warned: unknown[] = []
  const away = new Pool({ host: '127.0.0.1', port: 1 })
  const soon = tellingSoon({ pool: away, log: { warn: (about: unknown) => void warned.push(about) } })
  t.mock.timers.enable({ apis: ['setTimeout'] })
  assert.equal((await soon(aHandler('accepted'))(anOrder(), { kind: 'setup' }, 0)).status, 'accepted')
  t.mock.timers.tick(1_500)
  await until(async () => warned.length > 0)
  await assert.rejects(
    soon(() => Promise.reject(new Error('a fault of ours')))(anOrder(), { kind: 'setup' }, 0),
    /a fault of ours/,
  )
  t.mock.timers.tick(60_000)
  await away.end()
  assert.equal(warned.length, 1)
})

test('NOTICE-7 asked twice before the worker begins it tells once, and asked while it tells it does so again', async () => {
  await forget()
  const { api, worker } = house.parts.pools
  await Promise.all([tellNow(api), tellNow(worker), tellNow(api)])
  assert.deepEqual(await asked(), [{ key: 'tell-people-now' }])
  await house.owner("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody'")
  await tellNow(api)
  assert.equal((await asked()).length, 2, 'what came meanwhile is not forgotten')
  await forget()
})
