import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draw, made } from '../../testing/draw.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { DayField } = await import('./day-field.tsx')
const field = (own: Partial<Parameters<typeof DayField>[0]> = {}): Part =>
  draw(
    made(DayField, {
      id: 'from',
      label: 'Berlaku mulai',
      min: '2026-11-22',
      value: '2027-01-31',
      error: undefined,
      onChange: () => undefined,
      ...own,
    }),
  )

test('LISTS-12 a day is asked for from today on, under its name', () => {
  const drawn = field()
  const input = only(drawn, 'input')
  assert.deepEqual(
    ['type', 'min', 'value', 'id'].map((name) => valueOf(input, name)),
    ['date', '2026-11-22', '2027-01-31', 'from'],
  )
  const label = only(drawn, 'label')
  assert.deepEqual([textOf(label), valueOf(label, 'for')], ['Berlaku mulai', 'from'])
})

test('LISTS-12 whoever can’t see the field hears its hint and what is wrong with it, and nothing that is not there', () => {
  const notes = (own: Parameters<typeof field>[0]): readonly string[] =>
    (valueOf(only(field(own), 'input'), 'aria-describedby') ?? '').split(' ').filter(Boolean)
  assert.deepEqual(notes({}), [])
  assert.deepEqual(notes({ description: 'Hari ini atau sesudahnya.' }), ['from-hint'])
  assert.deepEqual(notes({ error: 'Pilih hari.' }), ['from-error'])
  const both = { description: 'Hari ini atau sesudahnya.', error: 'Pilih hari.' }
  assert.deepEqual(notes(both), ['from-hint', 'from-error'])
  const drawn = field(both)
  for (const [id, text] of [
    ['from-hint', both.description],
    ['from-error', both.error],
  ])
    assert.ok(textOf(only(drawn, 'div', { id: id ?? '' })).includes(text ?? ''), id)
})

test('LISTS-12 a day that can’t be taken is marked as such, and a good one is not', () => {
  const marked = (error: string | undefined) => valueOf(only(field({ error }), 'input'), 'aria-invalid')
  assert.deepEqual([marked('Pilih hari.'), marked(undefined)], ['true', 'false'])
  assert.equal(find(field(), 'svg').length, 0)
  assert.ok(find(field({ error: 'Pilih hari.' }), 'svg').length > 0, 'by more than its colour')
})
