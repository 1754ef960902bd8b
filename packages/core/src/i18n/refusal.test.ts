import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Refusal, RefusalCode } from '../contract/problem.ts'
import { problems } from '../contract/problem.ts'
import { keysOf } from '../kernel/keys.ts'
import { ids } from '../testing/ids.ts'
import { sayRefusal } from './refusal.ts'

/** One refusal of each kind that carries more than its code; the others carry nothing. */
const telling: readonly Refusal[] = [
  { code: 'not-permitted', needs: ['case.decide', 'citizen'] },
  { code: 'not-here', office: ids.office(2) },
  { code: 'wrong-status', status: 'closed', allowedFrom: ['registered', 'handling', 'recommended'] },
  { code: 'wrong-referral-status', status: 'completed', allowedFrom: ['requested'] },
  { code: 'wrong-letter-status', status: 'revoked', allowedFrom: ['drafted', 'initialled'] },
  { code: 'wrong-meeting-status', status: 'closed', allowedFrom: ['planned', 'held'] },
  { code: 'wrong-visit-status', status: 'done', allowedFrom: ['planned', 'missed'] },
  { code: 'wrong-task-status', status: 'done', allowedFrom: ['open'] },
  { code: 'meeting-not-yet', until: Date.parse('2026-11-24T09:00:00+07:00') },
  { code: 'minutes-missing', count: 2 },
  { code: 'assessment-step', status: 'signed', allowedFrom: ['verified'] },
  { code: 'assessment-missing', count: 3 },
  { code: 'assessment-reason', count: 1 },
  { code: 'assessment-unjudged', count: 4 },
  { code: 'wrong-proposal-status', status: 'rejected', allowedFrom: ['drafted', 'returned'] },
  { code: 'wrong-minutes-status', status: 'signed' },
  { code: 'proposal-field', field: 'desil' },
  { code: 'proposal-incomplete', fields: ['nik', 'kk'] },
  { code: 'minutes-incomplete', fields: ['leader'] },
  { code: 'proposal-later', count: 1 },
  { code: 'wrong-form-status', status: 'void' },
  { code: 'letter-field', field: 'desil' },
  { code: 'template-field', field: 'umur' },
  { code: 'desil-above', most: 5 },
  { code: 'letter-turn', act: 'initial' },
  { code: 'wrong-kind', kind: 'complaint', allowed: ['service', 'question'] },
  { code: 'referral-open', count: 2 },
  { code: 'wrong-level', kind: 'secretariat', levels: ['district'] },
  { code: 'role-not-here', heldAt: ['puskesos', 'subdistrict-post', 'secretariat', 'province-office'] },
  { code: 'role-not-yours', givenFrom: ['district', 'province', 'nation'] },
  { code: 'posts-elsewhere', office: 'Dinas Sosial DIY' },
  { code: 'role-apart', permissions: ['staff.manage', 'case.read'] },
  { code: 'role-not-held', permissions: ['office.manage'] },
  { code: 'role-lacks', permission: 'case.answer', needs: 'case.read' },
  { code: 'role-too-wide', heldAt: ['puskesos', 'secretariat'] },
  { code: 'role-of-above', place: '34' },
  { code: 'role-beyond', permissions: ['case.decide'], restricted: ['hiv'], sees: 'place' },
  { code: 'last-administration', day: '2026-12-01' },
  { code: 'window-over', until: Date.parse('2026-11-24T23:30:00+07:00') },
  { code: 'too-early', until: Date.parse('2031-11-24T08:00:00+07:00') },
  { code: 'day-past', earliest: '2026-11-24' },
  { code: 'invalid', fields: ['client.nik', 'summary'] },
  { code: 'unknown-field', fields: ['colour'] },
  { code: 'unknown-filter', fields: ['umur'] },
  { code: 'too-large', limit: 1_000_000 },
  { code: 'file-too-large', limit: 10_000_000 },
  { code: 'table-too-long', most: 5_000 },
  { code: 'export-sheet', most: 20_000 },
  { code: 'line-differs', line: 3 },
  { code: 'wrong-load-status', status: 'running' },
  { code: 'load-mapping', problem: 'no-key' },
  { code: 'locked-out', retryAfter: 600 },
  { code: 'rate-limited', retryAfter: 12 },
  { code: 'unavailable', retryAfter: 5 },
  { code: 'password-weak', least: 12 },
  { code: 'registry-value', variable: 'nomor_induk_kependudukan', fault: 'length' },
  {
    code: 'registry-clash',
    clashes: [
      { variable: 'agama', stands: 'islam', given: 'hindu' },
      { variable: 'jenis_kelamin', stands: null, given: '2' },
    ],
  },
  { code: 'ppks-step', status: 'ended', allowedFrom: ['received', 'assessed'] },
  { code: 'ppks-owed', count: 2 },
  { code: 'psks-step', status: 'returned', allowedFrom: ['registered'] },
  { code: 'psks-field', field: 'members' },
  { code: 'need-status', status: 'met', allowedFrom: ['recorded'] },
  { code: 'need-standing', count: 2 },
  { code: 'application-status', status: 'granted', allowedFrom: ['sent'] },
  { code: 'quota-below', granted: 12 },
  { code: 'programme-rule', fault: 'never-met', fact: 'desil' },
  { code: 'quota-above', left: 7 },
]
const bare = keysOf(problems).filter((code) => !telling.some((refusal) => refusal.code === code))
const say = (code: RefusalCode, lang: 'id' | 'en' = 'id'): string => {
  const refusal = telling.find((known) => known.code === code)
  assert.ok(refusal, code)
  return sayRefusal(lang, refusal)
}
// What carries nothing is a refusal by its code alone; the type keeps the ones that carry something apart.
const allSentences = (lang: 'id' | 'en'): readonly (readonly [string, string])[] => [
  ...telling.map((refusal) => [refusal.code, sayRefusal(lang, refusal)] as const),
  ...bare.map((code) => [code, sayRefusal(lang, { code } as Refusal)] as const),
]

for (const lang of ['id', 'en'] as const) {
  test(`R7 every refusal has its sentence in ${lang}, with nothing left open`, () => {
    const sentences = allSentences(lang)
    assert.equal(sentences.length, keysOf(problems).length)
    for (const [code, sentence] of sentences) {
      assert.doesNotMatch(sentence, /[{}]|undefined|\bNaN\b/, code)
      assert.match(sentence, /^[A-Z“].*[.]$/, code)
    }
  })

  test(`R7 every sentence in ${lang} says what happened and what to do next, briefly`, () => {
    for (const [code, sentence] of allSentences(lang)) {
      assert.ok(sentence.split(/[.;] /).length >= 2, `${code} has one sentence only`)
      assert.ok(sentence.length <= 320, `${code} has ${sentence.length} characters`)
    }
  })
}

test('R7 no sentence blames, shouts, or speaks of machines', () => {
  const machine = /\b(error|invalid|submit|server|database|null|kode\s+\d+|exception|status code)\b/i
  for (const [code, sentence] of [...allSentences('id'), ...allSentences('en')]) {
    assert.doesNotMatch(sentence, machine, code)
    assert.doesNotMatch(sentence, /!|\bkamu\b|\bgagal total\b/i, code)
  }
})

test('R7 a refusal of rights names them as people say them', () => {
  assert.match(say('not-permitted'), /memutuskan kasus atau menjadi warga pemilik kasus ini/)
  assert.match(say('not-permitted', 'en'), /decide cases or be the citizen of this case/)
})

test('R7 a refusal of status names where the case stands and where the step belongs', () => {
  assert.match(say('wrong-status'), /“Selesai”.*Terdaftar, Ditangani, atau Menunggu keputusan/)
  assert.match(say('wrong-referral-status', 'en'), /“Completed”.*only for: Requested\./)
  assert.match(say('wrong-kind'), /Pengaduan, hanya untuk: Layanan atau Pertanyaan/)
})

test('R7 a refusal of administration names the levels, kinds and offices that can', () => {
  assert.match(say('wrong-level'), /Sekretariat SLRT hanya ada di tingkat Kabupaten atau kota,/)
  assert.match(say('role-not-here', 'en'), /Sub-district post, SLRT secretariat, or Provincial office\./)
  assert.match(say('role-not-yours'), /admin di tingkat Kabupaten atau kota, Provinsi, atau Pusat/)
  assert.match(say('posts-elsewhere', 'en'), /the administrator of Dinas Sosial DIY, or of an office above/)
  assert.match(sayRefusal('id', { code: 'posts-elsewhere', office: null }), /admin Kantor pusat atau/)
})

test('ROLE-4 a refusal of a role names the rights, offices and days that it is about', () => {
  assert.match(say('role-apart'), /mengatur petugas, melihat kasus\. /)
  assert.match(say('role-not-held', 'en'), /pass them on: manage offices\./)
  assert.match(say('role-lacks'), /“menjawab warga” tidak berguna tanpa hak “melihat kasus”/)
  assert.match(say('role-too-wide'), /dari: Puskesos atau Sekretariat SLRT\./)
  assert.match(say('role-of-above'), /tingkat Provinsi,/)
  assert.match(say('role-beyond'), /memutuskan kasus, Orang dengan HIV, semua kasus di wilayah kantornya\./)
  assert.match(say('last-administration', 'en'), /From 1 December 2026 on/)
})

test('R7 days are those of the district, sizes and waits as people say them', () => {
  assert.match(say('window-over'), /24 November 2026/)
  const wit = sayRefusal('id', { code: 'window-over', until: Date.parse('2026-11-24T23:30:00+07:00') }, 'Asia/Jayapura')
  assert.match(wit, /25 November 2026/)
  assert.match(say('day-past'), /Pilih 24 November 2026 atau sesudahnya/)
  assert.match(say('file-too-large'), /10\u00a0MB/)
  assert.match(say('locked-out'), /Tunggu 10 menit/)
  assert.match(say('rate-limited'), /Tunggu 12 detik/)
  assert.match(sayRefusal('en', { code: 'locked-out', retryAfter: 7201 }), /Wait 3 h/)
})

test('R7 a wait is never said shorter than it is', () => {
  assert.match(sayRefusal('id', { code: 'rate-limited', retryAfter: 91 }), /Tunggu 2 menit/)
  assert.match(sayRefusal('id', { code: 'rate-limited', retryAfter: 0.2 }), /Tunggu 1 detik/)
})

test('LETTER-20 a refusal about letters names the field, the limit and whose turn it is', () => {
  assert.match(say('template-field'), /“umur”|"umur"/)
  assert.match(say('letter-field', 'en'), /"desil"/)
  assert.match(say('desil-above'), /paling tinggi adalah 5/)
  assert.match(say('letter-turn'), /menunggu paraf/)
  assert.match(say('wrong-letter-status', 'en'), /Draft or Initialled/)
})

test('R7 wrong fields are named', () => {
  assert.match(say('invalid'), /client\.nik, summary/)
})
