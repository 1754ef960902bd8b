import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referralStatuses } from '../referral/referral.ts'
import { monday } from '../testing/a-policy.ts'
import { fillSms, gsmLength, smsLength } from './fill.ts'
import { citizenSlots } from './says.ts'
import { noticeLines } from './templates.ts'

const there = { zone: 'Asia/Jakarta', now: monday, url: 'https://slrt.slemankab.go.id/lacak' } as const
const written = { officeName: 'Puskesos Caturtunggal', until: null, step: null } as const
const number = '3404-26-000123'

test('NOTICE-5 a citizen reads the number, the office and where to look', () => {
  assert.deepEqual(citizenSlots(number, written, there), {
    number,
    office: 'Puskesos Caturtunggal',
    url: 'https://slrt.slemankab.go.id/lacak',
  })
})

test('NOTICE-5 the day is said as people say it, in the zone of the district, with the year when it is another', () => {
  const dateOf = (until: string, zone: string = there.zone) =>
    citizenSlots(number, { ...written, until: Date.parse(until) }, { ...there, zone }).date
  assert.equal(dateOf('2026-11-24T12:00:00+07:00'), '24 November')
  assert.equal(dateOf('2027-01-05T12:00:00+07:00'), '5 Januari 2027')
  // Late in the evening in Sleman it is the next day in Jayapura.
  assert.equal(dateOf('2026-11-24T23:00:00+07:00', 'Asia/Jayapura'), '25 November')
})

test('NOTICE-5 every step of a referral is said in the words of the citizen’s page', () => {
  const words = referralStatuses.map((step) => citizenSlots(number, { ...written, step }, there).step)
  assert.equal(new Set(words).size, referralStatuses.length)
  assert.equal(words[referralStatuses.indexOf('accepted')], 'Bersedia membantu')
  for (const word of words) assert.doesNotMatch(word ?? '', /public\.|[{}]/)
})

test('NOTICE-6 whatever the step and the day, a message fits with the name of a usual office', () => {
  const days = ['2026-11-24', '2027-09-30', '2028-12-31'].map((day) => Date.parse(day))
  for (const [code, template] of noticeLines)
    for (const step of referralStatuses)
      for (const until of days) {
        const slots = citizenSlots(number, { officeName: 'Sekretariat SLRT Kabupaten Gunungkidul', until, step }, there)
        const said = fillSms(template, slots)
        assert.ok(gsmLength(said) <= smsLength, `${code} ${step}: ${said}`)
      }
})
