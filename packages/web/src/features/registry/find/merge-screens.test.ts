import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubleRoutes, type MergePreview } from '@openslrt/core/contract/doubles.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { codeLists } from '@openslrt/core/registry/code-lists.ts'
import { doubleReasons } from '@openslrt/core/registry/double-score.ts'
import { shippedCodes } from '@openslrt/core/registry/shipped-codes.ts'
import { made } from '../../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../../testing/draw-desk.ts'
import { find, textOf } from '../../../testing/html.ts'

const { Screen: Merge } = await import('./merge-screen.tsx')
const { Screen: Doubles } = await import('./doubles-screen.tsx')
const { calledIn, labelOf, valueText } = await import('./merge-fields.tsx')
const { comparedIn, mergePath } = await import('./person-path.ts')
const { reasonsText } = await import('./reasons-text.ts')
const { choicesOf } = await import('../use-choices.ts')

const t = sayIn('id')
const nth = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const lists = registryRoutes.choices.reply.parse({
  lists: Object.fromEntries(codeLists.map((list) => [list, shippedCodes.filter((item) => item.list === list)])),
  local: [{ name: 'lokal-a', of: 'family', kind: 'yes-no', names: { id: 'Atap bocor', en: 'Leaking' }, why: '' }],
})
const choices = choicesOf(lists, 'id', t)
const two = { district: '34.04', kept: nth(1), gone: nth(2) }
const head = (id: string, name: string, members: readonly string[] = []) => ({
  id,
  version: 3,
  name,
  placeName: 'Caturtunggal',
  members: [...members],
})
const preview = (of: MergePreview['of'], own: Partial<MergePreview> = {}): MergePreview =>
  doubleRoutes.preview.reply.parse({
    district: '34.04',
    of,
    kept: head(nth(1), 'Siti Aminah', of === 'family' ? ['Siti Aminah', 'Budi'] : []),
    gone: head(nth(2), of === 'family' ? '' : 'St. Aminah'),
    fields: [
      { field: 'place', kept: 'Caturtunggal', gone: 'Maguwoharjo', same: false, take: false },
      { field: 'status_kawin', kept: '2', gone: '4', same: false, take: false },
      { field: 'agama', kept: 'islam', gone: 'islam', same: true, take: false },
    ],
    follows: [
      { table: 'need', n: 2 },
      { table: 'visit', n: 1 },
    ],
    score: 80,
    reasons: of === 'person' ? ['same-nik', 'other-sex'] : [],
    ...own,
  })
function merging(of: MergePreview['of'], own: Partial<MergePreview> = {}) {
  const told: readonly Answered[] = [
    answered(doubleRoutes.preview, { ...two, of }, preview(of, own)),
    answered(registryRoutes.choices, { district: '34.04' }, lists),
  ]
  const at = mergePath('34.04', nth(1), nth(2), of)
  return drawDesk(made(Merge, { params: two }), told, sari(['registry.read', 'registry.merge']), at)
}

test('DOUBLE-6 what two people say differently is chosen in words; what is the same is not asked', () => {
  const page = merging('person')
  const said = textOf(page)
  for (const words of [
    t('merge.kept', { name: 'Siti Aminah', place: 'Caturtunggal' }),
    t('merge.gone', { name: 'St. Aminah', place: 'Caturtunggal' }),
    'Maguwoharjo',
    'Kawin',
    'Cerai mati',
    t('double.reason.same-nik'),
    t('merge.follows', { n: 3 }),
    t('merge.promise'),
    t('merge.not-same'),
  ])
    assert.ok(said.includes(words), words)
  assert.ok(!said.includes('Islam'))
  assert.equal(find(page, 'fieldset').length, 2)
})

test('DOUBLE-11 two families are compared like two people, called by their heads, with whoever belongs to them', () => {
  const page = merging('family')
  const said = textOf(page)
  for (const words of [
    t('merge.kept', { name: t('merge.family', { name: 'Siti Aminah' }), place: 'Caturtunggal' }),
    t('merge.gone', { name: t('merge.family', { name: t('merge.nameless') }), place: 'Caturtunggal' }),
    t('merge.members', { names: 'Siti Aminah, Budi' }),
  ])
    assert.ok(said.includes(words), words)
  assert.ok(!said.includes(t('merge.not-same')), 'they are no people')
  assert.ok(said.includes(t('merge.not-same.family')))
  const swap = find(page, 'a').find((one) => textOf(one).includes(t('merge.swap')))
  assert.equal(swap?.attributes.get('href')?.endsWith(`${nth(2)}/${nth(1)}?jenis=keluarga`), true)
})

test('DOUBLE-11 an address says which two it compares, and anything else is two people', () => {
  assert.equal(mergePath('34.04', 'a', 'b'), '/keluarga/ganda/34.04/a/b')
  assert.equal(comparedIn(new URL(mergePath('34.04', 'a', 'b', 'family'), 'http://x').search), 'family')
  for (const search of ['', '?jenis=', '?jenis=orang', '?jenis=KELUARGA', '?x=keluarga'])
    assert.equal(comparedIn(search), 'person')
})

test('DOUBLE-6 two who say the same ask for no choice, and nothing follows where nothing names them', () => {
  const said = textOf(merging('person', { fields: [], follows: [], reasons: [] }))
  assert.ok(said.includes(t('merge.same')))
  assert.ok(!said.includes(t('merge.follows', { n: 0 })))
})

test('DOUBLE-6 values stand as people read them: codes by name, days, none, a place’s own question', () => {
  const said = (field: string, value: Parameters<typeof valueText>[2], of: 'person' | 'family' = 'person') =>
    valueText(t, field, value, { of, choices })
  assert.deepEqual(
    [
      said('sex', 'P'),
      said('birthDate', '1980-06-05'),
      said('penyakit_kronis', ['asma', 'stroke']),
      said('penyakit_kronis', []),
      said('hamil', true),
      said('hamil', null),
      said('name', ''),
      said('jenis_lantai_terluas', '5', 'family'),
      said('lokal-a', false, 'family'),
      said('lokal-lama', true, 'family'),
      said('desil', 3, 'family'),
      said('status_kawin', '99'),
    ],
    [
      t('find.sex.P'),
      '05/06/1980',
      'Asma, Stroke',
      t('merge.empty'),
      t('family.value.yes'),
      t('merge.empty'),
      t('merge.empty'),
      'Tanah',
      t('family.value.no'),
      t('merge.yes'),
      '3',
      '99',
    ],
  )
  assert.deepEqual(
    [
      labelOf(t, 'nik', choices),
      labelOf(t, 'lokal-a', choices),
      labelOf(t, 'status_kawin', choices),
      labelOf(t, 'warna', choices),
    ],
    ['NIK', 'Atap bocor', t('variable.status_kawin'), 'warna'],
  )
  assert.equal(calledIn(t, 'person', ''), '')
})

test('DOUBLE-3 every reason has its words, and the list says them beside the two', () => {
  const said = reasonsText(t, doubleReasons)
  for (const reason of doubleReasons) assert.ok(said.includes(t(`double.reason.${reason}`)), reason)
  const person = (n: number, name: string) => ({
    id: nth(n),
    district: '34.04',
    name,
    nik: null,
    birthDate: '1960-03-12',
    sex: null,
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    family: null,
    status: 'known' as const,
  })
  const items = [
    { id: nth(9), first: person(1, 'Siti'), second: person(2, 'Sri'), score: 92, reasons: ['same-birth' as const] },
  ]
  const list = (all: typeof items) =>
    drawDesk(
      made(Doubles, {}),
      [
        {
          row: doubleRoutes.list,
          input: { query: { page: 1 } },
          reply: doubleRoutes.list.reply.parse({ items: all, total: all.length, page: 1, size: 25 }),
        },
      ],
      sari(['registry.merge']),
    )
  const page = list(items)
  for (const words of ['Siti – Sri', t('double.reason.same-birth'), t('double.sure', { n: 92 })])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(find(page, 'a').some((one) => one.attributes.get('href')?.endsWith(mergePath('34.04', nth(1), nth(2)))))
  assert.ok(textOf(list([])).includes(t('double.none.title')))
})

test('DOUBLE-7 who was merged is listed with whoever did it; families by the name of a family', () => {
  const merged = {
    id: nth(9),
    district: '34.04',
    version: 1,
    keptName: 'Siti Aminah',
    goneName: '',
    placeName: 'Caturtunggal',
    byName: 'Petugas Sari',
    at: Date.parse('2026-11-22T02:00:00Z'),
  }
  const items = [
    { ...merged, of: 'family' as const },
    { ...merged, id: nth(8), of: 'person' as const, goneName: 'St. Aminah' },
  ]
  const page = drawDesk(
    made(Doubles, {}),
    [
      {
        row: doubleRoutes.merged,
        input: { query: { page: 1 } },
        reply: doubleRoutes.merged.reply.parse({ items, total: 2, page: 1, size: 25 }),
      },
    ],
    sari(['registry.merge']),
    '/keluarga/ganda?lihat=merged',
  )
  const said = textOf(page)
  for (const words of [
    t('merge.family', { name: 'Siti Aminah' }),
    t('merge.family', { name: t('merge.nameless') }),
    'St. Aminah',
    'Petugas Sari',
  ])
    assert.ok(said.includes(words), words)
  assert.equal(find(page, 'button').filter((one) => textOf(one) === t('merge.undo')).length, 2)
})

test('DOUBLE-11 two values that read the same and are not are told apart by whose they are', async () => {
  const { sidesIn } = await import('./merge-fields.tsx')
  assert.deepEqual(sidesIn(t, ['RT 01', 'RT 02']), ['RT 01', 'RT 02'])
  const [kept, gone] = sidesIn(t, ['RT 01', 'RT 01'])
  assert.notEqual(kept, gone)
  assert.ok(kept.startsWith('RT 01') && gone.startsWith('RT 01'))
})
