import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { fillSms, gsmLength, smsLength } from './fill.ts'
import { noticeLines } from './templates.ts'
import type { CitizenWord } from './words.ts'

const office = 'Puskesos Caturtunggal'
const told = { number: '3404-26-000123', office, step: 'Selesai', url: 'slrt.id/lacak' } as const
const date = '10 November'

/** What a message asks or promises besides, where its day is known. */
const besides = {
  answer: ['Jawaban paling lambat 10 November. ', 'Answer by 10 November. '],
  bring: ['Lengkapi sebelum 10 November. ', 'Bring it before 10 November. '],
  word: ['Sudah selesai atau belum? Beri tahu sebelum 10 November. ', 'Solved? Tell us before 10 November. '],
  nothing: ['', ''],
} as const

type Row = readonly [id: string, en: string, besides: keyof typeof besides]

/** What a citizen reads on their phone, written apart from the templates. */
const spec: Readonly<Record<CitizenWord, Row>> = {
  received: [`laporan Anda diterima ${office}`, `received by ${office}`, 'answer'],
  settled: [`laporan Anda diselesaikan ${office}`, `solved by ${office}`, 'nothing'],
  taken: [`laporan Anda mulai ditangani ${office}`, `${office} works on it`, 'answer'],
  returned: [`${office} perlu tambahan keterangan dari Anda`, `${office} needs more from you`, 'bring'],
  completed: ['tambahan keterangan Anda diterima', 'what you brought was taken in', 'answer'],
  expired: ['laporan ditutup, keterangan yang diminta tidak datang', 'closed, nothing more came from you', 'nothing'],
  recommended: ['laporan Anda sudah diperiksa dan menunggu keputusan', 'checked, a decision is next', 'answer'],
  approved: [`laporan Anda disetujui dan dilanjutkan ${office}`, `approved, ${office} goes on`, 'answer'],
  'checked-again': [`laporan Anda diperiksa sekali lagi oleh ${office}`, `${office} checks it again`, 'answer'],
  moved: [`laporan Anda sekarang di ${office}`, `it is now with ${office}`, 'answer'],
  late: [`batas waktu ${office} lewat, pimpinannya diberi tahu`, `${office} is late, its head was told`, 'answer'],
  answered: [`laporan Anda sudah dijawab ${office}`, `answered by ${office}`, 'word'],
  closed: ['laporan Anda ditutup', 'closed', 'nothing'],
  reopened: [`laporan Anda ditangani lagi oleh ${office}`, `${office} works on it again`, 'answer'],
  merged: ['laporan Anda digabung dengan laporan lain tentang hal yang sama', 'joined with a like report', 'nothing'],
  unmerged: ['laporan Anda ditangani tersendiri lagi', 'handled by itself again', 'answer'],
  cancelled: ['laporan Anda dibatalkan', 'cancelled', 'nothing'],
  referred: [`laporan Anda dirujuk ke ${office}`, `referred to ${office}`, 'answer'],
  referral: [`kabar dari ${office}: Selesai`, `news from ${office}: Selesai`, 'answer'],
  'erasure-asked': ['ada permintaan menghapus data laporan Anda', 'somebody asked to erase its data', 'nothing'],
  'erasure-declined': ['data laporan Anda tidak jadi dihapus', 'its data will not be erased', 'nothing'],
  'secret-renewed': [
    'kode rahasia diganti, yang lama tidak berlaku',
    'new secret code, the old one has ended',
    'nothing',
  ],
  'proposal-made': [
    `data Anda diusulkan ${office} ke data nasional`,
    `${office} proposed your data to the registry`,
    'nothing',
  ],
  'proposal-sent': [`usulan data Anda dikirim ke pusat`, `your data were sent to the centre`, 'nothing'],
  'proposal-accepted': [
    `usulan data Anda diterima pusat; desil dihitung ulang tiap 3 bulan`,
    `your data were accepted; the desil is reckoned each quarter`,
    'nothing',
  ],
  'proposal-rejected': [
    `usulan data Anda ditolak pusat, tanyakan alasannya di ${office}`,
    `the centre rejected your data, ask ${office} why`,
    'nothing',
  ],
  'objection-late': [
    `sanggahan Anda belum diperiksa, pimpinan ${office} diberi tahu`,
    `your objection is not checked yet, the head of ${office} knows`,
    'nothing',
  ],
  programme: [`permohonan program Anda dijawab ${office}`, `${office} answered your application`, 'nothing'],
  bare: ['ada kabar untuk Anda', 'there is news for you', 'nothing'],
}

function templatesOf(word: CitizenWord): readonly [id: string, en: string] {
  const line = noticeLines.find(([code]) => code === word)
  assert.ok(line, word)
  return [line[1], line[2]]
}

for (const word of keysOf(spec)) {
  const [id, en, more] = spec[word]
  const [inId, inEn] = templatesOf(word)

  test(`NOTICE-5 "${word}" is said in the words that are written down, in both languages`, () => {
    const [nextId, nextEn] = besides[more]
    assert.equal(fillSms(inId, { ...told, date }), `SLRT 3404-26-000123: ${id}. ${nextId}Cek: slrt.id/lacak`)
    assert.equal(fillSms(inEn, { ...told, date }), `SLRT 3404-26-000123: ${en}. ${nextEn}See: slrt.id/lacak`)
  })

  test(`NOTICE-5 "${word}" without a day promises none, and asks for nothing by a day`, () => {
    const [said, inEnglish] = [fillSms(inId, told), fillSms(inEn, told)]
    assert.ok(said.startsWith(`SLRT 3404-26-000123: ${id}. `) && said.endsWith('Cek: slrt.id/lacak'), said)
    assert.doesNotMatch(`${said} ${inEnglish}`, /November|sebelum|lambat|before| by \d/)
  })
}

test('NOTICE-4 where others read along, the message names no office, no day and no step', () => {
  for (const template of templatesOf('bare')) assert.deepEqual(template.match(/\{\w+\}/g), ['{number}', '{url}'])
})

const names: readonly (readonly [name: string, read: string])[] = [
  ['Kantor Désa Kalurahan', 'Kantor Désa Kalurahan'],
  ['Puskesos “Maju”', 'Puskesos "Maju"'],
  ['Dinas Sosial – Sleman', 'Dinas Sosial - Sleman'],
  ['Puskesos Nur’aini', "Puskesos Nur'aini"],
  ['Kantor Čaka', 'Kantor Caka'],
  ['Kantor 東京', 'Kantor ??'],
]
for (const [name, read] of names)
  test(`NOTICE-6 an office called ${name} reaches every phone as ${read}`, () => {
    assert.ok(fillSms(templatesOf('settled')[0], { ...told, office: name }).includes(`diselesaikan ${read}.`))
  })

test('NOTICE-6 of an office with the longest name only the name is cut, and the address never', () => {
  const longest = 'Unit Pelaksana Teknis Daerah Perlindungan Sosial '.repeat(4).trim()
  for (const word of keysOf(spec))
    for (const template of templatesOf(word)) {
      const said = fillSms(template, { ...told, office: longest, date })
      assert.ok(said.endsWith('slrt.id/lacak'), said)
      assert.ok(said.startsWith('SLRT 3404-26-000123: '), said)
      assert.ok(gsmLength(said) <= smsLength, `${word}: ${gsmLength(said)}`)
    }
})
