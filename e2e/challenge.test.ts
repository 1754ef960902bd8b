import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { ChallengeStepName } from '@openslrt/core/challenge/moves.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { challengeData } from '@openslrt/core/testing/a-challenge.ts'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, optional, say, typedDay } from './desk.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'

const { sleman, faults, enter, sit } = await setScene()
const { coordinator, manager } = sleman.people
const today = dayIn('Asia/Jakarta', Date.now())
const words = 'Jaringan internet mati sejak tiang roboh. Pelayanan ditulis di kertas.'

/** Presses an act of the card, fills its words, and sends it by the same verb. */
async function step(page: Page, act: ChallengeStepName, note?: string): Promise<void> {
  await button(page, say(`challenge-act.${act}`)).click()
  if (note !== undefined) await dialogOf(page).getByRole('textbox').first().fill(note)
  await button(dialogOf(page), say(`challenge-act.${act}`)).click()
  await dialogOf(page).waitFor({ state: 'detached' })
}

test('CHALLENGE-2, CHALLENGE-3, CHALLENGE-5 what hinders a Puskesos is reported, taken, answered, opened again and closed', async () => {
  const [own, lead] = [await sit(coordinator), await sit(manager)]
  await own.goto('/meja/kendala')
  await heading(own, say('challenge.empty.title')).waitFor()
  await checkScreen(own, 'challenge-empty')
  await button(own, say('challenge-act.report')).click()
  await own.getByRole('radio', { name: 'Perangkat dan jaringan' }).check()
  await field(own, say('challenge.form.words')).fill('Bu Siti 3404 0752 0360 0001 tidak dapat dilayani')
  await field(own, say('challenge.form.since')).fill(typedDay(today))
  await field(own, optional(say('challenge.form.citizens'))).fill('40')
  await button(own, say('challenge.form.send')).click()
  await own.getByText(say('challenge.form.names')).waitFor()
  await checkScreen(own, 'challenge-report')
  await field(own, say('challenge.form.words')).fill(words)
  await button(own, say('challenge.form.send')).click()
  await own.getByText(say('challenge.next.there', { office: 'Sekretariat SLRT Sleman' })).waitFor()
  await checkScreen(own, 'challenge-card-own')

  await lead.goto('/meja/kendala?lihat=here')
  await link(lead, words).click()
  await lead.getByText(say('challenge.next.here')).waitFor()
  await step(lead, 'take')
  await lead.getByText(say('challenge-status.taken')).first().waitFor()
  await button(lead, say('challenge-act.answer')).click()
  await checkScreen(lead, 'challenge-answer')
  await button(dialogOf(lead), say('dialog.cancel')).click()
  await step(lead, 'answer', 'Modem cadangan dikirim minggu ini.')
  await lead.getByText(say('challenge.next.there', { office: 'Puskesos Caturtunggal' })).waitFor()

  await own.reload()
  await own.getByText('Modem cadangan dikirim minggu ini.').first().waitFor()
  await step(own, 'reopen', 'Modem belum sampai.')
  await lead.reload()
  await step(lead, 'answer', 'Modem sudah diantar dan dipasang.')
  await own.reload()
  await button(own, say('challenge-act.close')).click()
  await dialogOf(own)
    .getByRole('radio', { name: say('challenge-helped.yes') })
    .check()
  await checkScreen(own, 'challenge-close')
  await button(dialogOf(own), say('challenge-act.close')).click()
  await own.getByText(say('challenge.next.done')).waitFor()
  await checkScreen(own, 'challenge-card')
  await Promise.all([own.context().close(), lead.context().close()])
})

test('CHALLENGE-11, CHALLENGE-13 the numbers by kind and place open their lists, and are saved', async () => {
  const report = (kind: string) =>
    coordinator.does('challenge.report', {
      subject: randomUUID(),
      data: { ...challengeData['challenge.report'], kind, since: today },
    })
  for (const kind of ['budget', 'budget', 'people']) await report(kind)
  const page = await sit(manager)
  await page.goto('/meja/kendala')
  await link(page, say('challenge.page.counts')).click()
  await heading(page, say('challenge.counts.kinds')).waitFor()
  await checkScreen(page, 'challenge-counts')
  await link(page, 'Anggaran').click()
  await heading(page, say('challenge.counts.places.of', { kind: 'Anggaran' })).waitFor()
  const saved = page.waitForEvent('download')
  await button(page, say('challenge.csv')).first().click()
  assert.match((await saved).suggestedFilename(), /^kendala-jumlah-.*\.csv$/)
  const row = page.getByRole('row', { name: /^Anggaran/ }).first()
  await row.getByRole('link', { name: '2', exact: true }).first().click()
  await page.getByText(say('list.range', { from: 1, to: 2, total: 2 })).waitFor()
  await checkScreen(page, 'challenge-list')
  await page.getByLabel(say('challenge.search')).fill('tidak ada kata ini')
  await heading(page, say('challenge.none.title')).waitFor()
  await page.context().close()
})

test('CHALLENGE-13 the same screens speak English', async () => {
  const page = await enter({ cookie: manager.cookie, language: 'en' })
  await page.goto('/meja/kendala?lihat=all')
  await page.getByText('From this office').first().waitFor()
  await checkEnglish(page, 'challenge-list')
  await page.goto('/meja/kendala/jumlah')
  await page.getByText('By kind').first().waitFor()
  await checkEnglish(page, 'challenge-counts')
  await page.context().close()
  assert.deepEqual(faults, [])
})
