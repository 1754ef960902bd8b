import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { jointStatuses, jointTaskStatuses, targetStatuses } from '@openslrt/core/joint/joint.ts'
import { meetingStatuses, taskStatuses } from '@openslrt/core/meeting/meeting.ts'
import { applicationStatuses, needStatuses, participationStatuses } from '@openslrt/core/need/need.ts'
import { ppksStatuses, serviceStatuses } from '@openslrt/core/ppks/ppks.ts'
import { minutesStatuses, proposalStatuses } from '@openslrt/core/proposal/proposal.ts'
import { psksStatuses, reportStatuses } from '@openslrt/core/psks/psks.ts'
import { affectedStatuses, surgeStatuses } from '@openslrt/core/surge/surge.ts'
import { visitStatuses } from '@openslrt/core/visit/visit.ts'
import { openShippedProgrammes } from '../features/programme/index.ts'
import { verifyDistrict } from '../platform/ledger/verify.ts'
import type { TestHouse } from '../testing/house.ts'
import { startTestHouse } from '../testing/house.ts'
import { makeDemo } from './make-demo.ts'

let house: TestHouse

before(async () => {
  house = await startTestHouse()
  await openShippedProgrammes(house.parts)
  const signal = new AbortController().signal
  const say = () => undefined
  await makeDemo(house.parts, house.ownerUrl, { cases: 60, say, signal, onMarked: async () => undefined })
})

const countOf = async (sql: string): Promise<number> => {
  const [row] = await house.owner<{ n: number }>(`select count(*) as n from ${sql}`)
  return Number(row?.n)
}

/** DEMO-13 to DEMO-19 Each status of each register has an example. */
const everyStatus: readonly (readonly [rule: string, table: string, statuses: readonly string[]])[] = [
  ['DEMO-13', 'need', needStatuses],
  ['DEMO-13', 'application', applicationStatuses],
  ['DEMO-13', 'participation', participationStatuses],
  ['DEMO-14', 'proposal', proposalStatuses],
  ['DEMO-14', 'village_minutes', minutesStatuses],
  ['DEMO-15', 'visit', visitStatuses],
  ['DEMO-16', 'ppks', ppksStatuses],
  ['DEMO-16', 'ppks_service', serviceStatuses],
  ['DEMO-17', 'psks', psksStatuses],
  ['DEMO-17', 'psks_report', reportStatuses],
  ['DEMO-18', 'surge', surgeStatuses],
  ['DEMO-18', 'affected', affectedStatuses],
  ['DEMO-19', 'meeting', meetingStatuses],
  ['DEMO-19', 'meeting_task', taskStatuses],
  ['DEMO-20', 'joint_programme', jointStatuses],
  ['DEMO-20', 'joint_task', jointTaskStatuses],
  ['DEMO-20', 'joint_target', targetStatuses],
]

for (const [rule, table, statuses] of everyStatus)
  test(`${rule} the demo has a row of ${table} in each status`, async () => {
    const rows = await house.owner<{ status: string }>(`select distinct status from ${table}`)
    assert.deepEqual(rows.map(({ status }) => status).toSorted(), [...statuses].toSorted())
  })

test('DEMO-13 places are taken, somebody waits for one, and no quota gave more than it has', async () => {
  assert.equal(await countOf('quota where granted + coalesce(shared, 0) > places'), 0)
  assert.ok((await countOf('quota where waiting > 0')) >= 2)
  assert.ok((await countOf('quota where waiting = 0 and granted > 0 and granted < places')) >= 1)
})

test('DEMO-14 what the centre and the secretariat refused says why, and objections are late', async () => {
  assert.equal(await countOf("proposal where status in ('rejected', 'returned') and why is null"), 0)
  assert.equal(await countOf('proposal where pressed = 3'), 1)
  assert.ok((await countOf('proposal where pressed in (1, 2)')) >= 1)
  assert.equal(await countOf('proposal_batch'), 2)
})

test('DEMO-15 some visits are late, some are to come, some show a house', async () => {
  assert.ok((await countOf('visit where overdue_since is not null')) >= 3)
  assert.ok((await countOf("visit where status = 'planned' and due_at > now()")) >= 5)
  assert.ok((await countOf('visit_photo')) >= 5)
})

test('DEMO-12 some heads of families stand in the registry a second time, as somebody heard their name', async () => {
  const again = 'person a join person b on b.place = a.place and b.birth_date = a.birth_date and b.id <> a.id'
  assert.ok((await countOf(`${again} where a.nik is null and b.nik is not null`)) >= 3)
})

test('DEMO-16 two PPKS are of types that only some may see', async () => {
  assert.equal(await countOf('ppks where restricted is not null'), 2)
})

test('DEMO-18 those who were received have their cases, as cases like any other', async () => {
  const cases = 'affected a join cases c on c.district = a.district and c.id = a.case_id where a.opened_at is not null'
  assert.equal(await countOf(cases), 9)
  assert.equal(await countOf('affected a join cases c on c.id = a.case_id where a.opened_at is null'), 0)
})

test('DEMO-19 tasks of meetings are late, and somebody answers for red cards now', async () => {
  assert.ok((await countOf('meeting_task where overdue_since is not null')) >= 1)
  assert.equal(await countOf('duty where valid_from <= now() and valid_until > now()'), 2)
})

test('DEMO-13 all of it stands in ledgers that prove it, and nothing of it came in after now', async () => {
  const { worker } = house.parts.pools
  for (const ledger of ['34.04', '34', '00'])
    assert.deepEqual((await verifyDistrict(worker, house.parts.ledger.keys, ledger, null)).problems, [])
  assert.equal(await countOf('ledger where received_at > now()'), 0)
})
