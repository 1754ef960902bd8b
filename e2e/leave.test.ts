import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { dialogOf } from './case-card.ts'
import { button, heading, link, lookUp, say, typedDay } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit, enter } = await setScene()
const { admin, people, offices } = sleman
const page = await enter({ cookie: admin.cookie })
const day = (ahead: number): string => dayIn('Asia/Jakarta', Date.now() + ahead * dayMs)
const open = async (name: string) => {
  await page.goto(`/meja/petugas?cari=${encodeURIComponent(name)}`)
  await link(page, name).click()
  return dialogOf(page)
}

test('OFFICE-13 a leave is recorded with who stands in, whose queue says so and leads to the cases', async () => {
  const id = randomUUID()
  await people.fo.does('case.register', { subject: id, data: registration({ summary: 'Atap bocor' }) })
  await people.coordinator.does('case.assign', { subject: id, data: { assignee: people.coordinator.staff, note: '' } })
  const dialog = await open('Kartini Lestari')
  await button(dialog, say('staff.leave.give')).click()
  await button(dialog, say('staff.leave.given')).click()
  await dialog.getByText(say('staff.leave.day.missing')).waitFor()
  await dialog.getByLabel(say('staff.leave.from')).fill(typedDay(day(0)))
  await dialog.getByLabel(say('staff.leave.until')).fill(typedDay(day(4)))
  await dialog.getByLabel(say('staff.leave.stand-in')).selectOption({ label: 'Bagus Prasetyo' })
  await checkScreen(page, 'staff-leave-form')
  await button(dialog, say('staff.leave.given')).click()
  await button(dialog, say('staff.leave.end')).waitFor()
  await checkScreen(page, 'staff-on-leave')
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await bo.getByText(/^Anda menggantikan Kartini Lestari/).waitFor()
  await checkScreen(bo, 'queue-standing-in')
  await link(bo, say('case.queue.standing-in.cases', { count: 1 })).click()
  await link(bo, 'Atap bocor').waitFor()
  await link(bo, new RegExp(`^${say('workload.title')}`))
    .first()
    .waitFor()
  await bo.context().close()
  await button(dialog, say('staff.leave.end')).click()
  await button(dialog, say('staff.leave.give')).waitFor()
})

test('OFFICE-14 villages are added to a facilitator and taken away; the list says where nobody goes', async () => {
  const data = { name: 'Wening Astuti', post: randomUUID(), office: offices.secretariat, role: 'facilitator' }
  await admin.does('staff.add', { data })
  const dialog = await open('Wening Astuti')
  await dialog.getByText(say('staff.villages.none')).waitFor()
  await button(dialog, say('staff.villages.add')).click()
  await lookUp(dialog, say('staff.villages.which'), 'caturtunggal', /^Caturtunggal, Depok/)
  await dialog
    .getByRole('list', { name: say('staff.villages') })
    .getByText('Caturtunggal')
    .waitFor()
  await checkScreen(page, 'staff-villages')
  await page.goto('/meja/pendampingan?cari=caturtunggal')
  await page.getByRole('row').filter({ hasText: 'Wening Astuti' }).waitFor()
  await checkScreen(page, 'villages')
  await page.goto('/meja/pendampingan?cari=caturtunggal&tanpa=ya')
  await heading(page, say('villages.none')).waitFor()
})

test('OFFICE-13 nothing went wrong in any page without being shown', () => assert.deepEqual(faults, []))
