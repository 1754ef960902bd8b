import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, optional, say, typedDay } from './desk.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'

const { sleman, faults, enter, sit } = await setScene()
const { people } = sleman
/** Today in Sleman. */
const today = dayIn('Asia/Jakarta', Date.now())
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)])

test('VISIT-13 from the card of a case a visit is planned, made, photographed and printed', async () => {
  const id = randomUUID()
  await people.fo.does('case.register', { subject: id, data: registration({ summary: 'Rumah tidak layak' }) })
  const planner = await sit(people.coordinator)
  await planner.goto('/meja/kunjungan')
  await planner.getByText(say('visit.empty.mine.title')).waitFor()
  await checkScreen(planner, 'visits-empty')

  await planner.goto(`/meja/kasus/34.04/${id}`)
  await heading(planner, say('visit.title')).click()
  await planner.getByText(say('visit.panel.none')).waitFor()
  await button(planner, say('visit.act.plan')).click()
  await heading(planner, say('visit.act.plan')).waitFor()
  await button(planner, say('visit.act.plan')).click()
  await planner.getByText(say('visit.form.trigger.missing')).waitFor()
  await planner.getByLabel(say('visit.form.trigger')).selectOption({ label: 'Program rumah layak huni' })
  await field(planner, say('visit.form.day')).fill(typedDay(today))
  await field(planner, optional(say('visit.ask'))).fill('Atap dan lantai')
  await planner.getByLabel(say('visit.form.office')).selectOption({ label: 'Puskesos Caturtunggal' })
  await checkScreen(planner, 'visit-plan')
  await button(planner, say('visit.act.plan')).click()
  await planner.getByText(say('visit.found.none')).waitFor()
  await checkScreen(planner, 'visit-planned')

  await button(planner, say('visit.act.done')).click()
  await checkScreen(planner, 'visit-done-form')
  await button(dialogOf(planner), say('visit.act.done')).click()
  await dialogOf(planner).getByText(say('visit.form.words.missing')).waitFor()
  await dialogOf(planner).getByRole('radio', { name: 'Sesuai keterangan', exact: true }).check()
  await dialogOf(planner)
    .getByRole('radio', { name: say('visit-fit.fit'), exact: true })
    .check()
  await dialogOf(planner).getByRole('checkbox', { name: 'KTP' }).check()
  await field(dialogOf(planner), say('visit.words')).fill('Lantai tanah, atap bocor.')
  await button(dialogOf(planner), say('visit.act.done')).click()
  await planner.getByText('Lantai tanah, atap bocor.').first().waitFor()

  await button(planner, say('visit.act.photo')).click()
  await planner.locator('input[type=file]').setInputFiles({ name: 'depan.png', mimeType: 'image/png', buffer: png })
  await button(dialogOf(planner), say('visit.act.photo')).click()
  const photo = link(planner, say('visit.photo.show', { kind: say('visit-photo.front') }))
  await photo.waitFor()
  const shown = await planner.request.get((await photo.getAttribute('href')) ?? '')
  assert.deepEqual([shown.status(), (await shown.body()).equals(png)], [200, true])
  await checkScreen(planner, 'visit-done')
  await planner.emulateMedia({ media: 'print' })
  await planner.getByText(say('visit.paper.title')).waitFor()
  assert.equal(await button(planner, say('visit.print')).isVisible(), false, 'no button is printed')
  await planner.emulateMedia({ media: 'screen' })

  await link(planner, say('visit.back')).click()
  await link(planner, say('visit.tab.ended')).click()
  await link(planner, /Sumarni/).waitFor()
  await checkScreen(planner, 'visits')
})

test('VISIT-13 the pages of visits are whole in English', async () => {
  const page = await enter({ cookie: people.coordinator.cookie, language: 'en' })
  await page.goto('/meja/kunjungan?lihat=ended')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await checkEnglish(page, 'visits')
  assert.deepEqual(faults, [])
})
