import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRule } from '@openslrt/core/programme/check-rule.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { shippedProgrammes } from '@openslrt/core/programme/shipped.ts'
import { vocabulary } from '@openslrt/core/programme/vocabulary.ts'
import { programmesOf } from './programme-address.ts'
import { aboutFact, comparedBy, draftOf, newPart, ruleOf } from './rule-draft.ts'

test('PROG-7 a rule that is opened in the editor and saved as it was says the same', () => {
  for (const { code, versions } of shippedProgrammes)
    for (const { rule } of versions) {
      const saved = ruleOf(draftOf(rule))
      assert.deepEqual(saved, 'all' in rule || 'any' in rule ? rule : { all: [rule] }, code)
    }
  const based: Criterion = {
    not: {
      all: [
        { ask: 'PNS', base: 'Perbup 1' },
        { ask: 'Lulus seleksi', months: 6 },
        { fact: 'desil', is: 'known' },
      ],
    },
  }
  assert.deepEqual(ruleOf(draftOf(based)), based)
  assert.deepEqual(ruleOf(draftOf({ member: { not: { fact: 'hamil', is: 'eq', value: false } } })), {
    member: { not: { fact: 'hamil', is: 'eq', value: false } },
  })
})

test('PROG-7 what is not filled in yet is no value: it is told as a fault, and is not nought', () => {
  const faults = (part: typeof newPart) => checkRule(ruleOf(part), 'family', vocabulary).map(({ code }) => code)
  assert.deepEqual(faults(newPart), ['wrong-value'])
  assert.deepEqual(faults({ ...newPart, values: ['empat'] }), ['wrong-value'])
  for (const odd of ['empat', 'NaN', 'Infinity', '1e999', '4 orang'])
    assert.deepEqual(
      checkRule(ruleOf({ kind: 'all', parts: [{ ...newPart, values: [odd] }] }), 'family', vocabulary).map(
        ({ code }) => code,
      ),
      ['wrong-value'],
      odd,
    )
  assert.deepEqual(faults({ ...newPart, values: ['4'] }), [])
  const space = { ...newPart, fact: 'm2_per_orang', values: [' 7,2 '] }
  assert.deepEqual(ruleOf(space), { fact: 'm2_per_orang', is: 'at-most', value: 7.2 })
  assert.deepEqual(faults({ ...newPart, is: 'between', values: ['1', ''] }), ['wrong-value'])
})

test('PROG-7 another fact brings a comparison that fits it, and forgets the value', () => {
  assert.deepEqual(aboutFact({ ...newPart, values: ['4'] }, 'usia'), { ...newPart, fact: 'usia', values: [''] })
  assert.deepEqual(aboutFact(newPart, 'jenis_kloset'), { ...newPart, fact: 'jenis_kloset', is: 'eq', values: [''] })
  assert.deepEqual(ruleOf(aboutFact(newPart, 'rumah_layak')), { fact: 'rumah_layak', is: 'eq', value: true })
  assert.deepEqual(comparedBy('between', 'count').values, ['', ''])
  assert.deepEqual(comparedBy('in', 'code').values, [])
})

test('PROG-11 an address says which programmes are shown, and what it does not know it passes over', () => {
  assert.deepEqual(programmesOf('cari=beras&bidang=food&pemilik=village&untuk=family&lihat=ended&halaman=2'), {
    q: 'beras',
    show: 'ended',
    page: 2,
    sector: 'food',
    owner: 'village',
    unit: 'family',
  })
  assert.deepEqual(programmesOf('bidang=x&pemilik=&lihat=y'), {
    q: '',
    show: 'now',
    page: 1,
    sector: undefined,
    owner: undefined,
    unit: undefined,
  })
})
