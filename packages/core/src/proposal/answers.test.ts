import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvOf } from '../kernel/csv.ts'
import { dayMs } from '../kernel/instant.ts'
import { monday } from '../testing/a-policy.ts'
import { aProposal, proposalIds } from '../testing/a-proposal.ts'
import { property } from '../testing/property.ts'
import type { AnswerFault, AnswerReading, Candidate, ReadAnswer } from './answers.ts'
import { answerFaults, matchAnswer, readAnswer, readAnswerHead, reasonsBy } from './answers.ts'
import { proposalKinds } from './kinds.ts'
import { proposalStatuses } from './proposal.ts'
import { shippedProposalItems } from './shipped.ts'

const nik = '3404074506800001'
const id = proposalIds.proposal(1)
const reasons = reasonsBy(shippedProposalItems.filter(({ list }) => list === 'proposal-answer'))
const today = '2026-11-20'

const headOf = (...cells: readonly string[]) => readAnswerHead(cells).head
const columns = headOf('NIK', 'Jawaban', 'Alasan', 'Tanggal jawaban', 'Catatan', 'id_usulan', 'jenis_usulan')
const reading: AnswerReading = { head: columns, reasons, today, day: '2026-11-19' }
/** A line of a file with all columns. */
const line = (
  own: { nik?: string; answer?: string; reason?: string; day?: string; note?: string; id?: string; kind?: string } = {},
) =>
  readAnswer(
    [
      own.nik ?? nik,
      own.answer ?? 'diterima',
      own.reason ?? '',
      own.day ?? '',
      own.note ?? '',
      own.id ?? '',
      own.kind ?? '',
    ],
    reading,
  )
function read(own: Parameters<typeof line>[0] = {}): ReadAnswer {
  const said = line(own)
  assert.ok(typeof said !== 'string', String(said))
  return said
}

/** Heads as agencies write them, and which columns they are taken for. */
const headsOf: readonly (readonly [cells: string, found: string, missing: string])[] = [
  ['NIK;JAWABAN', 'nik answer', ''],
  ['No;N.I.K;Nama;Status Usulan;Alasan Penolakan', 'nik answer reason', ''],
  ['Nomor Induk Kependudukan;hasil verifikasi;Keterangan', 'nik answer note', ''],
  ['ID USULAN;Keputusan;Tgl. Jawaban', 'proposal answer day', ''],
  ['Nama;Alamat', '', 'nik answer'],
  ['Nama;Jawaban', 'answer', 'nik'],
  ['NIK;Nama', 'nik', 'answer'],
  ['', '', 'nik answer'],
  // What went out from here says why it was proposed: that is no answer.
  ['id_usulan;jenis_usulan;bulan;waktu_catat;dasar;alasan;keterangan;jawaban', 'proposal kind answer', ''],
  [
    'id_usulan;jenis_usulan;bulan;waktu_catat;dasar;alasan;jawaban;alasan_penolakan;catatan;tanggal_jawaban',
    'proposal kind answer reason note day',
    '',
  ],
]

test('PROPOSAL-25 columns are known by their names, however they are written; a file without whom or what is refused whole', () => {
  for (const [cells, found, missing] of headsOf) {
    const said = readAnswerHead(cells.split(';'))
    const names = ['proposal', 'nik', 'kind', 'answer', 'reason', 'note', 'day']
    assert.equal(names.filter((name) => name in said.head).join(' '), found, cells)
    assert.equal(said.missing.join(' '), missing, cells)
  }
})

test('PROPOSAL-25 of two columns that may be meant the surer name counts, wherever it stands', () => {
  assert.equal(headOf('Status', 'NIK', 'Jawaban').answer, 2)
  assert.equal(headOf('Tanggal', 'Tanggal jawaban', 'NIK', 'Hasil').day, 1)
  assert.equal(headOf('NIK', 'NIK', 'Hasil').nik, 0)
})

test('PROPOSAL-25 an answer is read in the words that agencies use, and is not guessed from others', () => {
  const said: Readonly<Record<string, 'accept' | 'reject'>> = {
    Diterima: 'accept',
    ' DISETUJUI ': 'accept',
    Valid: 'accept',
    Lolos: 'accept',
    ditolak: 'reject',
    'Tidak Valid': 'reject',
    'tidak-disetujui': 'reject',
    GAGAL: 'reject',
  }
  for (const [answer, expected] of Object.entries(said))
    assert.equal(read({ answer, reason: 'Kuota penuh' }).act.action, expected)
  for (const answer of ['ya', '1', 'proses', 'sedang diverifikasi', 'belum diterima', 'diterima berkasnya'])
    assert.equal(line({ answer }), 'answer-unclear', answer)
  assert.equal(line({ answer: '' }), 'blank')
  assert.equal(line({ answer: '   ', nik: 'x' }), 'blank', 'who was not answered may be written anyhow')
})

/** What makes a line wrong, and as what it is told. */
const faults: readonly (readonly [own: Parameters<typeof line>[0], fault: AnswerFault])[] = [
  [{ nik: '' }, 'whom-missing'],
  [{ nik: '3,40407E+15' }, 'nik-rounded'],
  [{ nik: '3.40407E+15' }, 'nik-rounded'],
  [{ nik: '3404074506800001.00' }, 'nik-rounded'],
  [{ nik: '340407450680000' }, 'nik-wrong'],
  [{ nik: '34040745068000011' }, 'nik-wrong'],
  [{ nik: '34O4074506800001' }, 'nik-wrong'],
  [{ nik: '0404074506800001' }, 'nik-wrong'],
  [{ answer: 'entah' }, 'answer-unclear'],
  [{ answer: 'ditolak' }, 'reason-missing'],
  [{ day: '31/02/2026' }, 'day-wrong'],
  [{ day: 'kemarin' }, 'day-wrong'],
  [{ day: '21/11/2026' }, 'day-future'],
  [{ day: '2027-01-01' }, 'day-future'],
]

test('PROPOSAL-25 what is wrong with a line is told by what it is', () => {
  for (const [own, fault] of faults) assert.equal(line(own), fault, JSON.stringify(own))
  assert.equal(
    readAnswer([nik, 'diterima'], { ...reading, day: '2026-11-21' }),
    'day-future',
    'nor may the day of the file be to come',
  )
  assert.equal(new Set(answerFaults).size, answerFaults.length)
})

test('PROPOSAL-25 a NIK with a quote mark, dots or blanks before and between is the same NIK; days come in their shapes', () => {
  for (const written of [`'${nik}`, '3404 0745 0680 0001', '3404.0745.0680.0001', '34040745-06800001'])
    assert.equal(read({ nik: written }).nik, nik, written)
  for (const day of ['2026-11-18', '18/11/2026', '18-11-2026', '18 November 2026', '20261118', '46344'])
    assert.equal(read({ day }).act.data.answeredOn, '2026-11-18', day)
  assert.equal(read().act.data.answeredOn, '2026-11-19', 'the day of the file, where the line names none')
})

test('PROPOSAL-25 a reason is known by code or name in both languages; words of their own are kept under the one for all others', () => {
  const reject = (reason: string, own = {}) => read({ answer: 'ditolak', reason, ...own }).act
  for (const written of ['quota-full', 'Kuota penuh', 'KUOTA  PENUH', 'Quota is used up'])
    assert.deepEqual(reject(written).data, { answeredOn: '2026-11-19', reason: 'quota-full', note: '' }, written)
  assert.deepEqual(reject('Anggaran habis', { note: 'Coba lagi 2027' }).data, {
    answeredOn: '2026-11-19',
    reason: 'other',
    note: 'Anggaran habis. Coba lagi 2027',
  })
  const bare = new Map([...reasons].filter(([, code]) => code !== 'other'))
  assert.equal(
    readAnswer([nik, 'ditolak', 'Anggaran habis'], { ...reading, reasons: bare }),
    'reason-unknown',
    'a place may have no such reason',
  )
  assert.deepEqual(read({ note: 'Desil 3' }).act, {
    action: 'accept',
    data: { answeredOn: '2026-11-19', note: 'Desil 3' },
  })
  const long = reject('x'.repeat(5000)).data
  assert.equal(long.note.length, 4000)
})

const sent = (own: Partial<Candidate> = {}): Candidate => aProposal({ status: 'exported', exportedAt: monday, ...own })
const what = (own: Parameters<typeof line>[0], known: readonly Candidate[]): string => {
  const matched = matchAnswer(read(own), known)
  return matched.what === 'wrong' ? matched.fault : matched.what
}
const second = proposalIds.proposal(2)

/** What a line means among what is known. */
const matches: readonly (readonly [own: Parameters<typeof line>[0], known: readonly Candidate[], what: string])[] = [
  [{}, [sent()], 'matched'],
  [{}, [], 'unknown'],
  [{ nik: '3404074506800002' }, [sent()], 'unknown'],
  [{ id }, [sent()], 'matched'],
  [{ id: id.toUpperCase() }, [sent()], 'matched'],
  [{ id, nik: '' }, [sent({ nik: null })], 'matched'],
  [{ id: second }, [sent()], 'unknown'],
  [{ id, nik: '3404074506800002' }, [sent()], 'nik-differs'],
  [{}, [aProposal({ status: 'approved' })], 'not-sent'],
  [{}, [sent(), sent({ id: second })], 'several'],
  [{ id: second }, [sent(), sent({ id: second })], 'matched'],
  [{ kind: 'programme' }, [sent(), sent({ id: second, kind: 'programme' })], 'matched'],
  [{ kind: 'objection' }, [sent()], 'unknown'],
  // What is still being written does not stand in the way of what was sent.
  [{}, [sent(), aProposal({ id: second })], 'matched'],
  [{}, [sent({ status: 'accepted', answeredOn: '2026-11-19' })], 'answered'],
  [{}, [sent({ status: 'accepted', answeredOn: '2026-11-18' })], 'answered-otherwise'],
  [{}, [sent({ status: 'rejected', answeredOn: '2026-11-19', why: 'other' })], 'answered-otherwise'],
  // The same file again, while the next proposal of the same person is on its way: it is not that one's answer.
  [{}, [sent({ status: 'accepted', answeredOn: '2026-11-19' }), sent({ id: second })], 'answered'],
  [{}, [sent({ status: 'rejected', answeredOn: '2026-10-02', why: 'quota-full' }), sent({ id: second })], 'matched'],
  [{ day: '2026-10-31' }, [sent()], 'day-early'],
  [{ day: '2026-11-01' }, [sent()], 'matched'],
]

test('PROPOSAL-25 a line means the one proposal that was sent for its person, and says why where it means none or several', () => {
  for (const [own, known, expected] of matches)
    assert.equal(what(own, known), expected, `${JSON.stringify(own)} among ${known.map(({ status }) => status).join()}`)
})

test('PROPOSAL-25 a rejection stands already only with the same reason', () => {
  const known = [sent({ status: 'rejected', answeredOn: '2026-11-19', why: 'quota-full' })]
  assert.equal(what({ answer: 'ditolak', reason: 'Kuota penuh' }, known), 'answered')
  assert.equal(what({ answer: 'ditolak', reason: 'Sudah terdaftar' }, known), 'answered-otherwise')
})

test('PROPOSAL-25 nothing but what was sent and waits is answered', () => {
  for (const status of proposalStatuses)
    for (const exportedAt of [null, monday])
      assert.equal(
        what({}, [sent({ status, exportedAt })]) === 'matched',
        status === 'exported' && exportedAt !== null,
        `${status} ${exportedAt}`,
      )
})

const known = fc.array(
  fc.record({
    n: fc.integer({ min: 1, max: 6 }),
    status: fc.constantFrom(...proposalStatuses),
    kind: fc.constantFrom(...proposalKinds),
    out: fc.boolean(),
    same: fc.boolean(),
  }),
  { maxLength: 6 },
)
const asked = fc.record({
  byId: fc.boolean(),
  n: fc.integer({ min: 1, max: 6 }),
  answer: fc.constantFrom('diterima', 'ditolak'),
  day: fc.integer({ min: 0, max: 17 }),
})

property(
  'PROPOSAL-25 whatever is known, a line is recorded for one open proposal of its person at most, and recorded once',
  fc.tuple(known, asked),
  ([rows, { byId, n, answer, day }]) => {
    const all = [...new Map(rows.map((row) => [row.n, row])).values()].map(
      ({ n: nth, status, kind, out, same }): Candidate =>
        sent({
          id: proposalIds.proposal(nth),
          status,
          kind,
          exportedAt: out ? monday : null,
          nik: same ? nik : '3404074506800002',
        }),
    )
    const answeredOn = new Date(monday + day * dayMs).toISOString().slice(0, 10)
    const said = read({
      answer,
      reason: 'Kuota penuh',
      day: answeredOn,
      ...(byId ? { id: proposalIds.proposal(n) } : {}),
    })
    const first = matchAnswer(said, all)
    if (first.what !== 'matched') return
    assert.equal(first.proposal.status, 'exported')
    assert.equal(first.proposal.nik, nik)
    // As the record leaves it, the same line is no news.
    const to = answer === 'diterima' ? 'accepted' : 'rejected'
    const after = all.map(
      (one): Candidate =>
        one.id === first.proposal.id
          ? { ...one, status: to, answeredOn, why: to === 'rejected' ? 'quota-full' : null }
          : one,
    )
    assert.equal(matchAnswer(said, after).what, 'answered')
  },
)

property(
  'PROPOSAL-25 whatever stands in a cell, a line is read, blank or wrong by a known fault; nothing is thrown',
  fc.array(
    fc.oneof(fc.string(), fc.constantFrom(nik, 'diterima', 'ditolak', '=1+1', "'", '2026-11-19', csvOf([['x']]))),
    {
      maxLength: 9,
    },
  ),
  (cells) => {
    const said = readAnswer(cells, reading)
    const told = typeof said === 'string' ? said : 'read'
    assert.ok(['read', 'blank', ...answerFaults].includes(told), told)
    const { head, missing } = readAnswerHead(cells)
    assert.ok(Object.values(head).every((at) => at >= 0 && at < cells.length))
    assert.ok(missing.every((column) => !(column in head)))
  },
)
