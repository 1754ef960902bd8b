import assert from 'node:assert/strict'
import { test } from 'node:test'
import { programmeCommandData } from '@openslrt/core/contract/programme.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { OfficeLevel } from '@openslrt/core/office/office.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { factFrom } from '@openslrt/core/programme/place-facts.ts'
import { shippedProgrammes } from '@openslrt/core/programme/shipped.ts'
import { vocabulary, vocabularyWith } from '@openslrt/core/programme/vocabulary.ts'
import '../../testing/once/tsx.ts'
import { aProgrammeCard, hungerFact, pkhFact } from '../../testing/a-programme-card.ts'
import { sari } from '../../testing/draw-desk.ts'
import { aboutFact, comparedBy, draftOf, newPart, ruleOf } from './rule-draft.ts'

const { blankCriteria, criteriaFaults, criteriaFrom, criteriaNow, criteriaOf } = await import('./criteria-values.ts')
const { conflictsOf, isHalf } = await import('./conflicts-field.tsx')
const { nameOfKey } = await import('./excludes-field.tsx')
const { asksVillage } = await import('./programme-values.ts')

const t = sayIn('id')
const known = vocabularyWith([pkhFact, hungerFact].map(factFrom))
const today = '2026-11-22'

test('PROG-10 new criteria begin as those that hold today; of what has not begun, as those that will hold first', () => {
  const card = aProgrammeCard()
  const from = (on: string) => criteriaNow({ ...card, today: on })?.from
  assert.deepEqual(
    ['2025-01-01', '2026-01-01', '2026-05-31', '2026-06-01', '2026-12-31', '2027-01-01', '2030-01-01'].map(from),
    ['2026-01-01', '2026-01-01', '2026-01-01', '2026-06-01', '2026-06-01', '2027-01-01', '2027-01-01'],
  )
  assert.equal(criteriaNow({ versions: [], today }), undefined)
  assert.deepEqual(criteriaFrom(undefined, today), blankCriteria(today))
})

test('PROG-10 criteria that were opened and not touched are sent as they were, from the day that is chosen', () => {
  const line = criteriaNow(aProgrammeCard())
  assert.ok(line)
  assert.deepEqual(criteriaOf(criteriaFrom(line, '2027-03-01'), known), { ...line, from: '2027-03-01' })
})

test('PROG-12 every shipped programme opens in the form, without a fault, and leaves it in the shape of the wire', () => {
  const { data } = programmeCommandData['programme.set-criteria']
  for (const { code, unit, versions } of shippedProgrammes)
    for (const version of versions) {
      const values = criteriaFrom({ ...version, excludes: [], conflicts: [...version.conflicts] }, today)
      assert.deepEqual(criteriaFaults(values, unit, vocabulary, t), {}, code)
      assert.ok(data.safeParse(criteriaOf(values, vocabulary)).success, code)
    }
})

test('PROG-8 words are sent without what stands around them, and lines of which nothing was typed not at all', () => {
  const values = {
    ...blankCriteria(today),
    legal: ' Perbup 1 ',
    criteriaNote: '\n x ',
    conflicts: [
      { says: '', source: ' ' },
      { says: ' Desil 5 ', source: ' Laman ' },
    ],
  }
  const { legal, note, conflicts } = criteriaOf(values, known)
  assert.deepEqual([legal, note, conflicts], ['Perbup 1', 'x', [{ says: 'Desil 5', source: 'Laman' }]])
})

test('PROG-8 half of a source that differs is a fault, an empty line is none', () => {
  const faults = (says: string, source: string) =>
    criteriaFaults(
      { ...criteriaFrom(criteriaNow(aProgrammeCard()), today), conflicts: [{ says, source }] },
      'family',
      known,
      t,
    ).conflicts
  assert.equal(faults('', ''), undefined)
  assert.equal(faults('Desil 5', 'Laman'), undefined)
  for (const [says, source] of [
    ['Desil 5', ''],
    ['', 'Laman'],
    ['De', 'Laman'],
    ['Desil 5', '  x '],
  ] as const)
    assert.equal(faults(says, source), t('programme.form.conflicts.half'), `${says}/${source}`)
  assert.deepEqual(conflictsOf([{ says: ' ', source: '' }]), [])
  assert.ok(isHalf({ says: 'abc', source: 'ab' }) && !isHalf({ says: 'abc', source: 'abc' }))
})

test('PROG-7 what is missing is told at its field: the day, and a rule that can not be meant where it is saved', () => {
  const faults = (own: object, unit: 'family' | 'person' = 'family', vocab = known) =>
    Object.keys(criteriaFaults({ ...criteriaFrom(criteriaNow(aProgrammeCard()), today), ...own }, unit, vocab, t))
  assert.deepEqual(faults({}), [])
  assert.deepEqual(faults({ from: '' }), ['from'])
  assert.deepEqual(faults(blankCriteria(today)), ['rule'])
  assert.deepEqual(faults({}, 'family', vocabulary), ['rule'], 'an indicator that this place does not have')
  const old: Criterion = { fact: 'usia', is: 'at-least', value: 70 }
  assert.deepEqual([faults({ rule: draftOf(old) }), faults({ rule: draftOf(old) }, 'person')], [['rule'], []])
})

test('PROG-17 a draft about what only the place knows is read by its kind', () => {
  const hungry = aboutFact(newPart, 'lokal-makan', known)
  assert.deepEqual(ruleOf(hungry, known), { fact: 'lokal-makan', is: 'eq', value: true })
  const taken = { ...aboutFact(newPart, 'program-pkh', known), ...comparedBy('in', 'code'), values: ['never'] }
  assert.deepEqual(ruleOf(taken, known), { fact: 'program-pkh', is: 'in', value: ['never'] })
  assert.equal(nameOfKey('pkh', known, 'id'), 'PKH')
  assert.equal(nameOfKey('bst', known, 'id'), 'bst', 'one that nobody names any more')
})

test('PROG-9 a village is asked for where an office above writes for one, and nowhere else', () => {
  const [post] = sari().posts
  assert.ok(post)
  const at = (level: OfficeLevel) => ({ ...post, level })
  const owners = ['village', 'district', 'non-government'] as const
  assert.deepEqual(
    owners.map((owner) => asksVillage(owner, at('district'))),
    [true, false, false],
  )
  assert.deepEqual([asksVillage('village', at('village')), asksVillage('village', null)], [false, false])
  assert.ok(asksVillage('village', at('subdistrict')))
})
