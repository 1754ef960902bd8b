import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, reloadUntil, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { caturtunggal } from './sleman.ts'

const { sleman, faults, sit } = await setScene()
const { fo, coordinator } = sleman.people
const desk = await sit(fo)
const judge = await sit(coordinator)

const origin = { way: 'desk', source: '', ref: null }
const born = { tanggal_lahir: '1965-08-17' }
const write = (values: object): Promise<unknown> =>
  fo.does('registry.add-person', {
    data: { place: caturtunggal, family: null, values: { ...born, ...values }, way: 'desk', source: '', ref: null },
  })

test('FIND-9 an officer finds somebody by an old spelling and the village, and is told where nobody is', async () => {
  await write({ nama: 'Achmad Jusuf' })
  await write({ nama: 'AHMAD YUSUP', nomor_induk_kependudukan: '3404071708650003' })
  await write({ nama: 'Siti Aminah', tanggal_lahir: '1960-03-12' })
  await desk.goto('/meja/keluarga/cari')
  await heading(desk, say('find.help.title')).waitFor()
  await checkScreen(desk, 'find-help')
  await field(desk, say('find.label')).fill('Akhmad Yusuf, Caturtunggal')
  await button(desk, say('find.do')).click()
  await desk.getByText(say('find.read.place', { places: 'Caturtunggal' })).waitFor()
  await link(desk, 'Achmad Jusuf').waitFor()
  await link(desk, 'AHMAD YUSUP').waitFor()
  assert.equal(await link(desk, 'Siti Aminah').count(), 0)
  assert.ok(!desk.url().includes('Yusuf'), 'what was typed stands in no address')
  await checkScreen(desk, 'find-found')
  await field(desk, say('find.label')).fill('Bambang Priyono')
  await button(desk, say('find.do')).click()
  await heading(desk, say('find.none.title')).waitFor()
  await checkScreen(desk, 'find-none')
})

async function writeFamily(head: string, alamat: string): Promise<void> {
  const subject = randomUUID()
  const home = { place: caturtunggal, values: { alamat }, desil: null, ...origin }
  await fo.does('registry.add-family', { subject, data: home })
  for (const [nama, tanggal_lahir, status_hubungan_keluarga] of [
    [head, '1958-04-02', '1'],
    ['Wagirah', '1961-11-20', '2'],
  ])
    await fo.does('registry.add-person', {
      data: {
        ...origin,
        place: caturtunggal,
        family: subject,
        values: { nama, tanggal_lahir, status_hubungan_keluarga },
      },
    })
}

test('DOUBLE-9 a double comes on the list, is compared and merged, and parted again', async () => {
  await writeFamily('Suparno', 'Gang Melati 3')
  await writeFamily('Soeparno', 'Gg. Melati No. 3')
  await judge.goto('/meja/keluarga/ganda')
  const pair = judge.getByRole('link', { name: /Achmad Jusuf|AHMAD YUSUP/ })
  // Likely doubles are looked for once a minute.
  await reloadUntil(judge, pair, 60)
  await checkScreen(judge, 'doubles')
  await link(judge, say('double.show.families')).click()
  await reloadUntil(judge, judge.getByRole('link', { name: /Suparno|Soeparno/ }).first(), 60)
  await checkScreen(judge, 'doubles-families')
  await link(judge, say('double.show.likely')).click()
  await pair.click()
  await heading(judge, say('merge.title')).waitFor()
  await judge.getByRole('radio', { name: 'AHMAD YUSUP' }).check()
  await checkScreen(judge, 'merge')
  await button(judge, say('merge.do')).click()
  await pair.waitFor({ state: 'detached' })
  await link(judge, say('double.show.merged')).click()
  await button(judge, say('merge.undo')).click()
  await checkScreen(judge, 'merge-undo')
  await button(dialogOf(judge), say('merge.undo')).click()
  await heading(judge, say('double.merged.none.title')).waitFor()
  await desk.goto('/meja/keluarga/cari')
  await field(desk, say('find.label')).fill('Ahmad Yusuf 17-8-1965')
  await button(desk, say('find.do')).click()
  await link(desk, 'Achmad Jusuf').waitFor()
  await link(desk, 'AHMAD YUSUP').waitFor()
})

test('DOUBLE-11 two families that are one are found, compared with their members, merged, and parted again', async () => {
  const [one, two] = [randomUUID(), randomUUID()]
  for (const [subject, nama, status_hubungan_keluarga, alamat] of [
    [one, 'Karto Wiyono', '1', 'RT 07'],
    [two, 'Karto Wiyana', '3', 'RT 7 RW 2'],
  ] as const) {
    const home = { place: caturtunggal, values: { alamat }, desil: null, way: 'desk', source: '', ref: null }
    await fo.does('registry.add-family', { subject, data: home })
    const values = { nama, status_hubungan_keluarga }
    await fo.does('registry.add-person', { data: { ...origin, place: caturtunggal, family: subject, values } })
  }
  await judge.goto(`/meja/keluarga/34.04/${one}`)
  await button(judge, say('family.merge')).click()
  await button(dialogOf(judge), say('family.merge.compare')).click()
  await dialogOf(judge).getByText(say('family.pick.missing')).waitFor()
  await field(dialogOf(judge), say('family.pick.label')).fill('Karto Wiyana Caturtunggal')
  await button(dialogOf(judge), say('family.pick.find')).click()
  await dialogOf(judge)
    .getByRole('radio', { name: say('family.pick.one', { name: 'Karto Wiyana' }) })
    .check()
  await checkScreen(judge, 'family-merge-pick')
  await button(dialogOf(judge), say('family.merge.compare')).click()
  await judge.getByText(say('merge.members', { names: 'Karto Wiyana' })).waitFor()
  await judge.getByRole('radio', { name: 'RT 7 RW 2' }).check()
  await checkScreen(judge, 'family-merge')
  await button(judge, say('merge.do')).click()
  await heading(judge, say('family.of', { head: 'Karto Wiyono' })).waitFor()
  await link(judge, 'Karto Wiyana').waitFor()
  await judge.goto('/meja/keluarga/ganda?lihat=merged')
  await judge.getByText(say('merge.family', { name: 'Karto Wiyono' })).waitFor()
  await checkScreen(judge, 'family-merged')
  await button(judge, say('merge.undo')).click()
  await button(dialogOf(judge), say('merge.undo')).click()
  await heading(judge, say('double.merged.none.title')).waitFor()
  await judge.goto(`/meja/keluarga/34.04/${two}`)
  await heading(judge, say('family.headless')).waitFor()
  await link(judge, 'Karto Wiyana').waitFor()
  assert.deepEqual(faults, [])
})
