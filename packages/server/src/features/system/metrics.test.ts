import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'

const token = 'token-of-the-monitoring'
const house = await startTestHouse({ logLevel: 'silent', env: { OPENSLRT_METRICS_TOKEN: token } })
const offices = await aDistrictOffice(house)
const officer = await house.staffAt(offices.caturtunggal, 'coordinator')

/** All figures, by name and labels as they stand on the page. */
async function figures(): Promise<ReadonlyMap<string, number>> {
  const { status, text } = await house.door({ method: 'GET', path: '/metrics' })
  assert.equal(status, 200)
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )
}

/** By how much a figure moved. */
async function moved(name: string, work: () => Promise<unknown>): Promise<number> {
  const before = (await figures()).get(name) ?? 0
  await work()
  return ((await figures()).get(name) ?? 0) - before
}

test('OPS-1 figures are shown to this machine, or to who shows the token; to others nothing is there', async () => {
  const ask = async (from: string, headers: Readonly<Record<string, string>> = {}): Promise<number> =>
    (await house.app.inject({ url: '/metrics', remoteAddress: from, headers })).statusCode
  assert.deepEqual([await ask('127.0.0.1'), await ask('::1'), await ask('::ffff:127.0.0.1')], [200, 200, 200])
  assert.deepEqual([await ask('203.0.113.7'), await ask('10.0.0.2')], [404, 404])
  assert.equal(await ask('203.0.113.7', { authorization: `Bearer ${token}` }), 200)
  for (const wrong of [`Bearer ${token}x`, 'Bearer ', token, 'Bearer null'])
    assert.equal(await ask('203.0.113.7', { authorization: wrong }), 404, wrong)
  // What a proxy on this machine passes on is not this machine's.
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
    assert.equal(await ask('127.0.0.1', { [header]: '203.0.113.7' }), 404, header)
})

test('OPS-2 the figures move with requests, commands and refusals, each by its own name', async () => {
  const registered = 'openslrt_commands_total{kind="case.register",outcome="accepted"}'
  assert.equal(await moved(registered, () => aCaseBy(officer)), 1)
  const made = await aCaseBy(officer)
  const tooSoon = () => officer.send('case.approve', { subject: made.id, data: { note: '' } })
  assert.equal(await moved('openslrt_commands_total{kind="case.approve",outcome="wrong-status"}', tooSoon), 1)
  assert.equal(await moved('openslrt_refusals_total{code="wrong-status"}', tooSoon), 1)
  const card = () => officer.read(caseRoutes.card, { query: { district: '34.04', id: made.id } })
  assert.equal(await moved('openslrt_requests_total{method="GET",route="/api/cases/card",status="200"}', card), 1)
  assert.equal(await moved('openslrt_request_seconds_count{method="GET",route="/api/cases/card"}', card), 1)
  const stranger = () => house.stranger().ask(caseRoutes.card, { query: { district: '34.04', id: made.id } })
  assert.equal(await moved('openslrt_requests_total{method="GET",route="/api/cases/card",status="401"}', stranger), 1)
})

test('OPS-2 a command that breaks is counted as a fault, and nothing of a person, a case or an address is a label', async () => {
  await house.owner("alter table cases add constraint break_it check (story <> 'Rusak')")
  const broken = () => officer.send('case.register', { data: { ...registration(), story: 'Rusak' } })
  assert.equal(await moved('openslrt_commands_total{kind="case.register",outcome="fault"}', broken), 1)
  await house.owner('alter table cases drop constraint break_it')
  await house.door({ method: 'GET', path: '/lacak/3404-26-000001' })
  await house.door({ method: 'GET', path: '/api/tidak-ada/3404075203600001' })
  const names = [...(await figures()).keys()].join('\n')
  for (const secret of ['3404-26', '3404075203600001', String(officer.staff), offices.caturtunggal])
    assert.ok(!names.includes(secret), secret)
})

test('OPS-3 the figures tell what waits, how the database and the process are, and when heads were last written down', async () => {
  const before = await figures()
  assert.equal(before.get('openslrt_database_up'), 1)
  assert.equal(before.get('openslrt_processes'), 1)
  assert.equal(before.has('openslrt_ledger_anchored_at_seconds'), false)
  const waiting = await moved('openslrt_jobs_waiting', () =>
    house.owner("select graphile_worker.add_job('anchor-heads')"),
  )
  assert.equal(waiting, 1)
  await writeFile(join(house.parts.config.dataFolder, 'anchors.log'), '2026-01-05T02:00:00.000Z 34.04 7 ff\n')
  const after = await figures()
  assert.equal(after.get('openslrt_ledger_anchored_at_seconds'), Date.parse('2026-01-05T02:00:00Z') / 1000)
  assert.ok((after.get('openslrt_memory_bytes{of="resident"}') ?? 0) > 10_000_000)
  assert.ok(after.has('openslrt_database_connections_busy{role="api"}'))
})
