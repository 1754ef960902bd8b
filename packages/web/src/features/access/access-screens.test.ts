import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  accessRoutes,
  heldKinds,
  looks,
  type PersonExport,
  personExport,
} from '@openslrt/core/contract/access-queries.ts'
import { erasureRoutes } from '@openslrt/core/contract/erasure.ts'
import { forgetRoutes } from '@openslrt/core/contract/retention.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { clockKept } from '@openslrt/core/retention/over.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCard } from '../../testing/a-card.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf } from '../../testing/html.ts'

const { Screen: Retention } = await import('./retention-screen.tsx')
const { Screen: OfficeLooks } = await import('./office-looks-screen.tsx')
const { Screen: CaseLooks } = await import('./case-looks-screen.tsx')
const { PersonPaper } = await import('./person-paper.tsx')
const { Screen: Copy } = await import('./person-screen.tsx')

const t = sayIn('id')
const at = Date.parse('2026-11-20T10:00:00+07:00')
const date = sayDate(at, 'Asia/Jakarta', 'id')
const nth = (n: number): string => `c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => one.attributes.get('href') ?? '')
const frame = { page: 1, size: 25 }

const look = (n: number, own: object = {}) => ({
  id: nth(n),
  at,
  look: 'open' as const,
  staff: ids.staff(2),
  staffName: 'Budi',
  office: ids.office(1),
  officeName: 'Puskesos Caturtunggal',
  case: { id: ids.case(1), district: '34.04', number: '3404-26-000001' },
  reason: '',
  ...own,
})

/** The screen of what became too old, with what the server says of each list. */
function retention(search: string, rights: Parameters<typeof sari>[0], own: readonly Answered[] = []): Part {
  const asked = answered(
    accessRoutes.retention,
    { show: 'asked', page: 1 },
    { items: [], total: 2, asked: 2, ...frame },
  )
  return drawDesk(made(Retention, {}), [asked, ...own], sari(rights), `/retensi${search}`)
}
const { line } = aCard()
const due = (items: readonly object[]): Answered => ({
  row: accessRoutes.retention,
  input: { query: { show: 'due', page: 1 } },
  reply: { items, total: items.length, asked: 2, ...frame },
})

test('CASE-33 a case whose years are over is told with its number, since when, and that nobody asked yet', () => {
  const items = [
    { line, keptUntil: at, asked: null },
    {
      line: { ...line, id: ids.case(2), number: '3404-26-000002', summary: '' },
      keptUntil: at,
      asked: { byName: 'Budi', own: false, at, basis: 'retention' as const },
    },
    {
      line: { ...line, id: ids.case(3), number: '3404-26-000003' },
      keptUntil: at,
      asked: { byName: 'Sari', own: true, at, basis: 'request' as const },
    },
  ]
  const page = retention('', ['case.decide'], [due(items)])
  const said = textOf(page)
  for (const words of [
    line.number,
    line.placeName,
    t('retention.until', { date }),
    t('retention.not-asked'),
    t('retention.no-words'),
    t('erasure-basis.retention'),
    t('retention.by', { name: 'Budi', date }),
    t('erasure-basis.request'),
    t('retention.by-you', { date }),
  ])
    assert.ok(said.includes(words), words)
  assert.ok(links(page).includes(`/kasus/${line.district}/${line.id}`))
})

test('CASE-33 none is told in words, and the tab tells how many were asked for', () => {
  const page = retention('', ['case.decide'], [due([])])
  for (const words of [t('retention.empty.due.title'), t('retention.empty.due.text'), '2'])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(textOf(retention('?tab=asked', ['case.decide'])).includes(t('retention.asked')))
})

test('PRIVACY-3 wishes about people stand on a tab of their own, for whoever reads the registry', () => {
  const wish = {
    id: nth(1),
    district: '34.04',
    version: 1,
    of: 'family' as const,
    holder: nth(2),
    name: 'Siti Aminah',
    placeName: 'Caturtunggal',
    basis: 'request' as const,
    words: 'Pindah ke luar pulau',
    byName: 'Budi',
    own: false,
    at,
  }
  const person = { ...wish, id: nth(3), of: 'person' as const, holder: nth(4), name: 'Karto', own: true }
  const told = answered(erasureRoutes.erasures, { page: 1 }, { items: [wish, person], total: 2, ...frame })
  const page = retention('?tab=people', ['case.decide', 'registry.read'], [told])
  for (const words of [
    t('retention.family', { name: 'Siti Aminah' }),
    'Karto',
    'Caturtunggal',
    'Pindah ke luar pulau',
    t('retention.by', { name: 'Budi', date }),
    t('retention.by-you', { date }),
  ])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(links(page).includes(`/keluarga/34.04/${nth(2)}`) && links(page).includes(`/anggota/34.04/${nth(4)}`))
  const none = answered(erasureRoutes.erasures, { page: 1 }, { items: [], total: 0, ...frame })
  const empty = retention('?tab=people', ['case.decide', 'registry.read'], [none])
  assert.ok(textOf(empty).includes(t('retention.empty.asked.title')))
  assert.ok(!textOf(retention('', ['case.decide'], [due([])])).includes(t('retention.people')), 'not for others')
})

test('PRIVACY-11 what the clock forgets soon stands on a tab of its own, with its day and a way to it', () => {
  const one = { district: '34.04', count: 1, placeName: 'Caturtunggal', keptUntil: at, forgetsAt: at }
  const items = clockKept.map((of, n) => ({ ...one, of, subject: nth(n + 1), count: of === 'affected' ? 7 : 1 }))
  const told = answered(forgetRoutes.soon, { page: 1 }, { items, total: items.length, ...frame })
  const page = retention('?tab=soon', ['case.decide', 'registry.read'], [told])
  for (const words of [
    t('retention.soon.lead'),
    t('retention.of.affected', { count: 7 }),
    t('retention.of.psks'),
    date,
  ])
    assert.ok(textOf(page).includes(words), words)
  for (const [n, path] of ['/ppks', '/kunjungan', '/ppks/psks', '/terdampak'].entries())
    assert.ok(links(page).includes(`${path}/34.04/${nth(n + 1)}`), path)
  const none = answered(forgetRoutes.soon, { page: 1 }, { items: [], total: 0, ...frame })
  assert.ok(
    textOf(retention('?tab=soon', ['case.decide', 'registry.read'], [none])).includes(t('retention.empty.soon.title')),
  )
  assert.ok(!textOf(retention('', ['case.decide'], [due([])])).includes(t('retention.soon')), 'not for others')
})

test('ACCESS-17 what people of an office looked at is told with who, what, when and why', () => {
  const items = looks.map((kind, n) => look(n + 1, { look: kind, reason: kind === 'reveal' ? 'Menelepon warga' : '' }))
  const query = { look: undefined, from: undefined, to: undefined, page: 1 }
  const shown: Answered = {
    row: accessRoutes.office,
    input: { query },
    reply: { items, total: items.length, ...frame },
  }
  const page = drawDesk(made(OfficeLooks, {}), [shown], sari(['access.review']), '/akses')
  const said = textOf(page)
  for (const kind of looks) assert.ok(said.includes(t(`look.${kind}`)), kind)
  for (const words of ['Budi', '3404-26-000001', t('access.lead'), t('access.reason', { reason: 'Menelepon warga' })])
    assert.ok(said.includes(words), words)
})

test('ACCESS-16 who opened one case is told on its own page, which leads back to the case', () => {
  const key = { district: '34.04', id: ids.case(1) }
  const items = [look(1), look(2, { staff: null, staffName: '', look: 'link' as const })]
  const trail = answered(
    accessRoutes.trail,
    { ...key, page: 1 },
    { items, total: 2, number: '3404-26-000001', ...frame },
  )
  const page = drawDesk(made(CaseLooks, { params: key }), [trail], sari(['access.review']), '/akses')
  for (const words of [t('access.case.title', { number: '3404-26-000001' }), t('access.report.make'), 'Budi'])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(links(page).includes(`/kasus/34.04/${ids.case(1)}`))
})

const held = {
  id: nth(2),
  district: '34.04',
  name: 'Siti Aminah',
  placeName: 'Caturtunggal',
  status: 'known' as const,
  addedAt: at,
  said: { nama: 'Siti Aminah', nomor_induk_kependudukan: '3404074506800001', penyakit_kronis: ['asma'], agama: null },
  family: { nomor_kartu_keluarga: '3404070101100001', 'lokal-atap': true },
  records: [
    {
      of: 'person' as const,
      at,
      byName: 'Budi',
      officeName: 'Puskesos Caturtunggal',
      way: 'visit' as const,
      source: 'kata tetangga',
      values: { nama: 'Siti' },
      was: {},
    },
  ],
  things: heldKinds.map((what) => ({
    what,
    name: `nama ${what}`,
    status: 'Selesai',
    officeName: 'Puskesos Caturtunggal',
    at,
    words: [`kata ${what}`],
  })),
  looks: [look(9, { look: 'reveal' as const, reason: 'Menelepon warga' })],
}
const gathered = (own: object = {}): PersonExport =>
  personExport.parse({
    nik: '3404074506800001',
    madeAt: at,
    madeBy: 'Sari',
    officeName: 'Sekretariat',
    zone: 'Asia/Jakarta',
    purpose: 'Permintaan warga',
    cases: [],
    registry: [held],
    ...own,
  })
const paper = (own: object = {}): Part =>
  drawDesk(made(PersonPaper, { of: gathered(own) }), [], sari(['person.export']))

test('PRIVACY-9 the copy for a person is read on paper: values by their names, who said what, and all that was done', () => {
  const said = textOf(paper())
  for (const words of [
    'Siti Aminah',
    'NIK: 3404074506800001',
    'asma',
    `${t('variable.nomor_kartu_keluarga')}: 3404070101100001`,
    `lokal-atap: ${t('export.yes')}`,
    'kata tetangga',
    t('look.reveal'),
    'Menelepon warga',
    t('export.file'),
  ])
    assert.ok(said.includes(words), words)
  for (const what of heldKinds)
    for (const words of [t(`export.thing.${what}`), `nama ${what}`, `kata ${what}`])
      assert.ok(said.includes(words), words)
  assert.ok(!said.includes('agama') && !said.includes('Agama'), 'what nobody knows is not told')
})

test('PRIVACY-9 what there is none of has no heading, and nothing at all is told in words', () => {
  const bare = textOf(paper({ registry: [{ ...held, family: null, records: [], things: [], looks: [] }] }))
  for (const words of [t('export.family'), t('export.records'), t('export.thing.need'), t('access.panel')])
    assert.ok(!bare.includes(words), words)
  const none = paper({ registry: [] })
  assert.ok(textOf(none).includes(t('export.none.title')))
  assert.equal(find(none, 'button').length, 0, 'nothing is printed or saved')
})

test('ACCESS-18 before it is gathered, a number and a purpose are asked, and who may review finds the way back', () => {
  const page = drawDesk(made(Copy, {}), [], sari(['person.export', 'access.review']), '/akses/warga')
  for (const words of [t('export.lead'), t('export.nik'), t('export.purpose'), t('export.purpose.hint')])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(links(page).includes('/akses'))
  const closed = drawDesk(made(Copy, {}), [], sari(['person.export']), '/akses/warga')
  assert.ok(!links(closed).includes('/akses'))
})
