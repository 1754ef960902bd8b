import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FamilyCard, familyCard, familyLine, registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { codeLists } from '@openslrt/core/registry/code-lists.ts'
import { shippedCodes } from '@openslrt/core/registry/shipped-codes.ts'
import { aCard } from '../../testing/a-card.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf } from '../../testing/html.ts'

const { Screen: List } = await import('./families-screen.tsx')
const { familyScreen } = await import('./family-screen.tsx')
const { Screen: Person } = await import('./person-screen.tsx')
const { Panel: OfCase } = await import('./case-panel.tsx')
const { choicesOf } = await import('./use-choices.ts')

const t = sayIn('id')
const nth = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const key = { district: '34.04', id: nth(1) }
const line = {
  ...key,
  version: 4,
  place: '34.04.07.2001',
  placeName: 'Caturtunggal',
  head: 'Siti Aminah',
  members: 2,
  address: 'RT 04 RW 10',
  kk: '3404**********01',
  desil: 2,
  complete: 30,
  status: 'known',
  changedAt: 0,
}
const person = {
  id: nth(2),
  district: '34.04',
  version: 2,
  family: nth(1),
  place: '34.04.07.2001',
  placeName: 'Caturtunggal',
  name: 'Siti Aminah',
  age: 46,
  status: 'known',
  mergedInto: null,
  today: '2026-11-22',
  said: {
    nama: 'Siti Aminah',
    tanggal_lahir: '1980-06-05',
    jenis_kelamin: '2',
    status_hubungan_keluarga: '1',
    penyakit_kronis: ['asma', 'stroke'],
    hamil: false,
    agama: null,
  },
  completeness: { known: 4, asked: 12, percent: 33 },
  doubts: [{ variable: 'tanggal_lahir', code: 'nik-birth' }],
  changedAt: 0,
}
const card = (own: object = {}): FamilyCard =>
  familyCard.parse({
    line,
    said: {
      sepeda_motor: 1,
      jenis_lantai_terluas: '5',
      'lokal-a': true,
      desil_on: '2026-07-10',
      desil_source: 'Cek DTSEN',
    },
    completeness: { known: 6, asked: 36, percent: 16 },
    doubts: [{ variable: 'nama_kepala_keluarga', code: 'two-heads' }],
    mergedInto: null,
    today: '2026-11-22',
    members: [person],
    cases: [],
    mayEdit: true,
    mayReveal: false,
    ...own,
  })
const choices = {
  lists: Object.fromEntries(codeLists.map((list) => [list, shippedCodes.filter((item) => item.list === list)])),
  local: [
    {
      name: 'lokal-a',
      of: 'family',
      kind: 'yes-no',
      names: { id: 'Atap bocor', en: 'Leaking roof' },
      why: 'Perbup 12',
    },
  ],
}
const listed = answered(registryRoutes.choices, { district: '34.04' }, registryRoutes.choices.reply.parse(choices))
const Card = familyScreen({ Sections: () => null })
const cardOf = (own: object = {}): Part =>
  drawDesk(
    made(Card, { params: key }),
    [answered(registryRoutes.family, registryRoutes.family.query.parse(key), card(own)), listed],
    sari(['registry.read', 'registry.edit']),
  )
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)

test('REGISTRY-18 a family is one page: members, groups of values in words, what is odd, and how much is known', () => {
  const page = textOf(cardOf())
  for (const words of [
    t('family.of', { head: 'Siti Aminah' }),
    'Caturtunggal',
    t('family.desil.one', { n: 2 }),
    t('family.desil.on', { day: '10/07/2026', source: 'Cek DTSEN' }),
    t('family.known', { known: 6, asked: 36 }),
    t('doubt.two-heads'),
    t('family.member.age', { n: 46 }),
    'Kepala keluarga',
    t('family.member.doubts', { n: 1 }),
    'Tanah',
    'Atap bocor',
    t('family.value.yes'),
    t('family.cases.none'),
  ])
    assert.ok(page.includes(words), words)
  assert.ok(!page.includes('lokal-a') && !page.includes('jenis_lantai'))
})

test('REGISTRY-14 who may not record finds nothing to press for it, and a family without a head says so', () => {
  assert.ok(buttons(cardOf()).includes(t('family.members.add')))
  const closed = cardOf({ mayEdit: false, line: { ...line, head: '', status: 'moved' } })
  for (const words of [t('family.members.add'), t('family.edit'), t('family.desil.record'), t('family.mark')])
    assert.ok(!buttons(closed).includes(words), words)
  assert.ok(textOf(closed).includes(t('family.headless')))
  assert.ok(textOf(closed).includes(t('family-status.moved')))
})

test('REGISTRY-18 a person is read in words, with what is odd beside its value', () => {
  const query = registryRoutes.person.query.parse({ district: '34.04', id: nth(2) })
  const page = drawDesk(
    made(Person, { params: { district: '34.04', id: nth(2) } }),
    [answered(registryRoutes.person, query, registryRoutes.person.reply.parse(person)), listed],
    sari(['registry.read', 'registry.edit']),
  )
  const said = textOf(page)
  for (const words of [
    '05/06/1980',
    'Perempuan',
    'Asma, Stroke',
    t('family.value.no'),
    t('family.edit.lost'),
    t('doubt.nik-birth'),
  ])
    assert.ok(said.includes(words), words)
  assert.ok(buttons(page).includes(t('person.leave')))
})

test('REGISTRY-17 families are listed with head, village, desil and how much is known; none has its own words', () => {
  const page = (items: readonly object[]): Part => {
    const reply = { items: items.map((one) => familyLine.parse(one)), total: items.length, page: 1, size: 25 }
    const asked: Answered = {
      row: registryRoutes.families,
      input: { query: { complete: undefined, desil: undefined, status: 'known', page: 1 } },
      reply,
    }
    return drawDesk(made(List, {}), [asked], sari(['registry.read']))
  }
  const shown = textOf(page([line, { ...line, id: nth(9), head: '', desil: null }]))
  for (const words of [
    'Siti Aminah',
    t('family.headless'),
    'RT 04 RW 10',
    t('family.desil.none'),
    t('family.member.complete', { n: 30 }),
  ])
    assert.ok(shown.includes(words), words)
  assert.ok(textOf(page([])).includes(t('family.empty.title')))
  assert.ok(!buttons(page([line])).includes(t('family.add')))
})

test('REGISTRY-19 a case shows its family, or that there is none', () => {
  const kase = aCard()
  const query = registryRoutes.ofCase.query.parse({ district: kase.line.district, case: kase.line.id })
  const panel = (items: readonly object[]): string =>
    textOf(
      drawDesk(
        made(OfCase, { card: kase }),
        [answered(registryRoutes.ofCase, query, { items: items.map((one) => familyLine.parse(one)) })],
        sari(['registry.read', 'case.read']),
      ),
    )
  assert.ok(panel([line]).includes(t('family.of', { head: 'Siti Aminah' })))
  assert.ok(panel([]).includes(t('family.case.none')))
})

test('REGISTRY-7 values are said by the names of their lists; a code that no list has any more by itself', () => {
  const said = choicesOf(registryRoutes.choices.reply.parse(choices), 'id', t)
  const lantai = { kind: 'code', list: 'jenis_lantai' } as const
  const gas = { kind: 'quantity', unit: 'gram' } as const
  const point = { kind: 'point' } as const
  assert.deepEqual(
    [
      said.say(lantai, '5'),
      said.say(lantai, '99'),
      said.say(lantai, undefined),
      said.say(gas, 1500),
      said.say(point, [1, 2]),
    ],
    ['Tanah', '99', t('family.value.unsaid'), '1.500 gram', '1, 2'],
  )
  assert.deepEqual(
    [said.label('lokal-a'), said.why('lokal-a'), said.label('warna')],
    ['Atap bocor', 'Perbup 12', 'warna'],
  )
  assert.equal(said.say({ kind: 'codes', list: 'penyakit_kronis' }, []), t('family.value.none'))
})
