import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, lookUp, reloadUntil, say, typedDay } from './desk.ts'
import { textIn } from './papers.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'

const { sleman, faults, enter, sit } = await setScene()
const { people } = sleman

/** Today in Sleman: a meeting begins on its day. */
const today = dayIn('Asia/Jakarta', Date.now())

async function aCase(summary: string) {
  const id = randomUUID()
  const { number = '' } = await people.fo.does('case.register', { subject: id, data: registration({ summary }) })
  return { id, number }
}

test('MEET-22 a case goes from its card to a conference, and comes back with a task that the hospital does', async () => {
  const { id, number } = await aCase('Butuh rumah singgah')
  const chair = await sit(people.coordinator)
  await chair.goto('/meja/rapat')
  await chair.getByText(say('meeting.empty.coming.title')).waitFor()
  await checkScreen(chair, 'meetings-empty')

  await chair.goto(`/meja/kasus/34.04/${id}`)
  await button(chair, say('task.panel.call')).click()
  await heading(chair, say('meeting.form.title')).waitFor()
  await heading(chair, say('meeting.case', { number })).waitFor()
  await button(chair, say('meeting.form.send')).click()
  await chair.getByText(say('meeting.form.kind.missing')).waitFor()
  await chair.getByRole('radio', { name: 'Konferensi kasus' }).check()
  await field(chair, say('meeting.form.day')).fill(typedDay(today))
  await field(chair, say('meeting.form.time')).fill('00.30')
  await field(chair, say('meeting.form.place')).fill('Balai desa')
  await lookUp(chair, say('meeting.form.office'), 'rsud', 'RSUD Sleman')
  await field(chair, say('meeting.form.point')).fill('Ambulans desa')
  await button(chair, say('meeting.form.point.add')).click()
  await checkScreen(chair, 'meeting-call')
  await button(chair, say('meeting.form.send')).click()
  await heading(chair, 'Konferensi kasus').waitFor()
  await checkScreen(chair, 'meeting-planned')

  const invited = await sit(people.provider)
  await invited.goto('/meja/kabar')
  const news = invited.getByRole('link', { name: say('notice.open.meeting') })
  await reloadUntil(invited, news.first())
  await news.first().click()
  await heading(invited, 'Konferensi kasus').waitFor()
  assert.equal(await link(invited, say('meeting.case', { number })).count(), 0, 'being invited opens no case')
  const [file] = await Promise.all([invited.waitForEvent('download'), button(invited, say('meeting.ics')).click()])
  assert.match(await textIn(file), /BEGIN:VEVENT[\s\S]*Kasus 3404/)

  await button(chair, say('meeting.act.hold')).click()
  await checkScreen(chair, 'meeting-hold')
  await button(dialogOf(chair), say('meeting.act.hold')).click()
  await button(chair, say('meeting.act.close')).click()
  await button(dialogOf(chair), say('meeting.act.close')).click()
  await dialogOf(chair).getByText('2 pokok bahasan tanpa notula').waitFor()
  await button(dialogOf(chair), say('dialog.cancel')).click()
  await button(chair, say('meeting.act.minute')).click()
  await field(dialogOf(chair), say('meeting.case', { number })).fill('Keluarga setuju.')
  await field(dialogOf(chair), 'Ambulans desa').fill('Siap dipakai.')
  await button(dialogOf(chair), say('meeting.form.save')).click()
  await chair.locator('.meeting__words').getByText('Siap dipakai.').waitFor()
  await button(chair, say('meeting.act.decide')).click()
  await dialogOf(chair)
    .getByRole('textbox', { name: say('task.form.text') })
    .fill('Siapkan kamar singgah')
  await dialogOf(chair).getByLabel(say('task.form.office')).selectOption('RSUD Sleman')
  await checkScreen(chair, 'meeting-decide')
  await button(dialogOf(chair), say('meeting.act.decide')).click()
  await chair.locator('.task__text').getByText('Siapkan kamar singgah').waitFor()
  await button(chair, say('meeting.act.close')).click()
  await button(dialogOf(chair), say('meeting.act.close')).click()
  await chair.locator('.page-head').getByText(say('meeting-status.closed'), { exact: true }).waitFor()
  await checkScreen(chair, 'meeting-closed')
  await chair.emulateMedia({ media: 'print' })
  assert.equal(await button(chair, say('meeting.print')).isVisible(), false)
  assert.equal(await chair.getByText('Keluarga setuju.').isVisible(), true)
  await chair.emulateMedia({ media: 'screen' })

  await invited.goto('/meja/tugas')
  await invited.getByText('Siapkan kamar singgah').waitFor()
  await checkScreen(invited, 'meeting-tasks')
  await button(invited, say('task.done')).click()
  await field(dialogOf(invited), say('act.optional', { label: say('task.note') })).fill('Kamar 3 siap.')
  await button(dialogOf(invited), say('task.done')).click()
  await invited.getByText(say('task.empty.office.title')).waitFor()

  await chair.goto(`/meja/kasus/34.04/${id}`)
  await chair.getByText(say('task.said', { note: 'Kamar 3 siap.' })).waitFor()
  for (const page of [chair, invited]) await page.context().close()
})

test('MEET-22 the screens of meetings speak English to whoever chose it', async () => {
  const page = await enter({ cookie: people.coordinator.cookie, language: 'en', phone: true })
  await page.goto('/meja/rapat?lihat=past')
  await page.getByRole('link', { name: 'Case conference' }).click()
  await heading(page, 'Case conference').waitFor()
  await page.goto('/meja/undang')
  await heading(page, 'Call a meeting').waitFor()
  await checkEnglish(page, 'meeting-call')
  await page.context().close()
})

test('MEET-22 no page of these journeys failed without saying so', () => assert.deepEqual(faults, []))
