import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { openShippedProgrammes, shippedProgrammeId } from '../programme/index.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
await openShippedProgrammes(house.parts)
const manager = await house.staffAt(offices.secretariat, 'manager')
const today = dayIn('Asia/Jakarta', Date.now())
await manager.does('programme.open', {
  data: { ...programmeData['programme.open'], from: today, name: 'Beras <Sleman>' },
})

test('PROG-16 anybody reads what is given, to whom, and what to bring; a village has its own programmes besides', async () => {
  const browser = plainBrowser(house.door)
  await browser.open('/program')
  const nation = browser.page().text
  assert.match(nation, /Program Keluarga Harapan/)
  assert.match(nation, /Desil 4 ke bawah/)
  assert.ok(!nation.includes('Beras <Sleman>') && !nation.includes('PKH Plus'))
  await browser.open('/program?cari=caturtunggal')
  assert.match(browser.page().text, /Caturtunggal/)
  await browser.open(`/program?desa=${sleman.caturtunggal}`)
  assert.match(browser.page().text, /Program untuk warga Caturtunggal/)
  assert.match(browser.page().text, /Beras (<|&lt;)Sleman/)
  for (const odd of ['/program?desa=99.99.99.9999', '/program?desa=x', '/program?cari=%00'])
    assert.ok((await house.door({ method: 'GET', path: odd })).status < 500, odd)
})

const dayAt = (days: number) => dayIn('Asia/Jakarta', Date.now() + days * dayMs)
const opens = async (name: string, more: object = {}): Promise<string> => {
  const subject = randomUUID()
  await manager.does('programme.open', {
    subject,
    data: { ...programmeData['programme.open'], from: today, name, ...more },
  })
  return subject
}
async function pageOf(place: string): Promise<string> {
  const browser = plainBrowser(house.door)
  await browser.open(`/program?desa=${place}`)
  return browser.page().text
}

test('PROG-10, PROG-16 citizens are told what holds today: not what begins tomorrow, nor what ended today', async () => {
  await opens('Mulai besok', { from: dayAt(1) })
  const ending = await opens('Sampai besok')
  await manager.does('programme.end', { subject: ending, data: { from: dayAt(1), note: 'x' } })
  const over = await opens('Berakhir hari ini')
  await manager.does('programme.end', { subject: over, data: { from: today, note: 'x' } })
  const changing = await opens('Berubah besok', { rule: { ask: 'Aturan hari ini' } })
  const next = { ...programmeData['programme.set-criteria'], rule: { ask: 'Aturan besok' } }
  await manager.does('programme.set-criteria', { subject: changing, data: { ...next, from: dayAt(1) } })
  const past = await manager.send('programme.set-criteria', { subject: changing, data: { ...next, from: dayAt(-1) } })
  assert.equal(past.body['code'], 'programme-past')
  const page = await pageOf(sleman.caturtunggal)
  for (const told of ['Sampai besok', 'Berubah besok', 'Aturan hari ini']) assert.ok(page.includes(told), told)
  for (const not of ['Mulai besok', 'Berakhir hari ini', 'Aturan besok']) assert.ok(!page.includes(not), not)
})

test('PROG-16, PROG-18 citizens read what their district asks, what is not had together, and the rule of their own place', async () => {
  await opens('Dapur Umum', {
    rule: { fact: 'lokal-makan-dua-kali', is: 'eq', value: true },
    excludes: ['sembako'],
  })
  await opens('PKH Sleman', {
    code: 'pkh',
    replaces: shippedProgrammeId('pkh'),
    rule: { fact: 'desil', is: 'at-most', value: 2 },
  })
  await opens('Jimpitan Maguwoharjo', { owner: 'village', place: sleman.maguwoharjo })
  const here = await pageOf(sleman.caturtunggal)
  for (const told of [
    'Makan kurang dari dua kali sehari',
    'Tidak sedang menerima Program Sembako (BPNT)',
    'PKH Sleman',
  ])
    assert.ok(here.includes(told), told)
  assert.ok(!here.includes('Program Keluarga Harapan'), 'the local rule stands in its stead')
  assert.ok(!here.includes('Jimpitan Maguwoharjo'))
  assert.match(await pageOf(sleman.maguwoharjo), /Jimpitan Maguwoharjo/)
  const nation = plainBrowser(house.door)
  await nation.open('/program')
  assert.match(nation.page().text, /Program Keluarga Harapan/)
  assert.ok(!nation.page().text.includes('PKH Sleman'))
})

test('PROG-16 the page is told in English too, with the words that rules have there', async () => {
  const { status, text: page } = await house.door({
    method: 'GET',
    path: `/program?desa=${sleman.caturtunggal}`,
    headers: { 'accept-language': 'en' },
  })
  assert.equal(status, 200)
  for (const told of ['Decile 4 or less', 'All of these', 'Eats less than twice a day'])
    assert.ok(page.includes(told), told)
})
