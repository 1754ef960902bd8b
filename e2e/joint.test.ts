import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, lookUp, say, typedDay } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit } = await setScene()
const { people } = sleman
const manager = await sit(people.manager)
const panel = (page: Page, title: Parameters<typeof say>[0]) =>
  page.locator('.panel').filter({ has: page.getByRole('heading', { name: say(title), exact: true }) })
const closed = (page: Page) => dialogOf(page).waitFor({ state: 'detached' })

test('JOINT-16 an office begins a programme: what it is for, its agreement, partners from here, the nation and outside', async () => {
  await manager.goto('/meja/bersama')
  await heading(manager, say('joint.empty.title')).waitFor()
  await checkScreen(manager, 'joint-none')
  await button(manager, say('joint.start')).click()
  const form = dialogOf(manager)
  await field(form, say('joint.form.name')).fill('Lansia Sendirian')
  await field(form, say('joint.form.purpose')).fill('Lansia yang tinggal sendiri dikunjungi dan dirawat.')
  await field(form, say('joint.form.agreement')).fill('PKS/7/2026')
  await field(form, say('joint.form.agreed-on')).fill(typedDay('2026-01-05'))
  await field(form, say('joint.form.valid-until')).fill(typedDay('2099-12-31'))
  await checkScreen(manager, 'joint-form')
  await button(form, say('joint.start')).click()
  await heading(manager, 'Lansia Sendirian').waitFor()
  await manager.getByText(say('joint.tasks.none')).waitFor()
  await checkScreen(manager, 'joint-new')

  await addOffice('RSUD', /RSUD Sleman/, ['name', 'need'])
  await addOffice('Kementerian Sosial', /^Kementerian Sosial/, [], 'ministry')
  await button(panel(manager, 'joint.partners.title'), say('joint.partner.add')).click()
  await dialogOf(manager)
    .getByRole('radio', { name: say('joint-kind.non-government') })
    .check()
  await dialogOf(manager)
    .getByRole('radio', { name: say('joint.partner.form.outside') })
    .check()
  await field(dialogOf(manager), say('joint.partner.form.name')).fill('Yayasan Kasih Ibu')
  await checkScreen(manager, 'joint-partner')
  await button(dialogOf(manager), say('joint.partner.add')).click()
  await closed(manager)
  await panel(manager, 'joint.partners.title').getByText('Yayasan Kasih Ibu').waitFor()
})

async function addOffice(
  words: string,
  option: RegExp,
  fields: readonly ('name' | 'need')[],
  kind: 'agency' | 'ministry' = 'agency',
): Promise<void> {
  await button(panel(manager, 'joint.partners.title'), say('joint.partner.add')).click()
  const form = dialogOf(manager)
  await form.getByRole('radio', { name: say(`joint-kind.${kind}`) }).check()
  await lookUp(form, say('joint.partner.form.office'), words, option)
  for (const one of fields) await form.getByRole('checkbox', { name: say(`joint-field.${one}`) }).check()
  await button(form, say('joint.partner.add')).click()
  await closed(manager)
}

test('JOINT-16 it says who does what, and lists a case and a family by name', async () => {
  await button(panel(manager, 'joint.tasks.title'), say('joint.task.add')).click()
  const task = dialogOf(manager)
  await field(task, say('joint.task.form.what')).fill('Periksa kesehatan di rumah')
  await task.getByLabel(say('joint.task.form.who')).selectOption({ label: 'RSUD Sleman' })
  await field(task, say('joint.task.form.due')).fill(typedDay('2099-06-30'))
  await checkScreen(manager, 'joint-task')
  await button(task, say('joint.task.add')).click()
  await closed(manager)

  const { number } = await people.fo.does('case.register', { subject: randomUUID(), data: registration({}) })
  await button(panel(manager, 'joint.targets.title'), say('joint.target.add')).click()
  await dialogOf(manager)
    .getByRole('radio', { name: say('joint.target.form.from-case') })
    .check()
  await field(dialogOf(manager), say('joint.target.form.case')).fill('3404-26-999999')
  await button(dialogOf(manager), say('joint.target.add')).click()
  await manager.getByText(say('joint.target.form.case.none')).first().waitFor()
  await field(dialogOf(manager), say('joint.target.form.case')).fill(String(number))
  await button(dialogOf(manager), say('joint.target.add')).click()
  await closed(manager)

  await button(panel(manager, 'joint.targets.title'), say('joint.target.add')).click()
  await field(dialogOf(manager), say('joint.target.form.name')).fill('Karto Wiyono')
  await lookUp(dialogOf(manager), say('joint.target.form.village'), 'Caturtunggal', /Caturtunggal/)
  await checkScreen(manager, 'joint-target')
  await button(dialogOf(manager), say('joint.target.add')).click()
  await closed(manager)
  await panel(manager, 'joint.targets.title').getByText('K*** W***').waitFor()
  await link(panel(manager, 'joint.targets.title'), say('joint.target.case')).waitFor()
  await checkScreen(manager, 'joint-card')
})

test('JOINT-16 a partner finds it in its menu, does its task, looks at a target for a reason, and says it was reached', async () => {
  const hospital = await sit(people.provider)
  await hospital.goto('/meja/bersama')
  await link(hospital, 'Lansia Sendirian').waitFor()
  await checkScreen(hospital, 'joint-list')
  await link(hospital, 'Lansia Sendirian').click()
  const tasks = panel(hospital, 'joint.tasks.title')
  await button(tasks, say('joint-act.finish-task')).click()
  await field(dialogOf(hospital), say('joint.note')).fill('Sepuluh lansia diperiksa.')
  await button(dialogOf(hospital), say('joint-act.finish-task')).click()
  await closed(hospital)
  await tasks.getByText('Sepuluh lansia diperiksa.').waitFor()

  const targets = panel(hospital, 'joint.targets.title')
  const karto = targets.getByRole('listitem').filter({ hasText: 'K*** W***' })
  await button(karto, say('joint.target.reveal')).click()
  await field(dialogOf(hospital), say('joint.reveal.reason')).fill('Kunjungan pertama')
  await button(dialogOf(hospital), say('joint.target.reveal')).click()
  await dialogOf(hospital).getByText('Karto Wiyono').waitFor()
  await checkScreen(hospital, 'joint-known')
  await button(dialogOf(hospital), say('dialog.close')).last().click()
  await button(karto, say('joint-act.reach-target')).click()
  await field(dialogOf(hospital), say('joint.note.reach')).fill('Kursi roda diserahkan.')
  await button(dialogOf(hospital), say('joint-act.reach-target')).click()
  await closed(hospital)
  await hospital.getByText(say('joint.reached', { n: 1, all: 2 })).waitFor()
  assert.equal(await button(hospital, say('joint.change')).count(), 0)
  await checkScreen(hospital, 'joint-partner-card')

  await button(hospital, say('joint.table')).click()
  await field(dialogOf(hospital), say('joint.reveal.reason')).fill('Rapat mitra')
  await checkScreen(hospital, 'joint-table')
  const [file] = await Promise.all([
    hospital.waitForEvent('download'),
    button(dialogOf(hospital), say('joint.table')).click(),
  ])
  assert.equal(file.suggestedFilename(), 'lansia-sendirian.xlsx')
  await hospital.context().close()
})

test('JOINT-16 who takes no part is told so, and who leads ends it', async () => {
  const address = manager.url()
  const dinsos = await sit(people.dinsos)
  await dinsos.goto(address)
  await heading(dinsos, say('joint.none.title')).waitFor()
  await checkScreen(dinsos, 'joint-not-found')
  await dinsos.context().close()
  await manager.reload()
  await button(manager, say('joint.end')).click()
  await field(dialogOf(manager), say('joint.note')).fill('Semua tujuan tercapai.')
  await button(dialogOf(manager), say('joint.end')).click()
  await closed(manager)
  await manager.getByText(say('joint.ended'), { exact: true }).waitFor()
  assert.equal(await button(manager, say('joint.change')).count(), 0)
})

test('JOINT-16 nothing went wrong in a page without being shown', () => assert.deepEqual(faults, []))
