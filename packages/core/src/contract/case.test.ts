import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseActions, caseRule } from '../case/moves.ts'
import { keysOf } from '../kernel/keys.ts'
import { referralSteps } from '../referral/moves.ts'
import { registration } from '../testing/a-case.ts'
import { caseData, referralData } from '../testing/moves.ts'
import { caseMoveData, code, nikText, note, phoneText, registerData, text } from './case.ts'
import { caseRoutes } from './case-queries.ts'
import { referenceRoutes } from './reference-queries.ts'
import { referralMoveData } from './referral.ts'

test('WIRE-1 every move of the law can cross the wire, and nothing else', () => {
  assert.deepEqual(keysOf(caseMoveData).toSorted(), [...caseActions].toSorted())
  assert.deepEqual(
    keysOf(referralMoveData).toSorted(),
    [...referralSteps, 'request', 'redirect', 'give-link', 'revoke-link', 'remind', 'overdue'].toSorted(),
  )
})

for (const action of caseActions) {
  test(`WIRE-1 ${action} lets in what it carries, and no field more`, () => {
    const schema = caseMoveData[action]
    assert.deepEqual(schema.parse(JSON.parse(JSON.stringify(caseData[action]))), caseData[action])
    assert.equal(schema.safeParse({ ...caseData[action], extra: 1 }).success, false)
    assert.equal(schema.safeParse({}).success, false)
  })

  test(`WIRE-2 ${action} ${caseRule(action).note === 'required' ? 'is stopped at the door' : 'passes'} without words`, () => {
    const silent = caseMoveData[action].safeParse({ ...caseData[action], note: '   ' })
    assert.equal(silent.success, caseRule(action).note === 'optional')
  })
}

for (const action of keysOf(referralData)) {
  test(`WIRE-1 referral ${action} lets in what it carries, and no field more`, () => {
    const schema = referralMoveData[action]
    assert.deepEqual(schema.parse(JSON.parse(JSON.stringify(referralData[action]))), referralData[action])
    assert.equal(schema.safeParse({ ...referralData[action], extra: 1 }).success, false)
  })
}

test('WIRE-2 half of a sign of two is kept as the database would keep it, a whole one as it is', () => {
  assert.equal(text(20).parse('ada \ud83d lagi'), 'ada \ufffd lagi')
  assert.equal(text(20).parse('ada 😀 lagi'), 'ada 😀 lagi')
})

test('WIRE-2 what a search or a filter is asked for holds no control character, as any text', () => {
  for (const schema of [caseRoutes.queue.query.shape.number, referenceRoutes.places.query.shape.q]) {
    assert.equal(schema.safeParse('a\u0000').success, false)
    assert.equal(schema.safeParse('Sinduadi').success, true)
  }
})

test('WIRE-1 a registration lets in what it carries, and no field more', () => {
  const data = registration()
  assert.deepEqual(registerData.parse(data), data)
  assert.equal(registerData.safeParse({ ...data, office: 'mine' }).success, false)
  assert.equal(registerData.safeParse({ ...data, client: { ...data.client, age: 70 } }).success, false)
  assert.equal(registerData.safeParse({ ...data, summary: 'ok' }).success, false)
  assert.equal(registerData.safeParse({ ...data, place: '34.04' }).success, false)
})

test('WIRE-3 text is trimmed, keeps one spelling of line breaks, and carries no control characters', () => {
  assert.equal(note.parse('  satu\r\ndua\rtiga\t.  '), 'satu\ndua\ntiga\t.')
  for (const bad of ['\u0000', 'a\u0007b', 'a\u001bb', 'a\u007fb'])
    assert.equal(note.safeParse(`x${bad}x`).success, false)
  assert.equal(note.parse('Tidak “bisa” – déjà vu 😀'), 'Tidak “bisa” – déjà vu 😀')
})

test('WIRE-3 text has a bound, counted after trimming', () => {
  assert.equal(text(5).safeParse('  12345  ').success, true)
  assert.equal(text(5).safeParse('123456').success, false)
})

test('WIRE-4 numbers of people have their form', () => {
  assert.equal(nikText.safeParse('3404075203600001').success, true)
  for (const bad of ['340407520360000', '3404075203600001 ', '340407520360000a'])
    assert.equal(nikText.safeParse(bad).success, false)
  for (const good of ['081234567890', '+62 812-3456-7890', '(0274) 512345'])
    assert.equal(phoneText.safeParse(good).success, true, good)
  assert.equal(phoneText.safeParse('0812 tanya Budi').success, false)
})

test('WIRE-4 codes are small letters, digits and dashes', () => {
  for (const good of ['pbi-inactive', '3-hari', 'a']) assert.equal(code.safeParse(good).success, true, good)
  for (const bad of ['', '-a', 'PBI', 'a b', "a'b", 'a'.repeat(61)])
    assert.equal(code.safeParse(bad).success, false, bad)
})
