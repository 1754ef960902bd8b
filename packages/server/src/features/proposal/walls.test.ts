import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { proposalActs, proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { proposalsOf } from '../../testing/proposals.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat SLRT Bantul', kind: 'secretariat', place: '34.02' })
const drafter = await house.staffAt(offices.caturtunggal, 'village-operator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'village-operator')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const approver = await house.staffAt(offices.secretariat, 'approver')
const planner = await house.staffAt(offices.secretariat, 'planner')
const outside = await Promise.all(
  (['village-operator', 'verifier', 'approver'] as const).map((role) =>
    role === 'village-operator' ? house.staffAt(offices.maguwoharjo, role) : house.staffAt(bantul, role),
  ),
)
const district = '34.04'
const { act, does, drafted, scanned, backed, approved, exported } = proposalsOf({ drafter, verifier, approver })
const own = { person: null, family: null }
const dataOf = (action: (typeof proposalActs)[number]) => ({
  ...proposalData[action],
  ...(action === 'change' ? own : {}),
})
const codeOf = ({ status, body }: Answer) => [status, body.code]
const card = (who: Client, id: string) => who.read(proposalRoutes.one, { query: { district, id } })
const entries = async (id: string): Promise<number> =>
  (await house.owner('select 1 from ledger where subject = $1', [id])).length

test('PROPOSAL-16 whoever sees neither village nor district moves nothing, by no act and from no status', async () => {
  const { id: out } = await exported()
  const all = [await drafted(), await backed(), await approved(), out]
  for (const id of all) {
    const before = await entries(id)
    for (const who of outside)
      for (const action of proposalActs) {
        const answer = await who.send(`proposal.${action}`, { subject: id, district, data: dataOf(action) })
        assert.ok([403, 404].includes(answer.status), `${action}: ${answer.status} ${answer.text}`)
        assert.ok(['not-permitted', 'not-found'].includes(String(answer.body.code)), action)
      }
    assert.equal(await entries(id), before)
  }
})

test('PROPOSAL-4 whoever holds no right of proposals is told so, before anything is looked for', async () => {
  const id = await drafted()
  for (const action of proposalActs)
    for (const subject of [id, randomUUID()]) {
      const answer = await planner.send(`proposal.${action}`, { subject, district, data: dataOf(action) })
      assert.deepEqual(codeOf(answer), [403, 'not-permitted'], action)
    }
  assert.equal((await planner.ask(proposalRoutes.one, { query: { district, id } })).status, 403)
})

test('PROPOSAL-1 a base that has moved on is refused and nothing is lost; none is taken as it stands', async () => {
  const id = await drafted()
  const { version } = await card(drafter, id)
  await does(drafter, 'change', id, { ...dataOf('change'), note: 'Pertama' })
  const stale = await act(drafter, 'change', id, { ...dataOf('change'), note: 'Kedua' }, { base: version })
  assert.deepEqual(codeOf(stale), [409, 'stale'])
  assert.equal((await card(drafter, id)).note, 'Pertama')
  const now = (await card(drafter, id)).version
  assert.equal((await act(drafter, 'change', id, { ...dataOf('change'), note: 'Kedua' }, { base: now })).status, 200)
  assert.equal((await act(drafter, 'change', id, { ...dataOf('change'), note: 'Ketiga' })).status, 200)
  assert.equal((await card(drafter, id)).note, 'Ketiga')
})

test('PROPOSAL-4 pressed twice a step is taken once; other words under the same id are refused', async () => {
  const id = await backed()
  const sent = { id: randomUUID(), subject: id, doneAt: '2026-11-22T03:00:00Z', data: proposalData.verify }
  const [first, again] = [await verifier.send('proposal.verify', sent), await verifier.send('proposal.verify', sent)]
  assert.deepEqual([first.status, again.body], [200, first.body])
  const other = await verifier.send('proposal.verify', { ...sent, data: { ...sent.data, note: 'Lain' } })
  assert.deepEqual(codeOf(other), [409, 'command-id-reused'])
  assert.equal(await entries(id), 3)
})

test('PROPOSAL-4 two who verify, approve or answer at once: one does', async () => {
  const second = await house.staffAt(offices.secretariat, 'verifier')
  const id = await backed()
  const both = await Promise.all([verifier, second].map((who) => act(who, 'verify', id, proposalData.verify)))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  const { id: out } = await exported()
  const answeredOn = dayIn('Asia/Jakarta', Date.now())
  const answers = await Promise.all([
    act(verifier, 'accept', out, { answeredOn, note: '' }),
    act(drafter, 'reject', out, { ...proposalData.reject, answeredOn }),
  ])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  assert.ok(['accepted', 'rejected'].includes((await card(drafter, out)).status))
})

test('PROPOSAL-13 minutes of a village are written by its people alone, and name nobody of another', async () => {
  const [mine, id] = [await drafted(), randomUUID()]
  const meet = { ...proposalData.meet }
  assert.deepEqual(codeOf(await act(neighbour, 'meet', id, meet)), [422, 'wrong-place'])
  await does(drafter, 'meet', id, meet)
  assert.deepEqual(codeOf(await act(drafter, 'meet', id, meet)), [409, 'already-so'])
  for (const action of ['minute', 'sign', 'call-off'] as const)
    assert.deepEqual(codeOf(await act(neighbour, action, id, proposalData[action])), [404, 'not-found'], action)
  const elsewhere = await drafted({ place: '34.04.07.2002' }, neighbour)
  const verdicts = (of: string) => ({ ...proposalData.minute, verdicts: [{ proposal: of, agreed: true, note: '' }] })
  assert.deepEqual(codeOf(await act(drafter, 'minute', id, verdicts(elsewhere))), [422, 'unknown-proposal'])
  await does(drafter, 'minute', id, verdicts(mine))
  await does(drafter, 'call-off', id, proposalData['call-off'])
  assert.deepEqual(codeOf(await act(drafter, 'sign', id, await scanned())), [409, 'wrong-minutes-status'])
  assert.equal((await card(drafter, mine)).status, 'drafted', 'what was called off backed nothing')
})

test('PROPOSAL-12 after all of that the ledger proves every row', () => assertVerified(house))
