import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemWords, listCommandData } from '../contract/lists.ts'
import { letterKinds } from '../letter/kinds.ts'
import type { LetterList } from '../letter/rules.ts'
import { letterLists } from '../letter/rules.ts'
import { shippedLetterItems } from '../letter/shipped.ts'
import { templates } from '../letter/shipped-templates.ts'
import type { LetterLook } from '../letter/unfit.ts'
import { noLetters } from '../letter/unfit.ts'
import { ledgerCode } from '../place/code.ts'
import { staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { ListLook, ListMove } from './decide.ts'
import { decideList } from './decide.ts'
import { lawOfList, mayEnd, ruledLists } from './list-law.ts'
import type { Said } from './on-day.ts'

const today = '2026-11-22'
const admin = staff('admin', offices.district)
const shipped: readonly Said[] = shippedLetterItems.map(({ list, code, names, data, from }) => ({
  list,
  code,
  names,
  data,
  from,
  place: '00',
  says: 'holds',
}))
const saidOf = (list: string, code: string): readonly Said[] =>
  shipped.filter((one) => one.list === list && one.code === code)

function answer(
  kind: ListMove['kind'],
  words: { readonly list: LetterList; readonly code: string; readonly data: object },
  letters: Partial<LetterLook> = {},
) {
  const names = { id: 'Aturan', en: 'Rule' }
  const read = itemWords.safeParse({ ...words, names, from: today })
  if (!read.success) return 'unreadable'
  const look: ListLook = {
    place: ledgerCode.parse('34.04'),
    today,
    day: today,
    said: saidOf(words.list, words.code),
    own: [],
    knowsSector: () => true,
    ownDay: null,
    closedAs: null,
    ownHours: null,
    roles: { said: new Map(), heldHere: [] },
    letters: { ...noLetters, ...letters },
  }
  const decided = decideList({ kind, subject: ids.case(1), data: read.data } as ListMove, admin, look)
  if (!decided.ok) return decided.error.code
  const [change] = decided.value.changes
  return change?.table === 'listItem' ? [change.set.list, change.set.code, change.set.district] : 'no list'
}

/** Who changes each list of letters' rules, whether it grows, and what it cannot do without. */
const spec: Readonly<Record<LetterList, readonly [by: string, grows: boolean, needed: readonly string[]]>> = {
  'letter-template': ['each-place', false, letterKinds],
  'letter-chain': ['each-place', false, letterKinds],
  'letter-number': ['each-place', true, ['standard']],
  'letter-purpose': ['each-place', true, []],
  'letter-signer': ['each-place', true, []],
  'letter-logo': ['each-place', true, ['standard']],
}
for (const list of letterLists)
  test(`LETTER-30 the list ${list} is changed by whom, grows, and needs what is written down`, () => {
    const { by, grows, needed } = lawOfList(list)
    assert.deepEqual([by, grows, needed], spec[list])
    for (const code of needed) {
      assert.equal(saidOf(list, code).length, 1, `${code} is shipped`)
      assert.equal(mayEnd(list, code), false, code)
    }
  })

test('LETTER-30 rules of letters are taken by the same commands as all lists', () => {
  const lists = listCommandData['list.end'].data.shape.list
  for (const list of letterLists) assert.ok(ruledLists.includes(list) && lists.safeParse(list).success, list)
})

test('LETTER-20 a district says its own template for every kind, and none for a kind that is none', () => {
  for (const kind of letterKinds) {
    const data = { ...templates[kind], title: 'Surat dari Sleman' }
    assert.deepEqual(answer('list.change', { list: 'letter-template', code: kind, data }), [
      'letter-template',
      kind,
      '34.04',
    ])
    assert.equal(answer('list.add', { list: 'letter-template', code: kind, data }), 'list-fixed')
  }
  assert.equal(
    answer('list.change', { list: 'letter-template', code: 'undangan', data: templates.hardship }),
    'unreadable',
  )
})

test('LETTER-20 a template is refused for a field that its kind does not have, in its words or its title', () => {
  const change = (own: object) =>
    answer('list.change', { list: 'letter-template', code: 'hardship', data: { ...templates.hardship, ...own } })
  assert.equal(change({ body: `${templates.hardship.body} {faskes}` }), 'template-field')
  assert.equal(change({ title: 'Surat {umur}' }), 'template-field')
  assert.deepEqual(change({ title: 'Surat {nama}' }), ['letter-template', 'hardship', '34.04'])
  for (const wrong of [{ title: '' }, { body: 'pendek' }, { code: '' }, { title: 'dua\nbaris' }, { colour: 'red' }])
    assert.equal(change(wrong), 'unreadable', JSON.stringify(wrong))
})

test('LETTER-30 a pattern is refused when it cannot tell two letters apart', () => {
  const change = (pattern: string, code = 'standard') =>
    answer(code === 'standard' ? 'list.change' : 'list.add', {
      list: 'letter-number',
      code,
      data: { pattern, basis: '' },
    })
  for (const bad of [
    '{kode}/{tahun}',
    '{nomor}/SLRT',
    '{nomor}/{nomor}/{tahun}',
    '{nomor}/{desa}/{tahun}',
    '{nomor}{tahun}',
  ])
    assert.equal(change(bad), 'number-pattern', bad)
  assert.equal(change('x'), 'unreadable')
  assert.deepEqual(change('{nomor}/{kode}/SLRT/{bulan-romawi}/{tahun}'), ['letter-number', 'standard', '34.04'])
  assert.deepEqual(change('{nomor}/CTG/{tahun}', offices.village.id), ['letter-number', offices.village.id, '34.04'])
})

test('LETTER-13 a chain names every level, and nobody initials after the signature', () => {
  const none = { village: null, subdistrict: null, district: null, province: null, nation: null }
  const change = (levels: object) =>
    answer('list.change', { list: 'letter-chain', code: 'hardship', data: { levels, basis: '' } })
  const sign = { act: 'sign', post: 'Koordinator' }
  const initial = { act: 'initial', post: 'Petugas' }
  assert.deepEqual(change({ ...none, village: [initial, sign] }), ['letter-chain', 'hardship', '34.04'])
  for (const village of [
    [sign, initial],
    [initial],
    [],
    [sign, sign],
    [initial, initial, initial, sign],
    [{ ...sign, post: '' }],
  ])
    assert.equal(change({ ...none, village }), 'unreadable', JSON.stringify(village))
  assert.equal(change({ village: [sign] }), 'unreadable')
})

test('LETTER-6 a signer is a person of staff with a post; a purpose has a desil from one to ten, or none', () => {
  const signer = (own: object) =>
    answer('list.add', {
      list: 'letter-signer',
      code: ids.staff(1),
      data: { post: 'Kepala', rank: '', nip: '', ...own },
    })
  assert.deepEqual(signer({}), ['letter-signer', ids.staff(1), '34.04'])
  for (const wrong of [{ nip: '123' }, { post: '' }, { nip: '19680312199003100X' }])
    assert.equal(signer(wrong), 'unreadable')
  const purpose = (maxDesil: number | null) =>
    answer('list.add', { list: 'letter-purpose', code: 'bedah-rumah', data: { maxDesil, basis: 'Perbup' } })
  for (const good of [1, 10, null]) assert.deepEqual(purpose(good), ['letter-purpose', 'bedah-rumah', '34.04'])
  for (const bad of [0, 11, 2.5]) assert.equal(purpose(bad), 'unreadable', String(bad))
})

test('LETTER-32 a pattern by which several offices number says where; two offices never give the same number', () => {
  const change = (pattern: string, letters: Partial<LetterLook>) =>
    answer('list.add', { list: 'letter-number', code: offices.village.id, data: { pattern, basis: '' } }, letters)
  const own = ['letter-number', offices.village.id, '34.04']
  const depok = { pattern: '{nomor}/DPK/{bulan-romawi}/{tahun}', place: '34.04.07' }
  const at = { places: ['34.04.07.2001'], others: [depok] }
  assert.deepEqual(change('{nomor}/CTG/{bulan-romawi}/{tahun}', at), own)
  assert.equal(change(depok.pattern, at), 'number-shared', 'the same pattern')
  assert.equal(change('{nomor}/{kode}/{bulan-romawi}/{tahun}', at), 'number-shared', 'a code could be its short name')
  assert.deepEqual(change('{nomor}/{wilayah}/{tahun}', at), own)
  assert.equal(change('{nomor}/SLRT/{tahun}', { shared: true }), 'number-shared', 'which office?')
  assert.deepEqual(change('{nomor}/SLRT/{wilayah}/{tahun}', { shared: true }), own)
})

test('LETTER-32, LETTER-33, LETTER-34 a rule that names nobody, no office or no picture is refused with what is missing', () => {
  const picture = 'a'.repeat(64)
  const logo = (letters: Partial<LetterLook>, code = 'standard') =>
    answer(code === 'standard' ? 'list.change' : 'list.add', { list: 'letter-logo', code, data: { picture } }, letters)
  assert.deepEqual(logo({}), ['letter-logo', 'standard', '34.04'])
  assert.equal(logo({ isPicture: false }), 'unknown-picture')
  assert.equal(logo({ isThere: false }, 'kantor-lain'), 'unknown-office')
  assert.equal(answer('list.change', { list: 'letter-logo', code: 'standard', data: { picture: 'x' } }), 'unreadable')
  const number = { pattern: '{nomor}/{wilayah}/{tahun}', basis: '' }
  const elsewhere = { list: 'letter-number', code: offices.village.id, data: number } as const
  assert.equal(answer('list.add', elsewhere, { isThere: false }), 'unknown-office')
  const signer = { list: 'letter-signer', code: ids.staff(1), data: { post: 'Kepala', rank: '', nip: '' } } as const
  assert.equal(answer('list.add', signer, { isThere: false }), 'unknown-signer')
})
