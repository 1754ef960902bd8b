import assert from 'node:assert/strict'
import { test } from 'node:test'
import { programmeCommandData } from '../contract/programme.ts'
import { ledgerOf, placeCode } from '../place/code.ts'
import { setup } from '../testing/actors.ts'
import { checkRule } from './check-rule.ts'
import { decideProgramme } from './decide.ts'
import { shippedProgrammes } from './shipped.ts'
import { vocabulary } from './vocabulary.ts'

test('PROG-12 every programme that is shipped has a rule that can be meant, and opens', () => {
  assert.equal(new Set(shippedProgrammes.map(({ code }) => code)).size, shippedProgrammes.length)
  for (const { versions, ...words } of shippedProgrammes) {
    const [first, ...later] = versions
    assert.ok(first, words.code)
    for (const { rule } of versions) assert.deepEqual(checkRule(rule, words.unit, vocabulary), [], words.code)
    const days = versions.map(({ from }) => from)
    assert.deepEqual(days, days.toSorted(), words.code)
    assert.equal(new Set(days).size, 1 + later.length, words.code)
    const data = programmeCommandData['programme.open'].data.parse({ ...words, ...first, office: null, replaces: null })
    const look = {
      now: 0,
      day: '2026-11-22',
      vocabulary,
      officeKind: null,
      knowsPlace: true,
      officePlace: null,
      replaced: null,
    }
    const move = { kind: 'programme.open', subject: 'c0000000-0000-4000-8000-000000000001', data } as const
    const opened = decideProgramme(null, move, setup, look)
    assert.ok(opened.ok && opened.value.changes[0]?.set.district === ledgerOf(placeCode.parse(words.place)), words.code)
  }
})

test('PROG-12 the catalogue holds the programmes of the field, their limits as data, and says where sources differ', () => {
  const limits = Object.fromEntries(
    shippedProgrammes.flatMap(({ code, versions }) => {
      const rule = JSON.stringify(versions.at(-1)?.rule ?? {})
      const most = /"fact":"desil","is":"at-most","value":(\d+)/.exec(rule)?.[1]
      return most ? [[code, Number(most)]] : []
    }),
  )
  assert.deepEqual(limits, {
    pkh: 4,
    sembako: 4,
    'pbi-jkn': 5,
    pip: 4,
    'kip-kuliah': 5,
    atensi: 4,
    pena: 4,
    kube: 4,
    'sekolah-rakyat': 2,
    'spmb-afirmasi': 5,
    'santunan-kematian': 5,
    'keringanan-pbb': 4,
    'pkh-plus': 4,
  })
  const rest =
    'aspd atensi banpang baznas blt-dbhcht blt-dd bsps bsu csr bantuan-yatim jamkesda jampersal kur kusuka listrik lpg-3kg mbg rutilahu'
  const codes = new Set(shippedProgrammes.map(({ code }) => code))
  assert.deepEqual(
    rest.split(' ').filter((code) => !codes.has(code)),
    [],
  )
  const disputed = shippedProgrammes.filter(({ versions }) => versions.some(({ conflicts }) => conflicts.length > 0))
  assert.deepEqual(
    disputed.map(({ code }) => code),
    ['sembako', 'kip-kuliah', 'pena', 'spmb-afirmasi'],
  )
  assert.ok(disputed.every(({ certainty }) => certainty !== 'sure'))
})
