import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { button, field, heading, link, say } from './desk.ts'
import { beginPhone, light, openAt } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { caturtunggal } from './sleman.ts'

const { sleman, faults, enter } = await setScene()
const { coordinator } = sleman.people
const today = dayIn('Asia/Jakarta', Date.now())
const promise = 'Modal warung dua juta rupiah cair bulan ini.'
const [kase, visit] = [randomUUID(), randomUUID()]

/** A case in which help was given, and a visit today to see what became of it. */
async function visitIsDue(): Promise<void> {
  const data = registration({ summary: 'Butuh modal warung', place: villageCode.parse(caturtunggal) })
  await coordinator.does('case.register', { subject: kase, data })
  await coordinator.does('case.take', { subject: kase, data: { note: '' } })
  const answer = { outcome: 'granted', note: promise, openReferrals: '' }
  await coordinator.does('case.answer', { subject: kase, data: answer })
  await coordinator.does('case.confirm', { subject: kase, data: { satisfaction: 4, how: 'phone', note: '' } })
  const whom = { name: 'Ngatinah', nik: null, kk: null, phone: null, address: 'Jalan Kaliurang km 5' }
  const where = { place: caturtunggal, case: kase, family: null, person: null, whom, trigger: 'follow-up' }
  const who = { day: today, office: coordinator.office, assignee: coordinator.staff }
  const ask = { ask: 'Apakah modal sudah dipakai', proposal: '' }
  await coordinator.does('visit.plan', { subject: visit, data: { ...where, ...who, ...ask } })
}

test('FIELD-32, FIELD-33 whoever goes to see what became of a case knows what was promised, and tells it without a signal', async () => {
  await visitIsDue()
  const page = await enter({ phone: true })
  await beginPhone(page, coordinator.signInName)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  // Its list is on the phone once the form offers it: only then the line may go.
  await page.goto(`/lapangan/kunjungan-hasil/${kase}`)
  await openAt(page)
  await page.getByRole('radio', { name: 'Keadaan keluarga membaik', exact: true }).waitFor()
  await page.context().setOffline(true)
  await page.goto('/lapangan/')
  await openAt(page)
  await heading(page, say('field.today.title')).waitFor()
  const row = link(page, new RegExp(say('field.today.outcome')))
  await row.waitFor()
  await checkScreen(page, 'field-today-outcome')
  await row.click()
  await page.getByText(promise).waitFor()
  await checkScreen(page, 'field-visit-outcome')
  await button(page, say('work.follow.title')).click()
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('work.follow.became.missing')).waitFor()
  await page.getByRole('radio', { name: 'Keadaan keluarga membaik', exact: true }).check()
  await page.getByRole('radio', { name: say('work.follow.reached.partly'), exact: true }).check()
  await field(page, say('act.optional', { label: say('work.follow.used') })).fill('Etalase dan beras')
  await field(page, say('field.visit.words')).fill('Warung sudah buka.')
  await field(page, say('act.optional', { label: say('work.follow.next') })).fill('Bantu izin usaha')
  await checkScreen(page, 'field-follow')
  await button(page, say('field.visit.save')).click()
  await heading(page, 'Ngatinah').waitFor()
  await light(page, /1 menunggu/).waitFor()
  await checkScreen(page, 'field-visit-outcome-told')
  await page.context().setOffline(false)
  await light(page, /Semua terkirim/).waitFor()
  const card = JSON.stringify(await coordinator.asks('/api/cases/card', { district: '34.04', id: kase }))
  assert.match(card, /"became":"better"/)
  assert.match(card, /Dipakai untuk: Etalase dan beras\\nWarung sudah buka\.\\nSelanjutnya: Bantu izin usaha/)
  await page.context().close()
  assert.deepEqual(faults, [])
})
