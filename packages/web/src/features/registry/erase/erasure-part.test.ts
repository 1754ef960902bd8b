import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { type ErasureLine, erasureRoutes } from '@openslrt/core/contract/erasure.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { personStatuses } from '@openslrt/core/registry/registry.ts'
import { made } from '../../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../../testing/draw-desk.ts'
import { fieldOf, fill, press, said, sent, show, t, theCommand, times, told } from '../../../testing/form-stage.ts'
import { find, textOf } from '../../../testing/html.ts'

const { ErasureNote, ErasurePart } = await import('./erasure-part.tsx')
const { Forgotten } = await import('./forgotten.tsx')

const nth = (n: number): string => `d0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const held = {
  of: 'person' as const,
  id: nth(1),
  district: '34.04',
  version: 3,
  said: {},
  doubts: [],
  completeness: { known: 0, asked: 1, percent: 0 },
  today: '2026-11-22',
  mayEdit: true,
}
const wish: ErasureLine = erasureRoutes.erasures.reply.shape.items.element.parse({
  id: nth(2),
  district: '34.04',
  version: 1,
  of: 'family',
  holder: nth(1),
  name: 'Siti Aminah',
  placeName: 'Caturtunggal',
  basis: 'request',
  words: 'Pindah ke luar pulau',
  byName: 'Budi',
  own: false,
  at: Date.parse('2026-11-20T10:00:00+07:00'),
})

function part(items: readonly ErasureLine[] | null, own: object = {}, rights: readonly Permission[] = []) {
  const { status = 'known', ...more } = own as { status?: string }
  const query = { holder: nth(1), page: 1 }
  const reply = { items: [...(items ?? [])], total: items?.length ?? 0, page: 1, size: 25 }
  const answers = items === null ? [] : [answered(erasureRoutes.erasures, query, reply)]
  const pages = [ErasureNote, ErasurePart].map((Part) =>
    drawDesk(made(Part, { held: { ...held, ...more }, status, members: 4 }), answers, sari(rights)),
  )
  return {
    text: pages.map(textOf).join(' ').trim(),
    buttons: pages.flatMap((page) => find(page, 'button').map(textOf)),
  }
}

test('PRIVACY-3 who keeps the registry can ask on the page of a person or family; others find nothing', () => {
  assert.deepEqual(part([]).buttons, [t('forget.ask.person')])
  assert.deepEqual(part([], { of: 'family' }).buttons, [t('forget.ask.family')])
  assert.deepEqual(part([], { mayEdit: false }), { text: '', buttons: [] })
  assert.deepEqual(part(null), { text: '', buttons: [] }, 'nothing before it is known whether somebody asked')
})

test('PRIVACY-3 a wish that waits is told to all, and is decided by who may erase and did not ask', () => {
  const date = sayDate(wish.at, 'Asia/Jakarta', 'id')
  const words = { basis: t('erasure-basis.request'), date, words: wish.words }
  assert.ok(part([wish]).text.includes(t('forget.asked', { ...words, name: 'Budi' })))
  assert.deepEqual(part([wish]).buttons, [], 'who may not erase decides nothing')
  assert.deepEqual(part([wish], {}, ['case.erase']).buttons, [t('forget.erase'), t('forget.decline')])
  const own = part([{ ...wish, own: true }], {}, ['case.erase'])
  assert.deepEqual(own.buttons, [t('forget.decline')], 'whoever asked may only take it back')
  assert.ok(own.text.includes(t('forget.asked.own', words)))
})

test('PRIVACY-1 nobody is asked for who was erased or went into another, and what is left says where and since when', () => {
  for (const status of personStatuses) {
    const { text, buttons } = part([wish], { status })
    const stands = status !== 'erased' && status !== 'merged'
    assert.equal(text !== '', stands, status)
    assert.equal(part([], { status }).buttons.length, stands ? 1 : 0, status)
    assert.deepEqual(buttons, [], status)
  }
  for (const held of ['person', 'family'] as const) {
    const page = drawDesk(made(Forgotten, { of: held, placeName: 'Caturtunggal', changedAt: wish.at }))
    for (const words of [
      t(`forgotten.${held}`),
      t('forget.done'),
      'Caturtunggal',
      sayDate(wish.at, 'Asia/Jakarta', 'id'),
    ])
      assert.ok(textOf(page).includes(words), words)
    assert.deepEqual(find(page, 'button'), [])
  }
})

test('PRIVACY-3 asking goes out with a basis and words, and never without one of them', async () => {
  await show('AskErasure', { held: { of: 'family', id: nth(1), district: '34.04' }, members: 4 })
  await said(t('forget.hint.family', { n: 4 }))
  await press(t('forget.send'))
  await said(t('forget.basis.missing'))
  await said(t('forget.note.missing'))
  await fieldOf(t('erasure-basis.retention')).check()
  await fill(t('forget.note'), '   ')
  await press(t('forget.send'))
  assert.equal(await times(t('forget.basis.missing')), 0)
  assert.equal((await sent()).length, 0)
  await fill(t('forget.note'), ' Sudah pindah lima tahun. ')
  await press(t('forget.send'))
  const { kind, subject, base, district, data } = await theCommand()
  assert.deepEqual([kind, base, district], ['registry.ask-erasure', null, '34.04'])
  assert.notEqual(subject, nth(1), 'the wish has an id of its own')
  assert.deepEqual(data, { of: 'family', who: nth(1), basis: 'retention', note: 'Sudah pindah lima tahun.' })
  assert.deepEqual(await told(), [['onClose']])
})

test('PRIVACY-3 declining owes a reason, erasing takes no word, and both name the version that was looked at', async () => {
  await show('DecideErasure', { wish: { ...wish, version: 2 }, as: 'decline', members: 4 })
  await press(t('forget.decline'))
  await said(t('forget.note.missing'))
  await fill(t('forget.decline.note'), 'Masih berperkara')
  await press(t('forget.decline'))
  const declined = await theCommand()
  assert.deepEqual(
    [declined.kind, declined.subject, declined.base, declined.data],
    ['registry.decline-erasure', wish.id, 2, { note: 'Masih berperkara' }],
  )
  await show('DecideErasure', { wish, as: 'erase', members: 4 })
  await said(t('forget.erase.family', { n: 4 }))
  await press(t('forget.erase'))
  const erased = await theCommand()
  assert.deepEqual([erased.kind, erased.base, erased.data], ['registry.erase', 1, {}])
  await show('DecideErasure', { wish: { ...wish, of: 'person' }, as: 'erase', members: 1 })
  await said(t('forget.erase.person'))
})
