import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startSmsGateway } from './a-gateway.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, lookUp, optional, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const sms = await startSmsGateway('token-sms')
after(() => sms.close())
const secret = 'rahasia-gerbang'
const { house, sleman, faults, sit } = await setScene({
  own: async (url, folder) => {
    await writeFile(join(folder, 'sms-token'), 'token-sms')
    await writeFile(join(folder, 'sms-hook'), secret)
    return {
      PUBLIC_URL: url,
      OPENSLRT_SMS_URL: sms.url,
      OPENSLRT_SMS_TOKEN_FILE: join(folder, 'sms-token'),
      OPENSLRT_SMS_HOOK_SECRET_FILE: join(folder, 'sms-hook'),
    }
  },
})
const { people } = sleman

/** A text message as its gateway hands it in. */
async function arrives(from: string, text: string): Promise<void> {
  const body = JSON.stringify({ from, text })
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  const headers = { 'content-type': 'application/json', 'x-signature-256': signature }
  const answer = await fetch(`${house.url}/api/hooks/sms`, { method: 'POST', headers, body })
  assert.equal(answer.status, 200)
}

test('INBOUND-9 a facilitator names the number that they write from', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/akun')
  await heading(fo, say('own.phone.title')).waitFor()
  await field(fo, say('own.phone.label')).fill('abc')
  await button(fo, say('own.phone.save')).click()
  await fo.getByText(say('own.phone.wrong')).waitFor()
  await field(fo, say('own.phone.label')).fill('0812 7777 0001')
  await button(fo, say('own.phone.save')).click()
  await fo.getByText(say('own.phone.saved')).waitFor()
  await checkScreen(fo, 'own-phone')
  await fo.context().close()
})

test('INBOUND-11 a message waits in the list, is checked beside its text, becomes a case and leaves it', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/pesan')
  await heading(fo, say('inbound.empty.waiting.title')).waitFor()
  await checkScreen(fo, 'inbound-none')
  await arrives('081277770001', 'Nama: Painem Karto\nNIK: 34040752\nDesa: Caturtunggal\nKeluhan: minta kursi roda')
  await arrives('081277770001', 'Jenis: layanan\nKategori: alat bantu')
  await arrives('081277770002', 'Terima kasih bu, desa Caturtunggal')
  await fo.reload()
  await link(fo, /^Buka pesan dari/)
    .nth(2)
    .waitFor()
  await fo
    .getByRole('link', { name: /^Pesan masuk\s*3/ })
    .first()
    .waitFor()
  await checkScreen(fo, 'inbound-list')
  await link(fo, /^Buka pesan dari/)
    .first()
    .click()
  await heading(fo, 'Painem Karto').waitFor()
  await fo.getByRole('checkbox', { name: /Jenis: layanan/ }).check()
  await heading(fo, 'Painem Karto').waitFor()
  await checkScreen(fo, 'inbound-message')
  await button(fo, say('intake.check', { name: 'Painem Karto' })).click()
  await heading(fo, say('intake.check.title')).waitFor()
  // The last part of the form to come: before it the page still moves.
  await field(fo, optional(say('blank.field'))).waitFor()
  await fo.getByRole('group', { name: say('care.title') }).waitFor()
  await checkScreen(fo, 'inbound-check')
  await field(fo, say('act.optional', { label: say('case.field.nik') })).fill('3404075203600072')
  await button(fo, say('case.register.send')).click()
  await fo.getByText(say('intake.state.done'), { exact: true }).waitFor()
  await fo.getByText(say('inbound.done')).waitFor()
  await checkScreen(fo, 'inbound-registered')
  await link(fo, say('inbound.back')).click()
  await fo.getByText('Painem Karto').waitFor({ state: 'detached' })
  await fo.getByText('Jenis: layanan').waitFor({ state: 'detached' })
  await fo.getByText('Terima kasih bu').waitFor()
  await fo.context().close()
})

test('INBOUND-7 what is no report is set aside and taken back, and moved to whoever it is for', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/pesan')
  await link(fo, /^Buka pesan dari/)
    .first()
    .click()
  await button(fo, say('inbound.aside')).click()
  await button(dialogOf(fo), say('inbound.aside')).click()
  await dialogOf(fo).getByText(say('inbound.aside.reason.missing')).waitFor()
  await checkScreen(fo, 'inbound-aside')
  await dialogOf(fo).getByRole('radio', { name: 'Ucapan terima kasih atau salam' }).check()
  await button(dialogOf(fo), say('inbound.aside')).click()
  await heading(fo, say('inbound.empty.waiting.title')).waitFor()
  await fo.getByRole('link', { name: new RegExp(`^${say('inbound.show.aside')}`) }).click()
  await link(fo, /^Buka pesan dari/)
    .first()
    .click()
  await checkScreen(fo, 'inbound-set-aside')
  await button(fo, say('inbound.take-back')).click()
  await link(fo, /^Buka pesan dari/)
    .first()
    .click()
  await button(fo, say('inbound.move')).click()
  await button(dialogOf(fo), say('inbound.move')).click()
  await dialogOf(fo).getByText(say('inbound.move.missing')).waitFor()
  await checkScreen(fo, 'inbound-move')
  await lookUp(dialogOf(fo), say('inbound.move.village'), 'Maguwo', /Maguwoharjo/)
  await button(dialogOf(fo), say('inbound.move')).click()
  await heading(fo, say('inbound.empty.waiting.title')).waitFor()
  await fo.context().close()
  const manager = await sit(people.manager)
  await manager.goto('/meja/pesan')
  await link(manager, /^Buka pesan dari/)
    .first()
    .waitFor()
  await manager.context().close()
})

test('INBOUND-11 nothing went wrong in any page without being shown', () => assert.deepEqual(faults, []))
