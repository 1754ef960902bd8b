import assert from 'node:assert/strict'
import { test } from 'node:test'
import { templateText } from '@openslrt/core/intake/template.ts'
import type { Page } from 'playwright-core'
import { button, field, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit } = await setScene()
const { people } = sleman

const siti = `[21/11/26 08.15.33] Bu Sri: *LAPORAN SLRT*
1. *Nama* : Siti Maryati
NIK: 3404 0752 0360 0071
Desa: Caturtungal, Kec: Depok
HP: +62 812-3456-7890
Pelapor: Sri Rahayu
Hubungan: kader
Jenis: pengaduan
Kategori: bpjs mati
Keluhan: Kartu tidak bisa dipakai berobat`
const slamet = `Desa: Condongcatur
Nama: Slamet Raharjo
Jenis: permohonan
Kategori: Rumah tidak layak huni
Keluhan: atap roboh
terus hujan`
const vague = `Nma: Painem Karto
NIK: 34040752
Keluhan: minta kursi roda
HP: 0812000111
mohon dibantu`

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/meja/teks')
  await field(page, say('intake.text')).fill(text)
  await button(page, say('intake.read')).click()
}

const timesRegistered = async (words: string): Promise<number> =>
  JSON.stringify(await people.fo.asks('/api/cases', { queue: 'all', sort: 'newest' })).split(words).length - 1

test('INTAKE-18 a pasted report is checked beside its text and registered with a receipt', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/catat')
  await link(fo, say('intake.title')).click()
  await heading(fo, say('intake.title')).waitFor()
  await checkScreen(fo, 'intake-paste')
  await button(fo, say('intake.read')).click()
  await fo.getByText(say('intake.text.missing')).waitFor()
  await paste(fo, `${vague}`)
  await fo.getByText(say('intake.state.look')).waitFor()
  await button(fo, say('intake.check', { name: 'Painem Karto' })).click()
  await heading(fo, say('intake.check.title')).waitFor()
  await heading(fo, say('intake.said')).waitFor()
  await checkScreen(fo, 'intake-check')
  await button(fo, say('case.register.send')).click()
  await fo.locator('.aksel-error-summary').waitFor()
  await button(fo, say('intake.to-story')).click()
  assert.equal(
    await field(fo, say('act.optional', { label: say('case.register.story') })).inputValue(),
    'minta kursi roda\nmohon dibantu',
  )
  await field(fo, say('act.optional', { label: say('case.field.nik') })).fill('3404075203600072')
  await fo.getByRole('radio', { name: say('kind.service'), exact: true }).check()
  const village = fo.getByRole('combobox', { name: say('case.register.place'), exact: true })
  await village.fill('Caturtu')
  await fo
    .getByRole('option', { name: /Caturtunggal/ })
    .first()
    .click()
  await button(fo, say('case.register.send')).click()
  await fo.getByText(say('intake.state.done'), { exact: true }).waitFor()
  await button(fo, say('intake.receipt')).click()
  await heading(fo, say('case.receipt.title')).waitFor()
  await fo.getByText(say('case.receipt.open'), { exact: true }).click()
  await heading(fo, say('short.title')).waitFor()
  await fo.getByText(/^Laporan 3404-26-\d{6} menunggu diperiksa Puskesos Caturtunggal sejak /).waitFor()
  await checkScreen(fo, 'card-short')
  assert.equal(await timesRegistered('Alat bantu disabilitas'), 1)
  await fo.context().close()
})

test('INTAKE-19 of several reports those that are clear go together, survive a reload, and go once', async () => {
  const fo = await sit(people.fo)
  await paste(fo, `${siti}\n\n---\n${slamet}\n---\nNama: Tanpa Desa`)
  await heading(fo, say('intake.found', { count: 3 })).waitFor()
  await button(fo, say('intake.send-clear', { count: 2 })).waitFor()
  await checkScreen(fo, 'intake-list')
  await fo.reload()
  await button(fo, say('intake.send-clear', { count: 2 })).click()
  await fo.getByText(say('intake.state.done'), { exact: true }).nth(1).waitFor()
  await fo.reload()
  await fo.getByText(say('intake.state.done'), { exact: true }).nth(1).waitFor()
  assert.equal(await button(fo, say('intake.send-clear', { count: 2 })).count(), 0)
  await checkScreen(fo, 'intake-sent')
  // The same message again: now it is like a case that is there, and does not go without a look.
  await button(fo, say('intake.again')).click()
  await paste(fo, siti)
  await fo.getByText(say('intake.similar', { count: 1 })).waitFor()
  await fo.getByText(say('intake.state.look')).waitFor()
  await fo.context().close()
})

test('INTAKE-17 the paper form prints the lines of the message with their numbers, on one sheet', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/formulir')
  await heading(fo, say('paper.name')).waitFor()
  const labels = await fo.locator('.paper__label').allInnerTexts()
  assert.deepEqual(
    labels,
    templateText
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/: $/, '')),
  )
  await checkScreen(fo, 'paper-form')
  const pdf = await fo.pdf({ preferCSSPageSize: true })
  assert.equal([...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length, 1, 'one sheet')
  assert.match(pdf.toString('latin1'), /\/MediaBox\s*\[0 0 59\d\.?\d* 84\d/)
  await fo.context().close()
})

test('INTAKE-18 who registers no cases is told so', async () => {
  const bo = await sit(people.provider)
  await bo.goto('/meja/teks')
  await bo.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await button(bo, say('intake.read')).count(), 0)
  await bo.context().close()
})

test('INTAKE-18 nothing went wrong in a page without being shown', () => assert.deepEqual(faults, []))
