import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { personId, recordId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { aPerson } from '@openslrt/core/testing/a-family.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk } from '../../testing/draw-desk.ts'
import { find, textOf } from '../../testing/html.ts'

const { History, withHeard } = await import('./history-dialog.tsx')
const { choicesOf } = await import('./use-choices.ts')

const t = sayIn('id')
const zone = 'Asia/Jakarta'
const record = (nth: number, at: string, on: string | null, values = { agama: 'islam' }) => ({
  id: recordId.parse(`e0000000-0000-4000-8000-${String(nth).padStart(12, '0')}`),
  at: Date.parse(at),
  byName: 'Sari',
  officeName: 'Puskesos Caturtunggal',
  way: on === null ? ('visit' as const) : ('import' as const),
  source: '',
  on,
  values,
  was: {},
})
const told = (own: object) =>
  registryRoutes.history.reply.parse({ items: [], total: 0, page: 1, size: 25, heard: [], ...own })
const order = (own: object) => withHeard(told(own), zone).map((one) => (typeof one === 'string' ? one : one.id))

test('REGISTRY-9 an extract that says the same stands above what it confirms, by the day it speaks of', () => {
  const [visited, loaded] = [record(2, '2026-08-01T03:00:00Z', null), record(1, '2026-09-01T03:00:00Z', '2026-01-10')]
  assert.deepEqual(order({ items: [visited, loaded], total: 2, heard: ['2026-10-10', '2026-04-10', '2026-01-05'] }), [
    '2026-10-10',
    visited.id,
    '2026-04-10',
    loaded.id,
    '2026-01-05',
  ])
})

test('REGISTRY-9 what was confirmed stands once, on the page where it belongs', () => {
  const [newer, older] = [record(3, '2026-08-01T03:00:00Z', null), record(4, '2026-02-01T03:00:00Z', null)]
  const heard = ['2026-10-10', '2026-04-10', '2026-01-05']
  const page = (nth: number, item: object) => order({ items: [item], total: 2, page: nth, size: 1, heard })
  assert.deepEqual(page(1, newer), ['2026-10-10', newer.id])
  assert.deepEqual(page(2, older).at(-1), '2026-01-05')
})

test('REGISTRY-9 a value that nobody changed and extracts confirmed has a history; one without either says so', () => {
  const query = {
    district: ledgerCode.parse(aPerson.district),
    of: 'person' as const,
    id: personId.parse(aPerson.id),
    page: 1,
    variable: 'agama',
  }
  const drawn = (heard: readonly string[]) =>
    drawDesk(
      made(History, {
        held: { of: 'person', id: query.id, district: query.district },
        name: 'agama',
        choices: choicesOf(undefined, 'id', t),
      }),
      [answered(registryRoutes.history, query, { items: [], total: 0, page: 1, size: 25, heard: [...heard] })],
    )
  const lines = find(drawn(['2026-07-10']), 'li').map(textOf)
  assert.deepEqual(lines, [t('family.history.heard', { day: '10 Juli 2026' })])
  assert.ok(textOf(drawn([])).includes(t('family.history.none')))
})
