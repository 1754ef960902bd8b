import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { ownCluster } from '../../testing/cluster.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { serversOf, signal, within } from './embedded/processes.ts'

const postgres = await ownCluster()
const house = await startTestHouse({ logLevel: 'warn', durable: true, patienceMs: 1_000 })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')

const isReady = async (): Promise<boolean> => (await house.door({ method: 'GET', path: '/readyz' })).status === 200

function assertAway(answer: Answer): void {
  assert.deepEqual([answer.status, answer.body.code], [503, 'unavailable'], answer.text)
  assert.ok(Number(answer.headers['retry-after']) > 0)
  assert.ok((answer.body.message ?? '').length > 10)
}

interface Sending {
  readonly id: string
  readonly subject: string
  readonly doneAt: string
  answer: Answer | null
}

/** Registers one case after another until it is told to stop; each is kept with the answer that it got. */
async function keepRegistering(until: AbortSignal): Promise<readonly Sending[]> {
  const sent: Sending[] = []
  while (!until.aborted) {
    const sending: Sending = { id: randomUUID(), subject: randomUUID(), doneAt: new Date().toISOString(), answer: null }
    sent.push(sending)
    sending.answer = await register(sending)
    if (sending.answer.status !== 200) await sleep(20)
  }
  return sent
}

const register = ({ answer: _, ...sending }: Sending): Promise<Answer> =>
  fo.send('case.register', { ...sending, data: registration() })

test('LEDGER-9 a database that is killed under load costs requests a 503, and not one acknowledged case', async () => {
  const stop = new AbortController()
  const writing = Promise.all(Array.from({ length: 6 }, () => keepRegistering(stop.signal)))
  for (let death = 0; death < 2; death++) {
    await sleep(300)
    const killed = postgres.pid
    for (const pid of await serversOf(postgres.folder)) signal(pid, 'SIGKILL')
    assert.ok(await within(20_000, () => postgres.pid !== killed))
    assert.ok(await within(20_000, isReady))
  }
  await sleep(300)
  stop.abort()
  const sent = (await writing).flat()
  const failed = sent.filter(({ answer }) => answer?.status !== 200)
  for (const { answer } of failed) if (answer) assertAway(answer)
  assert.ok(failed.length > 0 && sent.length > failed.length + 20, `${sent.length} sent, ${failed.length} failed`)
  for (const sending of sent) {
    const again = await register(sending)
    assert.equal(again.status, 200, again.text)
    if (sending.answer?.status === 200) assert.deepEqual(again.body, sending.answer.body)
  }
  const [count] = await house.owner<{ n: number }>('select count(*)::int as n from cases')
  assert.equal(count?.n, sent.length)
  await assertVerified(house)
})

test('LEDGER-9 while the database is away every door says so and when to come again; health stays', async () => {
  for (const pid of await serversOf(postgres.folder)) signal(pid, 'SIGSTOP')
  try {
    assertAway(await fo.ask(caseRoutes.queue))
    assertAway(await fo.send('case.register', { data: registration() }))
    assertAway(await house.stranger().ask(accountRoutes.signIn, { body: { name: 'rina', password: 'kopi-tubruk' } }))
    assert.equal((await house.door({ method: 'GET', path: '/healthz' })).status, 200)
    const ready = await house.door({ method: 'GET', path: '/readyz' })
    assert.deepEqual([ready.status, ready.headers['retry-after']], [503, '3'])
  } finally {
    for (const pid of await serversOf(postgres.folder)) signal(pid, 'SIGCONT')
  }
  assert.ok(await within(20_000, isReady))
  const { items } = await fo.read(caseRoutes.queue)
  assert.ok(items.length > 0)
})

test('LEDGER-9 a command that the database swallowed while it hung is answered when it comes again, and done once', async () => {
  const sending = { id: randomUUID(), subject: randomUUID(), doneAt: new Date().toISOString(), answer: null }
  await fo.read(caseRoutes.queue)
  for (const pid of await serversOf(postgres.folder)) signal(pid, 'SIGSTOP')
  const first = await register(sending)
  for (const pid of await serversOf(postgres.folder)) signal(pid, 'SIGCONT')
  assertAway(first)
  assert.ok(await within(20_000, isReady))
  assert.equal((await register(sending)).status, 200)
  assert.equal((await register(sending)).status, 200)
  await assertVerified(house)
})
