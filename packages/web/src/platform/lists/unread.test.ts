import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { made } from '../../testing/draw.ts'
import { drawDesk } from '../../testing/draw-desk.ts'
import { find, textOf } from '../../testing/html.ts'

const { Unread } = await import('./unread.tsx')

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
