import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { caseStatuses } from '../case/case.ts'
import { nextStep } from '../case/next-step.ts'
import { outlooks } from '../case/pressing.ts'
import type { ToldCase } from '../contract/public-case.ts'
import { dayMs } from '../kernel/instant.ts'
import { monday } from '../testing/a-policy.ts'
import { aPublicCase } from '../testing/a-public-case.ts'
import { property } from '../testing/property.ts'
import { sayNext, sayShort, shortest } from './say-short.ts'

const zone = 'Asia/Jakarta'
const said = (
  own: Partial<ToldCase>,
  now = monday,
  until: number | null = monday + 5 * dayMs,
  lang: 'id' | 'en' = 'id',
) => {
  const kase = aPublicCase(own)
  return sayShort(lang, kase, nextStep(kase, until), zone, now)
}

test('TRACK-11 one message says where, since when, and by when', () => {
  assert.equal(
    said({}),
    'Laporan 3404-26-000001 menunggu diperiksa Puskesos Caturtunggal sejak Sen 2 Nov. Jawaban paling lambat Kam 12 Nov.',
  )
  assert.equal(
    said({ status: 'handling', waitingOffice: 'RSUD Sleman' }),
    'Laporan 3404-26-000001 sedang di RSUD Sleman. Jawaban paling lambat Kam 12 Nov.',
  )
  assert.equal(said({ status: 'closed' }), 'Laporan 3404-26-000001 sudah ditutup.')
  assert.equal(
    said({ status: 'handling' }, monday, null, 'en'),
    'Report 3404-26-000001 is handled by Puskesos Caturtunggal since Mon 2 Nov. Answer by Thu 12 Nov.',
  )
})

test('TRACK-11 what is asked of the citizen comes in place of what they may expect', () => {
  assert.equal(
    said({ status: 'returned', missing: 'KK atas nama Siti' }),
    'Laporan 3404-26-000001 menunggu keterangan dari Anda. Mohon lengkapi sampai Sab 7 Nov.',
  )
  assert.equal(
    said({ status: 'answered', result: 'ODGJ dijemput' }),
    'Laporan 3404-26-000001 sudah dijawab Puskesos Caturtunggal. Sudah beres atau belum? Kabari sampai Sab 7 Nov.',
  )
  assert.equal(
    said({ status: 'answered' }, monday, null),
    'Laporan 3404-26-000001 sudah dijawab Puskesos Caturtunggal. Sudah beres atau belum? Mohon kabari.',
  )
})

test('TRACK-10 late is told as late, and what will be late before it is; a promise that is not over stands', () => {
  assert.match(
    said({ status: 'handling', outlook: 'late' }, monday + 20 * dayMs),
    /Janji jawaban Kam 12 Nov sudah lewat, kami mohon maaf\.$/,
  )
  assert.match(
    said({ status: 'handling', outlook: 'at-risk' }),
    /Janji jawaban Kam 12 Nov, kemungkinan besar terlambat\.$/,
  )
  assert.match(
    said({ status: 'handling', outlook: 'late' }),
    /Terlambat, kami mohon maaf\. Janji jawaban Kam 12 Nov\.$/,
  )
  assert.doesNotMatch(said({ status: 'handling', totalDueAt: null, dueAt: null, outlook: null }), /Jawaban|Janji/)
})

test('TRACK-12 of a red card the hour is told by which its office must be done, and what is asked of the citizen by day', () => {
  const red = { status: 'handling', red: true, dueAt: monday + dayMs } as const
  assert.match(said(red), /Jawaban paling lambat Sel 3 Nov 09\.00\.$/)
  assert.match(said({ ...red, outlook: 'late' }, monday + 2 * dayMs), /Janji jawaban Sel 3 Nov 09\.00 sudah lewat/)
  assert.match(said({ ...red, status: 'returned' }), /Mohon lengkapi sampai Sab 7 Nov\.$/)
})

test('TRACK-10 the next step is the office’s with its date, or the citizen’s own', () => {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const next = (own: Partial<ToldCase>) => nextStep(aPublicCase(own), monday + 5 * dayMs)
  assert.deepEqual(next({}), { ahead: 'check', by: monday + 3 * dayMs, outlook: 'in-time' })
  assert.deepEqual(next({ status: 'returned' }), { ahead: 'complete', by: monday + 5 * dayMs, outlook: 'in-time' })
  assert.equal(next({ status: 'closed' }), null)
  const say = (own: Partial<ToldCase>) => sayNext('id', next(own) ?? assert.fail(), day)
  assert.equal(say({}), 'Langkah berikutnya: petugas memeriksa laporan, paling lambat 2026-11-05.')
  assert.equal(say({ outlook: 'at-risk' }), say({}))
  assert.equal(say({ outlook: 'late' }), 'Langkah berikutnya: petugas memeriksa laporan.')
})

const anyCase = fc.record({
  status: fc.constantFrom(...caseStatuses),
  officeName: fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
  waitingOffice: fc.option(
    fc.constantFrom('Rumah Sakit Umum Daerah Kabupaten Kepulauan Siau Tagulandang Biaro', 'RSUD'),
  ),
  summary: fc.constant('Rahasia Ngatinem'),
  missing: fc.constant('Rahasia Ngatinem'),
  result: fc.constant('Rahasia Ngatinem'),
  placeName: fc.constant('Rahasia Ngatinem'),
  dueAt: fc.option(fc.constant(monday + 30 * dayMs)),
  red: fc.boolean(),
  outlook: fc.constantFrom(...outlooks, null),
})

property(
  'TRACK-11 whatever the case, it is one SMS of plain letters that names nobody',
  fc.tuple(anyCase, fc.constantFrom('id', 'en')),
  ([own, lang]) => {
    const text = said(own, monday, monday + 400 * dayMs, lang)
    assert.ok(text.length <= shortest, `${text.length}: ${text}`)
    assert.match(text, /^[\x20-\x7e]+$/)
    assert.doesNotMatch(text, /Rahasia|Ngatinem/)
    assert.match(text, /3404-26-000001/)
  },
)
