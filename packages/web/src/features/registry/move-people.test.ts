import assert from 'node:assert/strict'
import { test } from 'node:test'
import { personLine } from '@openslrt/core/contract/find.ts'
import { familyCard, familyLine, personCard } from '@openslrt/core/contract/registry-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { made } from '../../testing/draw.ts'
import { drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, textOf } from '../../testing/html.ts'

const { FamilyActs } = await import('./family-acts.tsx')
const { FamilyPick, familiesAmong } = await import('./family-pick.tsx')
const { heldFamily } = await import('./holder.ts')
const { carrying, movedIn } = await import('./moved.ts')
const { movingFaults, noMove, wayBack } = await import('./move-person.ts')
const { choicesOf } = await import('./use-choices.ts')

const t = sayIn('id')
type Rights = NonNullable<Parameters<typeof sari>[0]>
const nth = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const key = { district: '34.04', id: nth(1) }
const village = { place: '34.04.07.2001', placeName: 'Caturtunggal' }
const completeness = { known: 1, asked: 2, percent: 50 }
const siti = personCard.parse({
  ...village,
  district: '34.04',
  id: nth(2),
  version: 3,
  family: nth(1),
  name: 'Siti Aminah',
  age: 46,
  status: 'known',
  mergedInto: null,
  today: '2026-11-22',
  said: { status_hubungan_keluarga: '1' },
  completeness,
  doubts: [],
  changedAt: 0,
})
const line = familyLine.parse({
  ...key,
  ...village,
  version: 4,
  head: 'Siti Aminah',
  members: 1,
  address: 'RT 04',
  kk: null,
  desil: 2,
  complete: 30,
  status: 'known',
  changedAt: 0,
})
const card = (own: object = {}) =>
  familyCard.parse({
    line,
    said: {},
    completeness,
    doubts: [],
    mergedInto: null,
    today: '2026-11-22',
    members: [siti],
    cases: [],
    mayEdit: true,
    mayReveal: false,
    ...own,
  })
const choices = choicesOf(undefined, 'id', t)
const higher = (rights: Rights): ReturnType<typeof sari> => {
  const me = sari(rights)
  return { ...me, posts: me.posts.map((post) => ({ ...post, level: 'district', place: placeCode.parse('34.04') })) }
}
const acts = (own: object, ...rights: Rights): readonly string[] => {
  const shown = card(own)
  const page = drawDesk(made(FamilyActs, { card: shown, held: heldFamily(shown), choices }), [], higher(rights))
  return find(page, 'button').map(textOf)
}

test('REGISTRY-22 a family is moved, merged and marked by whoever may, and printed by all who read it', () => {
  const print = t('family.print')
  const edits = [t('family.mark'), t('family.move'), t('family.move-person')]
  const table: readonly (readonly [own: object, rights: Rights, shown: readonly string[]])[] = [
    [{}, ['registry.read', 'registry.edit'], [print, ...edits]],
    [{}, ['registry.read', 'registry.edit', 'registry.merge'], [print, ...edits, t('family.merge')]],
    [{ mayEdit: false }, ['registry.read'], [print]],
    [{ mayEdit: false }, ['registry.read', 'registry.merge'], [print, t('family.merge')]],
    [{ members: [] }, ['registry.edit'], [print, t('family.mark'), t('family.move')]],
    [{ mayEdit: false, mergedInto: nth(9) }, ['registry.edit', 'registry.merge'], [print]],
  ]
  for (const [own, rights, shown] of table) assert.deepEqual(acts(own, ...rights), shown, JSON.stringify([own, rights]))
})

test('REGISTRY-22 who sees one village only is offered no other to move a family to', () => {
  const page = drawDesk(
    made(FamilyActs, { card: card(), held: heldFamily(card()), choices }),
    [],
    sari(['registry.edit']),
  )
  assert.ok(!find(page, 'button').map(textOf).includes(t('family.move')))
})

test('REGISTRY-22 before somebody is moved it is said who, to where, as what, and why', () => {
  const whole = { ...noMove, who: nth(2), family: nth(3), status_hubungan_keluarga: '3', source: 'Menikah' }
  assert.deepEqual(movingFaults(whole), {})
  const nothing = ['who', 'family', 'status_hubungan_keluarga', 'source']
  assert.deepEqual(Object.keys(movingFaults(noMove)).toSorted(), nothing.toSorted())
  for (const name of nothing) assert.deepEqual(Object.keys(movingFaults({ ...whole, [name]: '' })), [name])
  assert.deepEqual(keysOf(movingFaults({ ...whole, source: ' a ' })), ['source'])
  // A family that is new is chosen from no list, and whoever founds it is its head unless somebody says otherwise.
  const fresh = { ...whole, to: 'new', family: '', status_hubungan_keluarga: '' }
  assert.deepEqual(movingFaults(fresh), {})
  assert.deepEqual(keysOf(movingFaults({ ...fresh, nomor_kartu_keluarga: '123' })), ['nomor_kartu_keluarga'])
  assert.deepEqual(movingFaults({ ...fresh, nomor_kartu_keluarga: '3404 0701 0110 0009' }), {})
})

test('REGISTRY-22 the way back is kept for who was in a family as something, and for nobody else', () => {
  assert.deepEqual(wayBack(siti), { what: 'person', person: siti.id, name: 'Siti Aminah', from: nth(1), relation: '1' })
  assert.equal(wayBack({ ...siti, family: null }), null)
  assert.equal(wayBack({ ...siti, said: {} }), null)
  assert.equal(wayBack({ ...siti, said: { status_hubungan_keluarga: null } }), null)
})

test('REGISTRY-22 what an entry of the history carries is read for what it is, and nothing else is', () => {
  const back = wayBack(siti)
  assert.deepEqual(movedIn(carrying(back).state), back)
  const village_ = { what: 'family', village: '34.04.07.2002', name: 'Maguwoharjo', version: 3 } as const
  assert.deepEqual(movedIn(carrying(village_).state), village_)
  assert.deepEqual(carrying(null), {})
  const odd: readonly unknown[] = [null, undefined, 7, 'x', [], {}, { dipindah: 'x' }, { dipindah: { what: 'office' } }]
  for (const state of [
    ...odd,
    { dipindah: { ...back, from: '../../x' } },
    { dipindah: { what: 'person' } },
    { orang: 'Siti' },
  ])
    assert.equal(movedIn(state), null, JSON.stringify(state))
})

test('REGISTRY-22 of people who were found each family stands once, without the one that is looked at', () => {
  const person = (n: number, family: string | null, own: object = {}) =>
    personLine.parse({
      ...village,
      district: '34.04',
      id: nth(20 + n),
      name: `Orang ${n}`,
      nik: null,
      birthDate: null,
      sex: null,
      family,
      status: 'known',
      ...own,
    })
  const people = [
    person(1, nth(5)),
    person(2, nth(5)),
    person(3, null),
    person(4, nth(1)),
    person(5, nth(6), { district: '34.02', place: '34.02.01.2001' }),
    person(6, nth(7)),
  ]
  assert.deepEqual(
    familiesAmong(people, '34.04', nth(1)).map(({ id, name }) => [id, name]),
    [
      [nth(5), 'Orang 1'],
      [nth(7), 'Orang 6'],
    ],
  )
  assert.equal(familiesAmong(people, '34.04', null).length, 3)
  assert.deepEqual(familiesAmong([], '34.04', null), [])
})

test('REGISTRY-22 nothing is searched for while it is typed', () => {
  const field = { id: 'family', value: '', onChange: () => undefined, error: t('family.pick.missing') }
  const page = drawDesk(made(FamilyPick, { ...field, district: '34.04', except: null }), [], sari(['registry.read']))
  assert.ok(textOf(page).includes(t('family.pick.missing')))
  assert.deepEqual(find(page, 'input', { type: 'radio' }), [])
})
