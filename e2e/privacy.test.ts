import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { begin, dialogOf, finish, openCase } from './case-card.ts'
import { button, field, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit } = await setScene()
const { people } = sleman
const coordinator = await sit(people.coordinator)
const manager = await sit(people.manager)

const nik = '3404075203600066'
const client = { name: 'Tukinem', nik, kk: null, phone: null, address: 'RT 6' }

/** A question that was answered at the desk: closed, and opened by two people since. */
async function closed(summary: string) {
  const id = randomUUID()
  const data = registration({ summary, kind: 'question', client })
  const { number } = await people.fo.does('case.register', { subject: id, data })
  await people.fo.does('case.settle', { subject: id, data: { outcome: 'informed', note: 'Sudah dijelaskan.' } })
  return { id, number: number ?? '', summary }
}

test('CASE-33 CASE-35 one person asks on the card, another erases there, and the card says that it is gone', async () => {
  const kase = await closed('Bertanya soal bantuan')
  await openCase(coordinator, kase)
  await begin(coordinator, 'move.ask-erasure')
  await dialogOf(coordinator).getByLabel(say('erasure-basis.request')).check()
  await dialogOf(coordinator).getByLabel(say('case.form.ask-erasure.note')).fill('Warga datang dan memintanya.')
  await checkScreen(coordinator, 'erasure-ask')
  await finish(coordinator, 'move.ask-erasure', 'did.ask-erasure')
  await coordinator.getByText('Anda meminta data kasus ini dihapus').waitFor()
  await manager.goto('/meja/retensi?tab=asked')
  await heading(manager, say('retention.title')).waitFor()
  await checkScreen(manager, 'retention')
  await link(manager, kase.summary).click()
  await begin(manager, 'move.erase')
  await checkScreen(manager, 'erasure-do')
  await finish(manager, 'move.erase', 'did.erase')
  await manager.getByText(say('erasure.done')).waitFor()
  await checkScreen(manager, 'erased-card')
  assert.equal(await manager.getByText(kase.summary).count(), 0)
  assert.equal(await manager.getByText('Tukinem').count(), 0)
})

test('ACCESS-16 the card shows its head who opened it, and the paper for the citizen is made from there', async () => {
  const kase = await closed('Bertanya jadwal')
  await openCase(coordinator, kase)
  await coordinator.reload()
  await heading(coordinator, say('access.panel')).waitFor()
  await link(coordinator, say('access.case.open')).click()
  await heading(coordinator, new RegExp(kase.number)).waitFor()
  await checkScreen(coordinator, 'looks-case')
  await button(coordinator, say('access.report.make')).click()
  await dialogOf(coordinator).getByLabel(say('access.report.reason')).fill('Tukinem, di meja')
  await button(dialogOf(coordinator), say('access.report.make')).click()
  await button(coordinator, say('access.report.print')).waitFor()
  await checkScreen(coordinator, 'looks-paper')
})

test('ACCESS-17 ACCESS-18 a head reads the record of the office, and takes out what is held of one person', async () => {
  const kase = await closed('Bertanya syarat')
  await coordinator.goto('/meja/akses')
  await heading(coordinator, say('access.title')).waitFor()
  await coordinator.getByLabel(say('access.filter.look')).selectOption('report')
  await coordinator.waitForURL(/apa=report/)
  await checkScreen(coordinator, 'looks-office')
  await button(coordinator, say('export.title')).click()
  await field(coordinator, say('export.nik')).fill(nik)
  await button(coordinator, say('export.make')).click()
  await coordinator.getByText(say('export.purpose.missing')).waitFor()
  await field(coordinator, say('export.purpose')).fill('Permintaan warga sendiri')
  await checkScreen(coordinator, 'export-form')
  await button(coordinator, say('export.make')).click()
  await heading(coordinator, new RegExp(kase.number)).waitFor()
  await checkScreen(coordinator, 'export-paper')
  const saved = coordinator.waitForEvent('download')
  await button(coordinator, say('export.file')).click()
  assert.match((await saved).suggestedFilename(), /^data-warga-.*\.json$/)
})

test('LEDGER-18 after all of this the chain is whole, and state and counters equal a rebuild', async () => {
  const { code, said } = await house.slrt('verify')
  assert.equal(code, 0, said)
  assert.deepEqual(faults, [])
})
