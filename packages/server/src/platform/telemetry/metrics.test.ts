import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pool } from 'pg'
import { factsOf, openLog } from './log.ts'
import type { Metrics } from './metrics.ts'
import { contentType, openMetrics, textOf } from './metrics.ts'

/** The numbers of a page by name and labels, as a collector reads them. */
async function pageOf(...all: readonly Metrics[]): Promise<ReadonlyMap<string, number>> {
  const text = await textOf(await Promise.all(all.map((metrics) => metrics.figures())))
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )
}

const asked = { method: 'GET', route: '/api/cases', status: 200, seconds: 0.02 }

test('OPS-2 a request is counted under its row and status, and its time lies in every bucket that it fits', async () => {
  const metrics = openMetrics()
  metrics.request(asked)
  metrics.request({ ...asked, seconds: 0.3 })
  metrics.request({ ...asked, status: 403, seconds: 99 })
  const page = await pageOf(metrics)
  const row = 'method="GET",route="/api/cases"'
  assert.equal(page.get(`openslrt_requests_total{${row},status="200"}`), 2)
  assert.equal(page.get(`openslrt_requests_total{${row},status="403"}`), 1)
  const bucket = (le: string) => page.get(`openslrt_request_seconds_bucket{le="${le}",${row}}`)
  assert.deepEqual(['0.01', '0.025', '0.25', '0.5', '10', '+Inf'].map(bucket), [0, 1, 1, 2, 2, 3])
  assert.equal(page.get(`openslrt_request_seconds_count{${row}}`), 3)
})

test('OPS-2 commands are counted by kind and outcome, refusals by code, and nothing was counted before', async () => {
  const metrics = openMetrics()
  assert.equal(
    [...(await pageOf(metrics)).keys()].some((name) => /commands|refusals|requests/.test(name)),
    false,
  )
  metrics.command('case.take', 'accepted')
  metrics.command('case.take', 'accepted')
  metrics.command('case.take', 'stale')
  metrics.command('case.answer', 'fault')
  metrics.refusal('stale')
  const page = await pageOf(metrics)
  const count = (kind: string, outcome: string) =>
    page.get(`openslrt_commands_total{kind="${kind}",outcome="${outcome}"}`)
  assert.deepEqual(
    [count('case.take', 'accepted'), count('case.take', 'stale'), count('case.answer', 'fault')],
    [2, 1, 1],
  )
  assert.equal(count('case.answer', 'accepted'), undefined)
  assert.equal(page.get('openslrt_refusals_total{code="stale"}'), 1)
})

test('OPS-4 what processes counted is added up, whichever has counted it', async () => {
  const [one, other, idle] = [openMetrics(), openMetrics(), openMetrics()]
  one.request(asked)
  other.request(asked)
  other.request({ ...asked, route: '/' })
  other.refusal('not-found')
  const page = await pageOf(one, other, idle)
  assert.equal(page.get('openslrt_requests_total{method="GET",route="/api/cases",status="200"}'), 2)
  assert.equal(page.get('openslrt_requests_total{method="GET",route="/",status="200"}'), 1)
  assert.equal(page.get('openslrt_request_seconds_bucket{le="+Inf",method="GET",route="/api/cases"}'), 2)
  assert.equal(page.get('openslrt_refusals_total{code="not-found"}'), 1)
  assert.equal(page.get('openslrt_processes'), 3)
})

test('OPS-4 figures come over the line between processes as plain data and say the same', async () => {
  const [one, other] = [openMetrics(), openMetrics()]
  one.request(asked)
  other.request(asked)
  const sent = JSON.parse(JSON.stringify(await other.figures()))
  const text = await textOf([await one.figures(), sent])
  assert.match(text, /openslrt_requests_total\{[^}]*\} 2\n/)
  assert.match(contentType, /^text\/plain/)
})

test('OPS-3 what all processes see alike is told once and not added up: of several words the greatest counts', async () => {
  const [one, other] = [openMetrics(), openMetrics()]
  const gauges = [one, other].map((metrics) => metrics.gauge('openslrt_timers_due', 'Timers.'))
  gauges[0]?.(7)
  gauges[1]?.(5)
  assert.equal((await pageOf(one, other)).get('openslrt_timers_due'), 7)
})

test('OPS-3 a figure that can not be read is left out, not told as nought or as it was', async () => {
  const metrics = openMetrics()
  const set = metrics.gauge('openslrt_jobs_waiting', 'Jobs.')
  const told = async () => (await pageOf(metrics)).get('openslrt_jobs_waiting')
  assert.equal(await told(), undefined)
  for (const value of [3, null, 0, null, 4] as const) {
    set(value)
    assert.equal(await told(), value ?? undefined)
  }
})

test('OPS-3 connections are told by the role, as they are when somebody looks', async () => {
  const metrics = openMetrics()
  const pools = [new Pool({ max: 16 }), new Pool({ max: 3 })]
  metrics.watchPool('api', pools[0] ?? assert.fail())
  metrics.watchPool('worker', pools[1] ?? assert.fail())
  const page = await pageOf(metrics)
  for (const [role, most] of [
    ['api', 16],
    ['worker', 3],
  ] as const) {
    assert.equal(page.get(`openslrt_database_connections_most{role="${role}"}`), most)
    assert.equal(page.get(`openslrt_database_connections_busy{role="${role}"}`), 0)
    assert.equal(page.get(`openslrt_database_connections_waiting{role="${role}"}`), 0)
  }
  for (const pool of pools) await pool.end()
})

test('OPS-3 a process tells its memory, its start and how late its loop runs', async () => {
  const page = await pageOf(openMetrics())
  const [resident, heap] = ['resident', 'heap'].map((of) => page.get(`openslrt_memory_bytes{of="${of}"}`) ?? 0)
  assert.ok((resident ?? 0) > (heap ?? 0) && (heap ?? 0) > 1_000_000)
  assert.equal(page.get('openslrt_started_at_seconds'), Math.round(performance.timeOrigin / 1000))
  assert.ok(
    page.has('openslrt_event_loop_lag_seconds{of="p99"}') && page.has('openslrt_event_loop_lag_seconds{of="max"}'),
  )
})

/** An error as the driver of the database makes it. */
const ofDatabase = (message: string, own: object): Error => Object.assign(new Error(message), own)

test('LOG-2 of a fault of the database its code and place are told, and never the row', () => {
  const row = { detail: 'Failing row contains (Sumiyem)', where: 'COPY cases, line 1: "Sumiyem"', hint: 'Sumiyem' }
  const error = ofDatabase('violates check constraint "x"', { code: '23514', table: 'cases', constraint: 'x', ...row })
  const facts = factsOf(error)
  assert.deepEqual([facts['code'], facts['table'], facts['constraint']], ['23514', 'cases', 'x'])
  assert.equal(facts['message'], 'violates check constraint "x"')
  assert.doesNotMatch(JSON.stringify(facts), /Sumiyem/)
})

test('LOG-2 a sentence of the database that quotes a value is not told, whichever of its kind it is', () => {
  for (const code of ['22001', '22003', '22007', '22008', '22P02', '22P05']) {
    const facts = factsOf(ofDatabase('invalid input syntax for type integer: "Sumiyem"', { code }))
    assert.doesNotMatch(JSON.stringify(facts), /Sumiyem/, code)
    assert.match(String(facts['stack']), /^\s+at /, 'where it broke is told')
  }
})

test('LOG-2 what stands behind a fault is told by the same rule, and what was thrown without being one by its kind', () => {
  const cause = ofDatabase('value "Sumiyem" is too long', { code: '22001' })
  const facts = factsOf(new Error('the card was not written', { cause }))
  assert.equal(facts['message'], 'the card was not written')
  assert.deepEqual((facts['cause'] as { code?: unknown }).code, '22001')
  assert.doesNotMatch(JSON.stringify(facts), /Sumiyem/)
  for (const [thrown, type] of [
    ['Sumiyem', 'string'],
    [{ name: 'Sumiyem' }, 'object'],
    [null, 'object'],
    [undefined, 'undefined'],
  ] as const)
    assert.deepEqual(factsOf(thrown), { type })
})

test('LOG-2 a fault of several lines whose sentence quotes a value does not tell it in its trace', () => {
  const error = ofDatabase('first line\n    "Sumiyem" at second line', { code: '22P02' })
  assert.doesNotMatch(JSON.stringify(factsOf(error)), /Sumiyem/)
})

test('LOG-1 fields by which a person could slip into the log are blotted out, and the level is kept', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  const secrets = { nik: 'Sumiyem', kk: 'Sumiyem', phone: 'Sumiyem', password: 'Sumiyem', token: 'Sumiyem' }
  log.info({ client: secrets, request: { headers: { cookie: 'Sumiyem', authorization: 'Sumiyem' } } }, 'asked')
  log.debug('not told')
  log.error({ err: ofDatabase('"Sumiyem"', { code: '22P02' }) }, 'fault')
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).msg),
    ['asked', 'fault'],
  )
  assert.doesNotMatch(lines.join(''), /Sumiyem/)
})
