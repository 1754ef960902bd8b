import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { button, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit } = await setScene()
const { coordinator, manager } = sleman.people

const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null } as const
async function aFamily(desil: number, values: object, children: number): Promise<void> {
  const family = randomUUID()
  const snapshot = { value: desil, on: '2026-07-10', source: 'DTSEN' }
  const place = '34.04.07.2001'
  await coordinator.does('registry.add-family', {
    subject: family,
    data: { place, values, desil: snapshot, ...origin },
  })
  for (let n = 0; n < children; n++)
    await coordinator.does('registry.add-person', {
      subject: randomUUID(),
      data: {
        place,
        family,
        values: {
          nama: `Anak ${n + 1}`,
          tanggal_lahir: '2015-03-0' + (n + 1),
          partisipasi_sekolah: n === 0 ? '3' : '2',
        },
        ...origin,
      },
    })
}
for (const desil of [1, 1, 2, 4]) await aFamily(desil, { jenis_lantai_terluas: desil === 1 ? '5' : '1' }, 2)

test('CONDITION-10 a manager sees how people of the district live, and looks deeper into a place', async () => {
  const page = await sit(manager)
  await page.goto('/meja/dasbor')
  await link(page, say('condition.title')).click()
  const counted = page.getByText(`${say('condition.sum')}: 4 ${say('condition.of.family')}`).first()
  // The worker counts once a minute.
  for (let tries = 0; tries < 20 && !(await counted.isVisible()); tries++) {
    await page.waitForTimeout(5000)
    await page.reload()
    await heading(page, say('condition.of', { place: 'Kabupaten Sleman' })).waitFor()
  }
  await counted.waitFor()
  await checkScreen(page, 'condition-district')
  await link(page, say('condition.face.school')).click()
  await link(page, 'Depok').click()
  await heading(page, say('condition.of', { place: 'Depok' })).waitFor()
  await page.getByRole('row', { name: /Caturtunggal.*4/ }).waitFor()
  await checkScreen(page, 'condition-depok')
  const saved = page.waitForEvent('download')
  await button(page, say('figures.csv')).click()
  assert.match((await saved).suggestedFilename(), /^kondisi-warga-34\.04\.07-school\.csv$/)
  await link(page, say('figures.up', { place: 'Kabupaten Sleman' })).click()
  await heading(page, say('condition.of', { place: 'Kabupaten Sleman' })).waitFor()
  assert.deepEqual(faults, [])
})
