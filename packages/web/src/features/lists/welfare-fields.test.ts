import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { psksFieldKinds } from '@openslrt/core/psks/kinds.ts'
import type { Form } from '../../platform/act/use-form.ts'
import { made } from '../../testing/draw.ts'
import { drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'
import type { ItemValues } from './item-form.ts'
import { valuesOf } from './item-form.ts'
import './texts.ts'

const { WelfareFields } = await import('./welfare-fields.tsx')

const t = sayIn('id')
const shipped = (list: string, code: string): ItemValues => {
  const item = shippedLists.items.find((one) => one.list === list && one.code === code)
  assert.ok(item)
  const line = {
    code,
    names: item.names,
    data: item.data,
    holds: true,
    place: null,
    mayEnd: true,
    said: [],
    uses: null,
  }
  return valuesOf(line as unknown as Parameters<typeof valuesOf>[0], '2026-11-22')
}
const formOf = (values: ItemValues, errors: Form<ItemValues>['errors'] = {}): Form<ItemValues> =>
  ({
    values,
    errors,
    change: () => {},
    field: (name: keyof ItemValues) => ({ id: name, value: values[name], error: errors[name], onChange: () => {} }),
  }) as unknown as Form<ItemValues>
const drawn = (list: 'ppks-type' | 'psks-kind' | 'cell-limit', form: Form<ItemValues>): Part =>
  drawDesk(made(WelfareFields, { list, form }), [], sari(['lists.manage']))
const valuesIn = (page: Part): readonly (string | null)[] => find(page, 'input').map((one) => valueOf(one, 'value'))

test('LISTS-13 a type of PPKS is asked for its number and whether it is restricted', () => {
  const page = drawn('ppks-type', formOf(shipped('ppks-type', 'hiv')))
  assert.ok(textOf(page).includes(t('lists.form.ministry-number')) && textOf(page).includes(t('lists.form.restricted')))
  assert.ok(valuesIn(page).includes('16'))
  assert.ok(!textOf(page).includes(t('lists.form.fields')))
})

test('LISTS-13 a kind of PSKS shows every field with both names, how it is answered, and a way to take it away', () => {
  const page = drawn('psks-kind', formOf(shipped('psks-kind', 'youth')))
  for (const words of ['Klasifikasi', 'Class', 'Jumlah anggota', 'Members'])
    assert.ok(valuesIn(page).includes(words), words)
  const drops = find(page, 'button').filter((one) => textOf(one) === t('lists.form.fields.drop'))
  assert.equal(drops.length, 5)
  assert.ok(find(page, 'button').some((one) => textOf(one) === t('lists.form.fields.add')))
  const kinds = find(page, 'option').map((one) => valueOf(one, 'value'))
  for (const kind of psksFieldKinds) assert.equal(kinds.filter((one) => one === kind).length, 5, kind)
  const named = find(page, 'input').map((one) => valueOf(one, 'id'))
  assert.equal(new Set(named).size, named.length, 'no two inputs have one id')
})

test('LISTS-13 a limit is asked for its number and its legal base, and what is wrong stands beside it', () => {
  const values = { ...shipped('cell-limit', 'ppks'), amount: '1' }
  const page = drawn('cell-limit', formOf(values, { amount: t('lists.form.least.wrong') }))
  for (const words of [t('lists.form.least'), t('lists.form.least.hint'), t('lists.form.least.wrong')])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(!textOf(page).includes(t('lists.form.ministry-number')))
})
