import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faceNames, faces } from '@openslrt/core/condition/condition.ts'
import type { Conditions } from '@openslrt/core/contract/conditions.ts'
import { conditionRoutes, conditions } from '@openslrt/core/contract/conditions.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'
import { askedIn } from './condition-address.ts'
import { shareWords, valueWords } from './condition-words.ts'

const { Screen } = await import('./condition-screen.tsx')

const t = sayIn('id')
const house = (inadequate: number, adequate: number) => [
  { value: 'inadequate', n: inadequate },
  { value: 'adequate', n: adequate },
  { value: 'unknown', n: 0 },
]
const counted = (own: object = {}): Conditions =>
  conditions.parse({
    place: { code: '34.04', name: 'Kabupaten Sleman', level: 'district' },
    above: null,
    opens: true,
    base: 5,
    day: '2026-11-22',
    uncounted: 0,
    faces: faceNames.map((face) => ({
      face,
      of: faces[face].of,
      values: face === 'house' ? house(30, 10) : (faces[face].values ?? []).map((value) => ({ value, n: 0 })),
    })),
    face: 'house',
    below: [
      { place: '34.04.07', name: 'Depok', values: house(5, 9) },
      { place: '34.04.13', name: 'Ngaglik', values: house(25, 1) },
    ],
    ...own,
  })
const page = (own: object = {}, at = '/kondisi?face=house'): Part =>
  drawDesk(
    made(Screen, {}),
    [answered(conditionRoutes.read, askedIn(at.slice(8)), counted(own))],
    sari(['figures.read']),
    at,
  )
const links = (of: Part): readonly string[] => find(of, 'a').map((one) => valueOf(one, 'href') ?? '')
const says = (of: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(of).includes(one), one)
}

test('CONDITION-10 each face says how many there are of each value, and how much of all that is', () => {
  says(page(), t('condition.house.inadequate'), '75%', t('condition.house.adequate'), '25%', '40 keluarga')
  says(page(), t('condition.nobody'))
})

test('CONDITION-10 it says of which day the numbers are, and how exact', () => {
  says(page(), '22 November 2026', t('condition.exact'))
  says(page({ opens: false }), t('condition.rounded', { base: 5 }))
  const nation = { place: { code: '00', name: 'Indonesia', level: 'nation' }, opens: false, uncounted: 500 }
  says(page(nation), t('condition.uncounted', { n: 500 }))
  assert.ok(!textOf(page()).includes(t('condition.uncounted', { n: 0 })))
})

test('CONDITION-10 before the first count it says so and shows no empty tables', () => {
  const empty = page({ day: null })
  says(empty, t('condition.never.title'))
  assert.equal(find(empty, 'table').length, 0)
})

test('CONDITION-10 a place leads to its own page in the same face, and the order of the address holds', () => {
  assert.ok(links(page()).includes('/kondisi?face=house&place=34.04.07'), links(page()).join(' '))
  const order = (at: string): string =>
    find(page({}, at), 'th', { scope: 'row' })
      .map(textOf)
      .filter((name) => name === 'Depok' || name === 'Ngaglik')
      .join()
  assert.equal(order('/kondisi?face=house'), 'Depok,Ngaglik')
  assert.equal(order('/kondisi?face=house&urut=inadequate'), 'Ngaglik,Depok')
  assert.equal(order('/kondisi?face=house&urut=-inadequate'), 'Depok,Ngaglik')
})

test('CONDITION-10 every face is a tab, and the one that is shown is marked', () => {
  const tabs = find(page(), 'a', { 'aria-current': 'true' }).map(textOf)
  assert.deepEqual(tabs, [t('condition.face.house')])
  for (const face of faceNames)
    assert.ok(
      links(page()).some((href) => href.includes(`face=${face}`)),
      face,
    )
})

test('CONDITION-10 a village has no places below', () => {
  const village = page({ place: { code: '34.04.07.2001', name: 'Caturtunggal', level: 'village' }, below: [] })
  assert.ok(!textOf(village).includes(t('condition.below')))
})

for (const [search, asked] of [
  ['', {}],
  ['?place=34.04', { place: '34.04' }],
  ['?face=school', { face: 'school' }],
  ['?face=income&place=sleman', {}],
] as const)
  test(`CONDITION-10 the address "${search}" asks for ${JSON.stringify(asked)}`, () =>
    assert.deepEqual({ face: 'desil', ...askedIn(search) }, { face: 'desil', ...asked }))

test('CONDITION-10 every value of every face has words, and a snapshot is said as its quarter', () => {
  for (const face of faceNames)
    for (const value of faces[face].values ?? ['2026-Q3']) assert.notEqual(valueWords(t, face, value), value, face)
  assert.equal(valueWords(t, 'snapshot', '2026-Q3'), 'Triwulan 3 2026')
  assert.equal(shareWords(1, 3, 'id'), '33,3%')
  assert.equal(shareWords(0, 0, 'id'), '–')
})
