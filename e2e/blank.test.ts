import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, optional, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit, enter } = await setScene()
const { people } = sleman
const run = promisify(execFile)

test('BLANK-2 a desk issues numbered forms; each prints on one sheet of A4 with its number, code and QR code', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/formulir')
  await field(fo, say('blank.size')).fill('0')
  await button(fo, say('blank.issue.send')).click()
  await fo.getByText(say('blank.size.wrong', { most: 50 })).waitFor()
  await field(fo, say('blank.size')).fill('3')
  await button(fo, say('blank.issue.send')).click()
  await fo.getByText(say('blank.ready', { count: 3 })).waitFor()
  await checkScreen(fo, 'blank-sheets')
  const file = join(house.dataFolder, 'formulir.pdf')
  await writeFile(file, await fo.pdf({ preferCSSPageSize: true }))
  const { stdout: about } = await run('pdfinfo', [file])
  assert.match(about, /Pages:\s+3/)
  assert.match(about, /A4/)
  const { stdout: text } = await run('pdftotext', ['-layout', file, '-'])
  const pages = text.split('\f').slice(0, 3)
  for (const [at, page] of pages.entries()) {
    const number = `F3404-26-001-0${at + 1}`
    assert.equal(page.split(number).length - 1, 2, `${number} on the sheet and on the slip`)
    assert.match(page, /Kode rahasia: +[a-z0-9]{4}-[a-z0-9]{4}/)
  }
  await fo.context().close()
})

test('BLANK-4 the slip says where the form lies; typed in, its number and code open the case', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/formulir')
  await link(fo, say('blank.batch.show', { number: 'F3404-26-001' })).click()
  const slip = fo.locator('.paper__code').first()
  await slip.waitFor()
  const secret = await slip.innerText()
  const citizen = await enter()
  const track = async (): Promise<void> => {
    await citizen.goto('/lacak')
    await field(citizen, say('public.track.number')).fill('f3404 26 001 01')
    await field(citizen, say('public.track.secret')).fill(secret)
    await button(citizen, say('public.track.send')).click()
  }
  await track()
  await heading(citizen, say('public.form.waits', { office: 'Puskesos Caturtunggal' })).waitFor()
  await checkScreen(citizen, 'public-form')
  await link(fo, say('blank.list')).click()
  const type = fo.getByText(say('blank.type', { number: 'F3404-26-001-01' }), { exact: true })
  await type.waitFor()
  await checkScreen(fo, 'blank-list')
  await type.click()
  await heading(fo, say('case.register.title')).waitFor()
  assert.equal(await field(fo, optional(say('blank.field'))).inputValue(), 'F3404-26-001-01')
  await checkScreen(fo, 'blank-type')
  // The rest of the form is the same as always; it is sent here as the desk sends it.
  const made = await people.fo.does('case.register', {
    subject: crypto.randomUUID(),
    data: { ...registration(), form: 'F3404-26-001-01' },
  })
  await track()
  await citizen
    .getByText(made.number ?? '')
    .first()
    .waitFor()
  await citizen.context().close()
  await fo.context().close()
})

test('BLANK-5 a torn form is voided with its reason, a lost one is said to be lost', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/blangko')
  await button(fo, `${say('blank.void')} F3404-26-001-02`).click()
  await button(dialogOf(fo), say('blank.void')).click()
  await dialogOf(fo).getByText(say('blank.note.missing')).waitFor()
  await checkScreen(fo, 'blank-void')
  await field(dialogOf(fo), say('blank.note')).fill('Robek terkena air')
  await button(dialogOf(fo), say('blank.void')).click()
  await dialogOf(fo).waitFor({ state: 'detached' })
  await fo.getByRole('link', { name: new RegExp(`^${say('blank.tab.void')}`) }).click()
  await fo.getByText('Robek terkena air').waitFor()
  await checkScreen(fo, 'blank-voided')
  await fo.context().close()
})

test('BLANK-2 nothing went wrong in any page without being shown', () => assert.deepEqual(faults, []))
