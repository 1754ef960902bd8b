import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { addStaff, caturtunggal } from './sleman.ts'

const { house, sleman, faults, sit } = await setScene()
const { admin, people } = sleman
const bantul = '34.02'
const here = { other: 'Kabupaten Sleman' }
const there = { other: 'Kabupaten Bantul' }
const nik = '3404075203850021'
const left = '3404071708650003'

// The same woman as two districts wrote her down, so that it shows whose words are on a screen.
const moved = { id: randomUUID(), name: 'Lastri Handayani Putri' }
const stayed = { id: randomUUID(), name: 'Lasteri H.' }
const asker = await bantulOffice()
const write = (clerk: Pick<typeof asker, 'does'>, subject: string, district: string, place: string, values: object) =>
  clerk.does('registry.add-person', {
    subject,
    district,
    data: { place, family: null, values, way: 'desk', source: '', ref: null },
  })
await write(asker, moved.id, bantul, '34.02.01.2001', { nama: moved.name, nomor_induk_kependudukan: nik })
await write(people.fo, stayed.id, '34.04', caturtunggal, { nama: stayed.name, nomor_induk_kependudukan: nik })
await write(people.fo, randomUUID(), '34.04', caturtunggal, { nama: 'Ahmad Yusup', nomor_induk_kependudukan: left })

const theirs = await sit(asker)
const judge = await sit(people.coordinator)

async function bantulOffice() {
  const office = randomUUID()
  const name = 'Sekretariat SLRT Bantul'
  const seat = { kind: 'secretariat', level: 'district', place: bantul, parent: null }
  const data = { name, ...seat, address: 'Jl. Bantul KM 9', phone: '0274 367509' }
  await admin.does('office.open', { subject: office, district: bantul, data })
  const who = { name: 'Wening Astuti', signInName: 'wening.bantul', role: 'manager' } as const
  return addStaff(house, admin, { ...who, office, district: bantul })
}

const panelOf = (page: Page) =>
  page.locator('.panel').filter({ has: page.getByRole('heading', { name: say('link.title'), exact: true }) })
const cardOf = (page: Page, district: string, { id, name }: typeof moved) =>
  page.goto(`/meja/anggota/${district}/${id}`).then(() => heading(page, name).waitFor())

/** By keys alone: what is in focus is pressed. */
async function pressKey(page: Page, words: string): Promise<void> {
  await button(page, words).focus()
  await page.keyboard.press('Enter')
}

async function askFromBantul(why: string): Promise<void> {
  await pressKey(theirs, say('link.ask'))
  await field(dialogOf(theirs), say('link.ask.note')).fill(why)
  await theirs.keyboard.press('Enter')
  await dialogOf(theirs).waitFor({ state: 'detached' })
  await panelOf(theirs).getByText(say('link.ours.asked', here)).waitFor()
}

test('FIND-9 a NIK that only another district knows is told with whom to ask, and nothing else of the person', async () => {
  await theirs.goto('/meja/keluarga/cari')
  await field(theirs, say('find.label')).fill(left)
  await theirs.keyboard.press('Enter')
  await theirs.getByText(say('find.elsewhere.title', { district: 'Kabupaten Sleman' })).waitFor()
  assert.equal(await theirs.getByText('Ahmad Yusup').count(), 0)
  await checkScreen(theirs, 'find-elsewhere')
})

test('DOUBLE-12 the district where somebody came to live asks, and waits, without being shown who it is there', async () => {
  await cardOf(theirs, bantul, moved)
  await panelOf(theirs).getByText(say('link.none')).waitFor()
  await checkScreen(theirs, 'link-none')
  await pressKey(theirs, say('link.ask'))
  await button(dialogOf(theirs), say('link.ask.send')).click()
  await dialogOf(theirs).getByText(say('link.ask.note.missing')).nth(1).waitFor()
  await checkScreen(theirs, 'link-ask')
  await theirs.keyboard.press('Escape')
  await dialogOf(theirs).waitFor({ state: 'detached' })
  assert.equal(await theirs.evaluate(() => document.activeElement?.textContent), say('link.ask'))
  await askFromBantul('Pindah ke sini bulan lalu')
  assert.equal(await theirs.getByText(stayed.name).count(), 0)
  await checkScreen(theirs, 'link-waiting')
})

test('DOUBLE-12 the other district finds the question on its list, sees its own person only, and confirms', async () => {
  const desk = await sit(people.fo)
  await cardOf(desk, '34.04', stayed)
  await panelOf(desk).getByText(say('link.theirs.asked', there)).waitFor()
  assert.equal(await button(desk, say('link.yes')).count(), 0, 'who may not merge answers nothing')
  await judge.goto('/meja/keluarga/ganda')
  await link(judge, say('double.show.asked')).focus()
  await judge.keyboard.press('Enter')
  await heading(judge, stayed.name).waitFor()
  await judge.getByText('Pindah ke sini bulan lalu').waitFor()
  assert.equal(await judge.getByText(moved.name).count(), 0)
  await checkScreen(judge, 'links-asked')
  await link(judge, say('link.open')).click()
  await heading(judge, stayed.name).waitFor()
  await checkScreen(judge, 'link-answer')
  await pressKey(judge, say('link.yes'))
  await panelOf(judge).getByText(say('link.theirs.confirmed', there)).waitFor()
  await theirs.reload()
  await panelOf(theirs).getByText(say('link.ours.confirmed', here)).waitFor()
  assert.equal(await theirs.getByText(stayed.name).count(), 0)
  await checkScreen(theirs, 'link-confirmed')
})

test('DOUBLE-12 either district parts the two again; asked once more, the other denies it and the asker reads so', async () => {
  await pressKey(theirs, say('link.end.confirmed'))
  await panelOf(theirs).getByText(say('link.ours.ended', here)).waitFor()
  await askFromBantul('Katanya pernah tinggal di Depok')
  await judge.goto('/meja/keluarga/ganda?lihat=asked')
  await pressKey(judge, say('link.no'))
  await heading(judge, say('link.asked.none.title')).waitFor()
  await checkScreen(judge, 'links-asked-none')
  await theirs.reload()
  await panelOf(theirs).getByText(say('link.ours.refused', here)).waitFor()
  await checkScreen(theirs, 'link-refused')
  assert.deepEqual(faults, [])
})
