import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStatuses, closures } from '../case/case.ts'
import { dayMs } from '../kernel/instant.ts'
import { aCalendar, monday } from '../testing/a-policy.ts'
import { aPublicCase } from '../testing/a-public-case.ts'
import { sayHours, sayStanding, sayStep } from './say-standing.ts'

const zone = 'Asia/Jakarta'

test('CITIZEN-6 the first sentence says where the case is, since when, and until when', () => {
  const kase = aPublicCase({
    status: 'handling',
    waitingOffice: 'RSUD Sleman',
    totalDueAt: monday + 5 * dayMs,
    referrals: [
      {
        officeName: 'RSUD Sleman',
        status: 'requested',
        requestedAt: monday + dayMs,
        changedAt: monday + dayMs,
        dueAt: null,
      },
    ],
  })
  assert.deepEqual(sayStanding('id', kase, zone, monday + 2 * dayMs), [
    'Laporan Anda sekarang di RSUD Sleman, sejak 3 November.',
    'Jawaban paling lambat 7 November.',
  ])
  assert.deepEqual(sayStanding('en', kase, zone, monday + 2 * dayMs), [
    'Your report is now with RSUD Sleman, since 3 November.',
    'You will have an answer by 7 November.',
  ])
})

test('CITIZEN-7 every status and every closure has its sentence in both languages, with nothing left to fill in', () => {
  for (const lang of ['id', 'en'] as const)
    for (const status of caseStatuses)
      for (const closure of closures) {
        const said = sayStanding(lang, aPublicCase({ status, closure, livesOnAs: '3404-26-000009' }), zone, monday)
        assert.doesNotMatch(said.join(' '), /[{}]|undefined/, `${lang} ${status} ${closure}`)
      }
})

test('CITIZEN-8 a promise that was not kept is said, with whom to ask', () => {
  const kase = aPublicCase({ status: 'handling', totalDueAt: monday, outlook: 'late' })
  assert.match(sayStanding('id', kase, zone, monday + dayMs)[1] ?? '', /sudah lewat.*mohon maaf.*0274 123456/)
})

test('CITIZEN-12 what will most likely be late is said with its day; an office that is late keeps what was promised', () => {
  const second = (own: Parameters<typeof aPublicCase>[0]) =>
    sayStanding('id', aPublicCase({ status: 'handling', ...own }), zone, monday).slice(1)
  assert.deepEqual(second({ outlook: 'at-risk' }), [
    'Jawaban dijanjikan paling lambat 12 November, tetapi kemungkinan besar terlambat.',
  ])
  assert.deepEqual(second({ outlook: 'late' }), [
    'Puskesos Caturtunggal terlambat menangani laporan Anda. Kami mohon maaf. Jawaban tetap dijanjikan paling lambat 12 November.',
  ])
  assert.deepEqual(second({ outlook: null }), [], 'a clock that stands promises nothing')
})

test('TRACK-12 a red card is said to be urgent, with the hour', () => {
  const kase = aPublicCase({ status: 'handling', red: true, dueAt: monday + dayMs })
  assert.deepEqual(sayStanding('id', kase, zone, monday).slice(1), [
    'Jawaban paling lambat 3 November 09.00.',
    'Laporan ini mendesak: dikerjakan siang dan malam, juga pada hari libur.',
  ])
})

test('CITIZEN-9 a year is named when it is another one', () => {
  const [sentence] = sayStanding('id', aPublicCase(), zone, monday + 100 * dayMs)
  assert.match(sentence ?? '', /2 November 2026/)
})

test('CITIZEN-10 a referral step names the office that was asked, and an unknown step keeps its place', () => {
  const asked = { officeName: 'RSUD Sleman', requestedAt: monday, changedAt: monday, dueAt: null }
  const kase = aPublicCase({ referrals: [{ ...asked, status: 'requested' }] })
  const at = { at: monday, officeName: null }
  assert.equal(sayStep('id', { ...at, kind: 'referral.request' }, kase), 'Dirujuk ke RSUD Sleman')
  assert.equal(sayStep('id', { ...at, at: 1, kind: 'case.from-tomorrow' }, kase), 'Ada perkembangan')
})

test('CITIZEN-11 opening hours join the days that are alike', () => {
  assert.equal(sayHours('id', aCalendar()), 'Senin–Kamis 08.00–15.00, Jumat 08.00–14.30')
  assert.equal(sayHours('en', aCalendar()), 'Monday–Thursday 08:00–15:00, Friday 08:00–14:30')
})
