import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type NoticeLine, noticeLine } from '../contract/notice-queries.ts'
import { staffWords } from '../notice/staff-words.ts'
import { ids } from '../testing/ids.ts'
import { sayNotice } from './say-notice.ts'
import { sayIn } from './translate.ts'

const line = (own: Partial<NoticeLine>): NoticeLine =>
  noticeLine.parse({
    id: ids.case(9),
    district: '34.04',
    case: ids.case(1),
    number: '3404-26-000001',
    what: 'arrived',
    officeName: 'Puskesos Caturtunggal',
    until: 1,
    step: 'accepted',
    act: 'dispute',
    at: 1,
    read: false,
    ...own,
  })
const say = (own: Partial<NoticeLine>): string => sayNotice(line(own), sayIn('id'), 'id', () => 'besok')

test('NOTICE-9 every notice is a sentence without a hole, in both languages', () => {
  for (const what of staffWords)
    for (const lang of ['id', 'en'] as const) {
      const said = sayNotice(line({ what }), sayIn(lang), lang, () => 'besok')
      assert.doesNotMatch(said, /[{}]|undefined|: $/, what)
    }
  assert.equal(new Set(staffWords.map((what) => say({ what }))).size, staffWords.length)
})

test('NOTICE-9 a notice names the office where there is one, and what was done in plain words', () => {
  assert.equal(say({ what: 'arrived' }), 'Kasus datang dari Puskesos Caturtunggal')
  assert.equal(say({ what: 'arrived', officeName: '' }), 'Kasus baru untuk kantor Anda')
  assert.equal(say({ what: 'taken-away', officeName: '' }), 'Kasus ini tidak lagi pada Anda')
  assert.equal(say({ what: 'due-soon' }), 'Hampir jatuh tempo: besok')
  assert.equal(say({ what: 'citizen-spoke' }), 'Warga menanggapi: Warga menyatakan belum selesai')
  assert.match(say({ what: 'referral-answered' }), /^Jawaban rujukan dari Puskesos Caturtunggal: \w/)
})
