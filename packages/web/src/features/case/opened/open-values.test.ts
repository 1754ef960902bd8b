import '../../../testing/once/tsx.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerData } from '@openslrt/core/contract/case.ts'
import type { ListItem } from '@openslrt/core/contract/reference-queries.ts'
import type { OpenValues } from './open-values.ts'

const { emptyOpening, openingOf, restrictedIn, wrongIn } = await import('./open-values.ts')
const { openedTabs, showOf } = await import('./opened-address.ts')

const filled: OpenValues = {
  ...emptyOpening,
  name: ' Paijo ',
  place: { code: '34.04.07.2001', label: 'Caturtunggal, Depok' },
  phone: '0812 3456 7890',
  nik: '3404 0701 0180 0002',
  category: 'pbi-inactive',
  summary: ' Biaya rawat inap belum terjamin ',
  basis: 'verbal',
  words: ' Perawat Siti ',
}
const item = (code: string, data: object = {}): ListItem => ({ code, names: { id: code, en: code }, data }) as ListItem
const told = {
  category: item('pbi-inactive', { kinds: ['complaint'] }),
  channels: [item('other-office')],
  reporter: 'Ratna',
}

test('OPEN-4 an empty form says what is missing, a filled one passes', () => {
  assert.deepEqual(Object.keys(wrongIn(emptyOpening)), ['name', 'place', 'category', 'summary', 'basis'])
  assert.deepEqual(wrongIn(filled), {})
  assert.deepEqual(wrongIn({ ...filled, nik: '12', phone: 'x', words: ' ' }), {
    phone: 'case.wrong.phone',
    nik: 'case.wrong.nik',
    words: 'open.words.missing',
  })
  assert.deepEqual(wrongIn({ ...filled, basis: 'form', words: '' }), {})
})

test('OPEN-4 what is sent is a registration, told by whoever typed it, of the kind that its category is for', () => {
  const data = openingOf(filled, told)
  assert.equal(registerData.safeParse(data).success, true)
  assert.deepEqual(
    [data.kind, data.channel, data.summary, data.client.name, data.client.nik, data.contactVia, data.consent],
    [
      'complaint',
      'other-office',
      'Biaya rawat inap belum terjamin',
      'Paijo',
      '3404070101800002',
      'whatsapp',
      { basis: 'verbal', words: 'Perawat Siti' },
    ],
  )
  assert.deepEqual(data.reporter, { name: 'Ratna', phone: null, relation: 'officer', anonymous: false })
})

test('OPEN-4 without a phone nobody is called, and a list without the channel has another', () => {
  const data = openingOf({ ...filled, phone: ' ' }, { ...told, channels: [item('walk-in')] })
  assert.deepEqual([data.client.phone, data.contactVia, data.channel], [null, 'none', 'walk-in'])
})

test('OPEN-4 a category that is restricted makes a restricted case', () => {
  const category = item('violence', { kinds: ['complaint'], restricted: 'violence' })
  assert.equal(openingOf(filled, { ...told, category }).restricted, 'violence')
  assert.deepEqual([restrictedIn(told.category), restrictedIn(undefined)], [null, null])
})

test('OPEN-5 an address shows the part of the list that it names, and what is under way when it names none', () => {
  assert.deepEqual(
    openedTabs.map(({ address }) => showOf(address ? `tab=${address}` : '')),
    ['open', 'over', 'all'],
  )
  assert.equal(showOf('tab=lain'), 'open')
})
