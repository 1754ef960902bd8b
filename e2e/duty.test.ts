import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { dialogOf } from './case-card.ts'
import { button, heading, link, reloadUntil, say, typedDay } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit, enter } = await setScene()
const { admin, people, offices } = sleman
const day = (ahead: number): string => dayIn('Asia/Jakarta', Date.now() + ahead * dayMs)

test('DUTY-8 the coordinator fills the roster, the officer on duty reads it and is told of the red card that is theirs', async () => {
  const page = await sit(people.coordinator)
  await page.goto('/meja/beban')
  await link(page, say('duty.title')).click()
  await page.getByText(say('duty.now.nobody')).waitFor()
  await checkScreen(page, 'duty-empty')
  await button(page, say('duty.add')).click()
  const dialog = dialogOf(page)
  await button(dialog, say('duty.save')).click()
  await dialog.getByText(say('duty.who.missing')).waitFor()
  await dialog.getByLabel(say('duty.who'), { exact: true }).selectOption({ label: 'Bagus Prasetyo' })
  await dialog.getByLabel(say('duty.from')).fill(typedDay(day(0)))
  await dialog.getByLabel(say('duty.until')).fill(typedDay(day(4)))
  await checkScreen(page, 'duty-form')
  await button(dialog, say('duty.save')).click()
  await page.getByText(/^Bagus Prasetyo piket/).waitFor()
  await page.getByText(/^Sedang piket: Bagus Prasetyo/).waitFor()
  await button(page, new RegExp(`^${say('duty.fill')} `)).click()
  await dialog.getByLabel(say('duty.who'), { exact: true }).selectOption({ label: 'Kartini Lestari' })
  await dialog.getByLabel(say('duty.until')).fill(typedDay(day(6)))
  await button(dialog, say('duty.save')).click()
  await page.getByText(/^Kartini Lestari piket/).waitFor()
  await checkScreen(page, 'duty-roster')
  const id = randomUUID()
  const data = registration({ summary: 'Ambulans belum ada', red: true })
  await people.fo.does('case.register', { subject: id, data })
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await bo.getByText(/^Anda piket kartu merah sampai/).waitFor()
  await link(bo, 'Ambulans belum ada').waitFor()
  await checkScreen(bo, 'queue-on-duty')
  await bo.goto('/meja/kabar')
  await reloadUntil(bo, link(bo, /^Kartu merah untuk Anda/).first())
  await bo.context().close()
  await button(page, /^Batalkan giliran Kartini Lestari/).click()
  await checkScreen(page, 'duty-end')
  await button(dialogOf(page), say('duty.cancel')).click()
  await page.getByText(say('duty.done.ended', { name: 'Kartini Lestari' })).waitFor()
})

test('WORKLOAD-5 what lies with somebody on leave is handed over in one go', async () => {
  const page = await sit(people.coordinator)
  const staff = await admin.asks(referenceRoutes.staff.path, { office: offices.puskesos })
  const post = referenceRoutes.staff.reply.parse(staff).items.find(({ id }) => id === people.bo.staff)?.posts[0]?.id
  const data = { post, from: day(0), until: day(2), standIn: null, standInPost: randomUUID() }
  await admin.does('leave.give', { data })
  await page.goto('/meja/beban')
  await button(page, say('workload.absent.hand-over.of', { name: 'Bagus Prasetyo' })).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('radio', { name: 'Kartini Lestari' }).check()
  await button(dialog, say('case.many.assign')).click()
  await page.getByText(say('case.many.done.assign', { count: 1, name: 'Kartini Lestari' })).waitFor()
  await checkScreen(page, 'workload-handed-over')
})

test('DUTY-8 an administrator reaches the roster of an office from its staff', async () => {
  const page = await enter({ cookie: admin.cookie })
  await page.goto(`/meja/petugas?kantor=${offices.puskesos}`)
  await link(page, say('duty.title')).click()
  await heading(page, say('duty.of', { office: 'Puskesos Caturtunggal' })).waitFor()
  await button(page, /^Akhiri giliran Bagus Prasetyo/).waitFor()
  assert.deepEqual(faults, [])
})
