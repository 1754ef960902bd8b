import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { dayMs, hourMs } from '@openslrt/core/kernel/instant.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { remindAll } from './remind.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const other = await house.staffAt(offices.caturtunggal, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const parts = noticePartsOf(house)

const remindedOf = async (client: Client, id: string): Promise<number> => {
  const { items } = await client.read(noticeRoutes.list, { query: { show: 'all' } })
  return items.filter((item) => item.case === id && item.what === 'due-soon').length
}
/** A Monday at noon, far enough ahead that nothing else is due. */
const due = Date.parse('2027-02-01T12:00:00+07:00')
async function dueOn(at: number, own: Parameters<typeof aCaseBy>[1] = {}): Promise<string> {
  const { id } = await aCaseBy(fo, own)
  await house.owner('update cases set hop_due_at = $2 where id = $1', [id, new Date(at)])
  return id
}

test('NOTICE-8 one working day before: over a weekend that is on Friday, not on Sunday', async () => {
  const id = await dueOn(due)
  await remindAll(parts, due - 3 * dayMs - hourMs)
  assert.equal(await remindedOf(bo, id), 0)
  await remindAll(parts, due - 3 * dayMs + hourMs)
  assert.equal(await remindedOf(bo, id), 1)
  assert.equal(await remindedOf(other, id), 1)
})

test('NOTICE-8 whoever has the case is reminded, and nobody else', async () => {
  const id = await dueOn(due)
  await bo.does('case.take', { subject: id, data: { note: '' } })
  await house.owner('update cases set hop_due_at = $2 where id = $1', [id, new Date(due)])
  await remindAll(parts, due - hourMs)
  assert.deepEqual([await remindedOf(bo, id), await remindedOf(other, id)], [1, 0])
})

test('NOTICE-8 a due moment that was moved is reminded of anew; one that is past, not any more', async () => {
  const id = await dueOn(due)
  await remindAll(parts, due - hourMs)
  await house.owner('update cases set hop_due_at = $2 where id = $1', [id, new Date(due + 2 * dayMs)])
  await remindAll(parts, due + 2 * dayMs - hourMs)
  assert.equal(await remindedOf(bo, id), 2)
  const late = await dueOn(due - dayMs)
  await remindAll(parts, due)
  assert.equal(await remindedOf(bo, late), 0)
})

test('NOTICE-8 what waits for the citizen is nobody’s to hurry, and a restricted case is for those who may see it', async () => {
  const answered = await dueOn(due)
  await house.owner("update cases set status = 'answered' where id = $1", [answered])
  const hidden = await dueOn(due, { restricted: 'violence' })
  await remindAll(parts, due - hourMs)
  assert.equal(await remindedOf(bo, answered), 0)
  assert.deepEqual([await remindedOf(bo, hidden), await remindedOf(coordinator, hidden)], [0, 1])
})
