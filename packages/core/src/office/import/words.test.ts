import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRoles } from '../../access/shipped-roles.ts'
import { translate } from '../../i18n/translate.ts'
import { officeKinds } from '../office.ts'
import { kindMeant, roleMeant, roleName, yesOrNo } from './words.ts'

const roles = new Map<string, object>([...shippedRoles.map(({ code }) => [code, {}] as const), ['relawan', {}]])

test('IMPORT-1 kinds and roles are known by their names in both languages, by what stands in brackets, and by code', () => {
  for (const kind of officeKinds)
    for (const said of [
      kind,
      translate('id', `office-kind.${kind}`),
      translate('en', `office-kind.${kind}`).toUpperCase(),
    ])
      assert.equal(kindMeant(said), kind, said)
  for (const { code } of shippedRoles)
    for (const said of [code, roleName(code, 'id'), roleName(code, 'en')])
      assert.equal(roleMeant(said, roles), code, said)
  assert.deepEqual(
    [roleMeant('BO', roles), roleMeant('petugas depan', roles), roleMeant('Relawan', roles)],
    ['bo', 'fo', 'relawan'],
  )
  assert.deepEqual(
    [kindMeant('toko'), kindMeant(''), roleMeant('satpam', roles), roleMeant('bo', new Map())],
    [null, null, null, null],
  )
  assert.equal(roleName('relawan', 'id'), 'relawan')
})

test('IMPORT-1 no two kinds and no two roles share a word', () => {
  for (const lang of ['id', 'en'] as const) {
    const names = shippedRoles.map(({ code }) => roleName(code, lang))
    assert.equal(new Set(names).size, names.length)
  }
})

test('IMPORT-9 yes and no in both languages, nothing, or a word that is neither', () => {
  for (const yes of ['ya', 'Ya', ' YES ', 'true', '1', 'aktif']) assert.equal(yesOrNo(yes), true, yes)
  for (const no of ['tidak', 'no', 'FALSE', '0', 'Tidak aktif']) assert.equal(yesOrNo(no), false, no)
  assert.deepEqual([yesOrNo(''), yesOrNo('  '), yesOrNo('mungkin')], [null, null, undefined])
})
