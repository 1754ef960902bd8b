import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DeviceLine, deviceRoutes } from '@openslrt/core/contract/device.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { hourMs } from '@openslrt/core/kernel/instant.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen } = await import('./devices-screen.tsx')

const t = sayIn('id')
const now = Date.now()
const aDevice = (own: Partial<DeviceLine> = {}): DeviceLine => ({
  id: '0192f000-0000-7000-8000-0000000000e1',
  name: 'Samsung A05',
  app: '0.1.0',
  staff: ids.staff(5),
  staffName: 'Siti Aminah',
  officeName: 'Puskesos Caturtunggal',
  waiting: 0,
  held: 1240,
  madeAt: now - 9 * hourMs,
  seenAt: now - hourMs,
  order: 'none',
  orderedByName: null,
  orderedAt: null,
  why: '',
  toldAt: null,
  ...own,
})
const shown = (items: readonly DeviceLine[]): Part => {
  const list = { items: [...items], total: items.length, page: 1, size: 25 }
  return drawDesk(made(Screen, {}), [answered(deviceRoutes.list, { page: 1 }, list)], sari(['staff.manage']), '/hp')
}
const wipes = (page: Part): readonly (string | null)[] => find(page, 'button').map((one) => valueOf(one, 'aria-label'))

test('SYNC-13 a phone is told with its officer, what waits on it and how much it holds, and can be emptied', () => {
  const page = shown([aDevice(), aDevice({ id: ids.staff(9), waiting: 3, staffName: 'Budi' })])
  for (const words of ['Siti Aminah', 'Samsung A05 · Puskesos Caturtunggal', '1.240 data', t('device.waiting.none')])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(textOf(page).includes('3 menunggu dikirim'))
  assert.ok(wipes(page).includes(t('device.wipe.of', { name: 'Siti Aminah' })))
})

test('SYNC-13 of a phone that is to be emptied it is told by whom, why, and whether it has heard', () => {
  const order = { order: 'wipe', orderedByName: 'Ani', orderedAt: now - hourMs, why: 'HP hilang di pasar' } as const
  const waiting = textOf(shown([aDevice(order)]))
  assert.ok(waiting.includes(t('device.state.ordered')) && waiting.includes('HP hilang di pasar'))
  const told = shown([aDevice({ ...order, toldAt: now })])
  assert.ok(textOf(told).includes(t('device.state.wiped')) && textOf(told).includes('HP menerima perintah'))
  assert.ok(!wipes(told).some((label) => label?.startsWith('Kosongkan')))
})

test('SYNC-58 of a phone that was emptied it is told how much could not be sent and lies there locked', () => {
  const order = { order: 'wipe', orderedByName: 'Ani', orderedAt: now - hourMs, why: 'HP hilang', held: 0 } as const
  assert.ok(
    textOf(shown([aDevice({ ...order, toldAt: now, waiting: 3 })])).includes('Tertinggal 3, terkunci di HP itu'),
  )
  assert.ok(textOf(shown([aDevice({ ...order, toldAt: now })])).includes(t('device.waiting.none')))
  assert.ok(textOf(shown([aDevice({ ...order, waiting: 3 })])).includes('3 menunggu dikirim'), 'one that has not heard')
})

test('SYNC-13 where nobody uses the field app it is said how a phone comes here', () => {
  assert.ok(textOf(shown([])).includes(t('device.empty.text')))
})
