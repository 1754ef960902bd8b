import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mock, test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { aDistrictOffice } from './a-district-office.ts'
import { aCaseBy } from './a-registration.ts'
import { startTestHouse } from './house.ts'
import { assertVerified } from './verified.ts'

const house = await startTestHouse({ logLevel: 'info' })
const offices = await aDistrictOffice(house)
const officer = await house.staffAt(offices.caturtunggal, 'coordinator')
const note = 'Sudah diperiksa.'

test('OPS-7 a normal day leaves at most two lines for each thing that was asked, and no warning', async () => {
  house.logged.length = 0
  let asked = 0
  const ask = async (work: Promise<unknown>): Promise<void> => {
    asked++
    await work
  }
  for (let nth = 0; nth < 5; nth++) {
    const { id } = await aCaseBy(officer)
    asked++
    const moves: readonly (readonly [string, object])[] = [
      ['take', { note }],
      ['note', { note }],
      ['recommend', { note }],
      ['approve', { note }],
      ['answer', { outcome: 'granted', note, openReferrals: '' }],
    ]
    for (const [action, data] of moves) await ask(officer.send(`case.${action}`, { subject: id, data }))
    await ask(officer.read(caseRoutes.card, { query: { district: '34.04', id } }))
    await ask(officer.read(caseRoutes.queue))
    await ask(officer.read(accountRoutes.me))
    // What a person got wrong belongs to a normal day too.
    await ask(officer.send('case.take', { subject: id, data: { note } }))
    for (const path of ['/', '/lapor', '/tidak-ada', '/healthz']) await ask(house.door({ method: 'GET', path }))
  }
  const loud = house.logged.filter((line) => Number(/"level":(\d+)/.exec(line)?.[1]) >= 40)
  assert.deepEqual(loud, [])
  assert.ok(house.logged.length <= 2 * asked, `${house.logged.length} lines for ${asked}`)
})

test('OPS-5 a full disk is answered with "come again", told in the log, and costs nothing that was acknowledged', async () => {
  const before = await aCaseBy(officer)
  // As PostgreSQL says it when a table can't grow: the statement ends there.
  await house.owner(`create function full_disk() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file "base/1/2": No space left on device' using errcode = 'disk_full'; end $$`)
  await house.owner('create trigger full_disk before insert on ledger for each row execute function full_disk()')
  const sent = { id: randomUUID(), subject: randomUUID(), doneAt: new Date().toISOString(), data: registration() }
  const refused = await officer.send('case.register', sent)
  assert.deepEqual([refused.status, refused.body.code], [503, 'unavailable'], refused.text)
  assert.ok(Number(refused.headers['retry-after']) > 0)
  const said = house.logged.filter((line) => line.includes('a disk is full'))
  assert.equal(said.length, 1)
  assert.match(said[0] ?? '', /"level":50.*"code":"53100"/)
  // Reading goes on meanwhile.
  assert.ok(await officer.read(caseRoutes.card, { query: { district: '34.04', id: before.id } }))
  await house.owner('drop trigger full_disk on ledger')
  assert.equal((await officer.send('case.register', sent)).status, 200, 'the same letter, once there is room')
  await assertVerified(house)
})

test('OPS-6 a clock that is set back or forward breaks neither the chain nor who is signed in', async () => {
  const hour = 3_600_000
  const real = Date.now()
  const made = await aCaseBy(officer)
  try {
    for (const [shift, action] of [
      [-26 * hour, 'take'],
      [2 * hour, 'note'],
      [-3 * hour, 'recommend'],
      [0, 'approve'],
    ] as const) {
      mock.timers.enable({ apis: ['Date'], now: real + shift })
      assert.equal((await officer.ask(accountRoutes.me)).status, 200, `signed in at ${shift / hour} hours`)
      const { status, text } = await officer.send(`case.${action}`, { subject: made.id, data: { note } })
      assert.equal(status, 200, `${action}: ${text}`)
      mock.timers.reset()
    }
  } finally {
    mock.timers.reset()
  }
  await assertVerified(house)
})
