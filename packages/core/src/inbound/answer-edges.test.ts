import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { restrictedKinds } from '../access/permission.ts'
import { contactWays } from '../case/case.ts'
import { taughtLabels } from '../intake/labels.ts'
import { neededFields } from '../intake/report.ts'
import { contactCares } from '../notice/contact.ts'
import { asGsm, gsmLength, smsLength } from '../notice/fill.ts'
import { aCase } from '../testing/a-case.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { AnswerSays } from './answer.ts'
import { answerText, answerWords, firstAnswer, mayHaveReceipt, mostAnswersAnHour } from './answer.ts'

const says: AnswerSays = {
  office: 'Puskesos Caturtunggal',
  missing: [],
  number: '3404-26-000123',
  secret: 'k7mw-p3qx',
  url: 'https://slrt.slemankab.go.id/lacak',
}
const office = ids.office(1)
const village = { name: 'Sinduadi', subdistrict: '' }

/** What was found for a message, what it says, and what its sender is answered. */
const first: readonly (readonly [
  why: string,
  known: boolean,
  villages: number,
  missing: readonly (typeof neededFields)[number][] | null,
  what: string,
])[] = [
  ['words for a known office', true, 0, null, 'received'],
  ['words with a village for a known office', true, 1, null, 'received'],
  ['words for nobody', false, 0, null, 'unsorted'],
  ['words with a village that nobody serves', false, 1, null, 'received'],
  ['a whole report for a known office', true, 1, [], 'received'],
  ['a whole report for nobody', false, 1, [], 'received'],
  ['a report without its kind', true, 1, ['kind'], 'incomplete'],
  ['a report without anything, for nobody', false, 0, neededFields, 'incomplete'],
]
for (const [why, known, villages, missing, what] of first)
  test(`INBOUND-4 ${why} is answered: ${what}`, () => {
    const understood = { reports: missing ? 1 : 0, villages: Array.from({ length: villages }, () => village), missing }
    assert.deepEqual(firstAnswer({ office: known ? office : null }, understood), {
      what,
      missing: what === 'incomplete' ? missing : [],
    })
  })

test('INBOUND-4 whoever writes without end is answered a dozen times in an hour, and no more', () => {
  assert.equal(mostAnswersAnHour, 12)
})

test('INBOUND-4 what is asked for is named as the template teaches it, in its order', () => {
  const text = answerText('incomplete', { ...says, missing: neededFields })
  assert.ok(text.includes('Nama, Desa, Jenis, Bidang/Kategori.'), text)
  assert.ok(neededFields.every((field) => text.includes(taughtLabels[field])))
})

const letters = [...'abcdefghij KLMNOPQRST éü', '…', '“', '–', '€', '[', '🏥', 'ā']
const aName = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 200 })
  .map((signs) => signs.join('').trim())
property(
  'INBOUND-4 whatever an office is called, an answer is one text message, and number, secret and address stand in it whole',
  fc.tuple(aName, fc.subarray([...neededFields]), fc.boolean()),
  ([name, missing, withUrl]) => {
    const url = withUrl ? says.url : ''
    for (const what of answerWords) {
      const text = answerText(what, { ...says, office: name, missing, url })
      assert.ok(gsmLength(text) <= smsLength, `${gsmLength(text)}: ${text}`)
      assert.equal(asGsm(text), text, 'only signs that every phone has')
      if (what === 'registered')
        for (const code of [says.number, says.secret, url]) assert.ok(text.includes(code), text)
      if (what === 'incomplete') for (const field of missing) assert.ok(text.includes(taughtLabels[field]), text)
    }
  },
)

test('INBOUND-4 signs that phones do not have, at the end of a long name, do not make a second message of it', () => {
  for (const sign of ['🏥', '…', '€', '“', 'ā']) {
    const name = `Pusat Kesejahteraan Sosial Kalurahan Condongcatur ${sign.repeat(12)}`
    for (const what of answerWords) {
      const text = answerText(what, { ...says, office: name, missing: neededFields })
      assert.ok(gsmLength(text) <= smsLength, `${sign} ${gsmLength(text)}: ${text}`)
      assert.equal(text.includes('Pusat Kesejahteraan'), what !== 'unsorted')
    }
  }
})

test('INBOUND-4 the words of a sender never come back: an answer says nothing but what the house knows', () => {
  for (const what of answerWords) {
    const text = answerText(what, { ...says, url: '' })
    assert.doesNotMatch(text, /[{}]|undefined|null/, text)
    assert.match(text, /^SLRT/, text)
  }
})

const own = '0812 3456 7890'
const kase = aCase('registered', { contactVia: 'whatsapp', contactCare: null, clientPhone: own })
/** One number in the ways that it is written, and numbers that only look like it. */
const spellings: readonly (readonly [sender: string, theirs: boolean])[] = [
  ['6281234567890', true],
  ['+6281234567890', true],
  ['+62 812-3456-7890', true],
  ['081234567890', true],
  ['(0812) 34567890', true],
  ['6281234567891', false],
  ['62812345678900', false],
  ['81234567', false],
  ['', false],
]
for (const [sender, theirs] of spellings)
  test(`INBOUND-8 ${JSON.stringify(sender)} is ${theirs ? 'the citizen’s own phone' : 'somebody else’s phone'}`, () => {
    const silent = { ...kase, contactVia: 'none' } as const
    assert.equal(mayHaveReceipt(silent, sender), !theirs)
    assert.equal(mayHaveReceipt(kase, sender), true)
  })

const anyCase = fc.record({
  contactVia: fc.constantFrom(...contactWays),
  contactCare: fc.option(fc.subarray([...contactCares])),
  clientPhone: fc.option(fc.constantFrom(own, '0812-3456-7891', '+62 812 3456 7890')),
  restricted: fc.option(fc.constantFrom(...restrictedKinds)),
})
property(
  'INBOUND-8 whatever else a case says, no secret goes where it may harm, nor where others read the phone',
  fc.tuple(anyCase, fc.constantFrom('6281234567890', '6281234567891', '628999')),
  ([said, sender]) => {
    const may = mayHaveReceipt({ ...kase, ...said }, sender)
    const care = said.contactCare ?? []
    if (said.restricted !== null || care.includes('unsafe') || care.includes('shared-phone')) assert.equal(may, false)
    else if (said.clientPhone === null) assert.equal(may, true, 'a helper who wrote for somebody without a phone')
  },
)
