import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { caturtunggal } from './sleman.ts'

const { house, sleman, faults, sit } = await setScene()
const { people } = sleman
const asker = await sit(people.coordinator)
const judge = await sit(people.manager)

const nik = '3404074506800017'
const family = randomUUID()
const [siti, budi] = [randomUUID(), randomUUID()]
const origin = { way: 'desk', source: 'Kata ketua RT', ref: null }
const home = { place: caturtunggal, values: { alamat: 'Gang Kenanga 7' }, desil: null, ...origin }
await people.fo.does('registry.add-family', { subject: family, data: home })
const member = (subject: string, values: object) =>
  people.fo.does('registry.add-person', { subject, data: { place: caturtunggal, family, values, ...origin } })
await member(siti, { nama: 'Siti Aminah', nomor_induk_kependudukan: nik, status_hubungan_keluarga: '1' })
await member(budi, { nama: 'Budi Santoso', status_hubungan_keluarga: '3' })

const closed = (page: Page) => dialogOf(page).waitFor({ state: 'detached' })

/** Presses by keys alone, and says what stands in the form that opens. */
async function ask(of: 'person' | 'family', why: string): Promise<void> {
  await button(asker, say(`forget.ask.${of}`)).focus()
  await asker.keyboard.press('Enter')
  await dialogOf(asker).getByLabel(say('erasure-basis.request')).check()
  await field(dialogOf(asker), say('forget.note')).fill(why)
  await button(dialogOf(asker), say('forget.send')).click()
  await closed(asker)
  await asker.getByText(why).waitFor()
}

test('PRIVACY-9 whoever asks is given all that is held of them, the registry too, on paper or as a file', async () => {
  await asker.goto('/meja/akses')
  await button(asker, say('export.title')).click()
  await field(asker, say('export.nik')).fill('3404')
  await field(asker, say('export.purpose')).fill('Permintaan warga sendiri')
  await asker.keyboard.press('Enter')
  await asker.getByText(say('export.nik.missing')).waitFor()
  await field(asker, say('export.nik')).fill(nik)
  await asker.keyboard.press('Enter')
  await heading(asker, `${say('export.registry')} · Siti Aminah`).waitFor()
  await asker.getByText('Gang Kenanga 7').first().waitFor()
  await checkScreen(asker, 'copy-registry')
  const saved = asker.waitForEvent('download')
  await button(asker, say('export.file')).click()
  assert.match((await saved).suggestedFilename(), /^data-warga-.*\.json$/)
})

test('PRIVACY-3 a family is asked to be forgotten with a basis and words, and waits for somebody else', async () => {
  await asker.goto(`/meja/keluarga/34.04/${family}`)
  await button(asker, say('forget.ask.family')).focus()
  await asker.keyboard.press('Enter')
  await button(dialogOf(asker), say('forget.send')).click()
  await dialogOf(asker).getByText(say('forget.basis.missing')).waitFor()
  await dialogOf(asker).getByText(say('forget.note.missing')).waitFor()
  await checkScreen(asker, 'forget-ask')
  await asker.keyboard.press('Escape')
  await closed(asker)
  await ask('family', 'Warga datang dan memintanya sendiri')
  assert.equal(await button(asker, say('forget.erase')).count(), 0)
  assert.equal(await button(asker, say('forget.decline')).count(), 0)
  await checkScreen(asker, 'forget-waiting')
})

test('PRIVACY-3 another person finds the wish on their list, and declines it for a reason', async () => {
  await judge.goto('/meja/retensi')
  // The tab tells behind its name how many wait, once it knows.
  await judge.getByRole('link', { name: say('retention.people') }).focus()
  await judge.keyboard.press('Enter')
  const wish = link(judge, say('retention.family', { name: 'Siti Aminah' }))
  await wish.waitFor()
  await checkScreen(judge, 'forget-wishes')
  await wish.click()
  await judge.getByText('Warga datang dan memintanya sendiri').waitFor()
  await checkScreen(judge, 'forget-decide')
  await button(judge, say('forget.decline')).click()
  await button(dialogOf(judge), say('forget.decline')).click()
  await dialogOf(judge).getByText(say('forget.note.missing')).waitFor()
  await field(dialogOf(judge), say('forget.decline.note')).fill('Bantuannya masih berjalan')
  await checkScreen(judge, 'forget-decline')
  await button(dialogOf(judge), say('forget.decline')).click()
  await closed(judge)
  await button(judge, say('forget.ask.family')).waitFor()
  await judge.goto('/meja/retensi?tab=people')
  await heading(judge, say('retention.empty.asked.title')).waitFor()
})

test('PRIVACY-1 one member is forgotten: the card says so and names nobody, and the family goes on', async () => {
  await asker.goto(`/meja/anggota/34.04/${budi}`)
  await ask('person', 'Pindah ke luar pulau')
  await judge.goto(`/meja/anggota/34.04/${budi}`)
  await button(judge, say('forget.erase')).focus()
  await judge.keyboard.press('Enter')
  await dialogOf(judge).getByText(say('forget.erase.person')).waitFor()
  await checkScreen(judge, 'forget-erase')
  await button(dialogOf(judge), say('forget.erase')).click()
  await judge.getByText(say('forget.done')).waitFor()
  assert.equal(await judge.getByText('Budi Santoso').count(), 0)
  await checkScreen(judge, 'forgotten-person')
  await judge.goto(`/meja/keluarga/34.04/${family}`)
  await link(judge, 'Siti Aminah').waitFor()
  assert.equal(await judge.getByText('Budi Santoso').count(), 0)
})

test('PRIVACY-1 a family is forgotten with its members, for whoever asked too; the ledger stays whole', async () => {
  await asker.goto(`/meja/keluarga/34.04/${family}`)
  await ask('family', 'Tetap ingin dihapus')
  await judge.reload()
  await button(judge, say('forget.erase')).click()
  await button(dialogOf(judge), say('forget.erase')).click()
  await judge.getByText(say('forget.done')).waitFor()
  await checkScreen(judge, 'forgotten-family')
  await asker.reload()
  await asker.getByText(say('forget.done')).waitFor()
  for (const words of ['Siti Aminah', 'Gang Kenanga 7', 'Tetap ingin dihapus'])
    assert.equal(await asker.getByText(words).count(), 0, words)
  const { code, said } = await house.slrt('verify')
  assert.equal(code, 0, said)
  assert.deepEqual(faults, [])
})
