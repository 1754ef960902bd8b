import type { Line } from '../lists/item.ts'
import type { CitizenWord } from './words.ts'

type Next = 'answer' | 'bring' | 'word'

// The next step with its day stands in a sentence of its own: where the day is not known, the sentence is left out.
const nexts: Readonly<Record<Next, readonly [id: string, en: string]>> = {
  answer: [' Jawaban paling lambat {date}.', ' Answer by {date}.'],
  bring: [' Lengkapi sebelum {date}.', ' Bring it before {date}.'],
  word: [' Sudah selesai atau belum? Beri tahu sebelum {date}.', ' Solved? Tell us before {date}.'],
}

function line(
  code: CitizenWord,
  [id, en]: readonly [id: string, en: string],
  next?: Next,
): readonly [CitizenWord, string, string] {
  const [nextId, nextEn] = next ? nexts[next] : ['', '']
  return [code, `SLRT {number}: ${id}.${nextId} Cek: {url}`, `SLRT {number}: ${en}.${nextEn} See: {url}`]
}

/** What a citizen is told, in Indonesian and English. Offices may say it in words of their own: it is the list `notice`. */
export const noticeLines = [
  line('received', ['laporan Anda diterima {office}', 'received by {office}'], 'answer'),
  line('settled', ['laporan Anda diselesaikan {office}', 'solved by {office}']),
  line('taken', ['laporan Anda mulai ditangani {office}', '{office} works on it'], 'answer'),
  line('returned', ['{office} perlu tambahan keterangan dari Anda', '{office} needs more from you'], 'bring'),
  line('completed', ['tambahan keterangan Anda diterima', 'what you brought was taken in'], 'answer'),
  line('expired', ['laporan ditutup, keterangan yang diminta tidak datang', 'closed, nothing more came from you']),
  line('recommended', ['laporan Anda sudah diperiksa dan menunggu keputusan', 'checked, a decision is next'], 'answer'),
  line('approved', ['laporan Anda disetujui dan dilanjutkan {office}', 'approved, {office} goes on'], 'answer'),
  line('checked-again', ['laporan Anda diperiksa sekali lagi oleh {office}', '{office} checks it again'], 'answer'),
  line('moved', ['laporan Anda sekarang di {office}', 'it is now with {office}'], 'answer'),
  line(
    'late',
    ['batas waktu {office} lewat, pimpinannya diberi tahu', '{office} is late, its head was told'],
    'answer',
  ),
  line('answered', ['laporan Anda sudah dijawab {office}', 'answered by {office}'], 'word'),
  line('closed', ['laporan Anda ditutup', 'closed']),
  line('reopened', ['laporan Anda ditangani lagi oleh {office}', '{office} works on it again'], 'answer'),
  line('merged', ['laporan Anda digabung dengan laporan lain tentang hal yang sama', 'joined with a like report']),
  line('unmerged', ['laporan Anda ditangani tersendiri lagi', 'handled by itself again'], 'answer'),
  line('cancelled', ['laporan Anda dibatalkan', 'cancelled']),
  line('referred', ['laporan Anda dirujuk ke {office}', 'referred to {office}'], 'answer'),
  line('referral', ['kabar dari {office}: {step}', 'news from {office}: {step}'], 'answer'),
  line('erasure-asked', ['ada permintaan menghapus data laporan Anda', 'somebody asked to erase its data']),
  line('erasure-declined', ['data laporan Anda tidak jadi dihapus', 'its data will not be erased']),
  line('secret-renewed', ['kode rahasia diganti, yang lama tidak berlaku', 'new secret code, the old one has ended']),
  line('proposal-made', [
    'data Anda diusulkan {office} ke data nasional',
    '{office} proposed your data to the registry',
  ]),
  line('proposal-sent', ['usulan data Anda dikirim ke pusat', 'your data were sent to the centre']),
  line('proposal-accepted', [
    'usulan data Anda diterima pusat; desil dihitung ulang tiap 3 bulan',
    'your data were accepted; the desil is reckoned each quarter',
  ]),
  line('proposal-rejected', [
    'usulan data Anda ditolak pusat, tanyakan alasannya di {office}',
    'the centre rejected your data, ask {office} why',
  ]),
  line('objection-late', [
    'sanggahan Anda belum diperiksa, pimpinan {office} diberi tahu',
    'your objection is not checked yet, the head of {office} knows',
  ]),
  line('programme', ['permohonan program Anda dijawab {office}', '{office} answered your application']),
  // Where others may read along, nothing is said but that there is something to read.
  line('bare', ['ada kabar untuk Anda', 'there is news for you']),
] as const satisfies readonly Line[]
