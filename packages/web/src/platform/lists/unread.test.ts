import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { made } from '../../testing/draw.ts'
import { drawDesk } from '../../testing/draw-desk.ts'
import { find, only, textOf } from '../../testing/html.ts'

const { Unread, UnreadPart } = await import('./unread.tsx')

const t = sayIn('id')
const told = (code: string | null) => {
  const problem = code === null ? null : { code, message: 'Tidak ada sinyal.', requestId: null, details: {} }
  return drawDesk(made(Unread, { asked: { problem, refetch: () => {} }, none: 'Tidak ada di sini', rows: 3 }))
}

test('SCREEN-3 what is not there is told so; what only could not be read says why, and is tried again', () => {
  for (const code of ['not-found', 'wrong-district']) assert.equal(textOf(told(code)), 'Tidak ada di sini', code)
  for (const code of ['offline', 'internal', 'rate-limited']) {
    const page = told(code)
    assert.ok(textOf(page).includes('Tidak ada sinyal.') && !textOf(page).includes('Tidak ada di sini'), code)
    assert.deepEqual(find(page, 'button').map(textOf), [t('failed.action')], code)
  }
  assert.ok(textOf(told(null)).includes(t('shell.loading')))
})

test('SCREEN-3 a part that could not be read says what it was, and offers to try again', () => {
  const problem = { code: 'offline', message: 'Tidak ada sinyal.', requestId: 'r-1', details: {} }
  const part = drawDesk(made(UnreadPart, { asked: { problem, refetch: () => {} }, title: 'Tabel', rows: 3 }))
  assert.equal(textOf(only(part, 'h2')), 'Tabel', 'the page has a title of its own')
  assert.deepEqual(find(part, 'button').map(textOf), [t('failed.action')])
  assert.ok(textOf(part).includes(t('failed.request', { id: 'r-1' })))
})
