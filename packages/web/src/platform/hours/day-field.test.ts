import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en } from '@navikt/ds-react/locales'
import { Provider } from '@navikt/ds-react/Provider'
import type { ReactNode } from 'react'
import { draw, made } from '../../testing/draw.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { akselInIndonesian } from '../i18n/aksel-texts.ts'
import { dateOf, dayOf, dayText } from './day-text.ts'

const { DayField } = await import('./day-field.tsx')
const { DayPicker } = await import('./day-picker.tsx')

type Given = Parameters<typeof DayPicker>[0]
const given = (own: Partial<Given>): Given => ({
  id: 'from',
  label: 'Berlaku mulai',
  min: '2026-11-22',
  value: '2027-01-31',
  error: undefined,
  onChange: () => undefined,
  ...own,
})
const inIndonesian = (node: ReactNode): Part =>
  draw(made(Provider, { locale: en, translations: akselInIndonesian, children: node }))
const field = (own: Partial<Given> = {}): Part => inIndonesian(made(DayPicker, given(own)))

test('LISTS-12 a day is asked for under its name, and written as people here write it', () => {
  const drawn = field()
  const input = only(drawn, 'input')
  assert.deepEqual(
    ['type', 'value', 'id'].map((name) => valueOf(input, name)),
    [null, '31/01/2027', 'from'],
  )
  const label = only(drawn, 'label')
  assert.deepEqual([textOf(label), valueOf(label, 'for')], ['Berlaku mulai', 'from'])
  assert.equal(valueOf(only(drawn, 'button'), 'title'), 'Buka kalender')
})

test('LISTS-12 until the calendar is there the day stands in the same place and cannot be written over', () => {
  const drawn = inIndonesian(made(DayField, given({})))
  const input = only(drawn, 'input')
  assert.deepEqual(
    ['value', 'id'].map((name) => valueOf(input, name)),
    ['31/01/2027', 'from'],
  )
  assert.equal(find(drawn, 'button').length, 0)
})

test('LISTS-12 whoever can’t see the field hears its hint and what is wrong with it', () => {
  const both = { description: 'Hari ini atau sesudahnya.', error: 'Pilih hari.' }
  const drawn = field(both)
  const notes = (valueOf(only(drawn, 'input'), 'aria-describedby') ?? '').split(' ')
  const heard = notes.map((id) => textOf(only(drawn, 'div', { id }))).join(' ')
  for (const text of Object.values(both)) assert.ok(heard.includes(text), text)
  assert.equal(valueOf(only(drawn, 'input'), 'aria-invalid'), 'true')
  assert.notEqual(valueOf(only(field(), 'input'), 'aria-invalid'), 'true')
})

test('LISTS-12 a day is the same on its way into the calendar and back, and what is no day is none', () => {
  for (const day of ['2026-01-01', '2026-12-31', '2028-02-29']) assert.equal(dayOf(dateOf(day)), day)
  assert.deepEqual(
    [dateOf(''), dateOf('besok'), dayOf(undefined), dayOf(new Date(Number.NaN))],
    [undefined, undefined, '', ''],
  )
  assert.deepEqual([dayText('2026-11-02'), dayText('')], ['02/11/2026', ''])
})
