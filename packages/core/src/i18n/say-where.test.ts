import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextStep } from '../case/next-step.ts'
import type { PublicCase } from '../contract/public-case.ts'
import { dayMs } from '../kernel/instant.ts'
import { monday } from '../testing/a-policy.ts'
import { aPublicCase } from '../testing/a-public-case.ts'
import { sayShort } from './say-short.ts'
import { sayStanding } from './say-standing.ts'

const zone = 'Asia/Jakarta'
const office = 'Puskesos Caturtunggal'

interface Row {
  readonly own: Partial<PublicCase>
  /** What the page of the case says first, and what one text message says of it. */
  readonly page: readonly [id: string, en: string]
  readonly sms: readonly [id: string, en: string]
}

/** A case that has ended holds its clocks. */
const ended = { totalDueAt: null, dueAt: null } as const

/** Everywhere that a case can stand, as its citizen reads it: written apart from the messages. */
const spec: Readonly<Record<string, Row>> = {
  registered: {
    own: { status: 'registered' },
    page: [
      `Laporan Anda sudah diterima ${office} pada 2 November dan menunggu diperiksa.`,
      `${office} received your report on 2 November; it is waiting to be looked at.`,
    ],
    sms: [
      `menunggu diperiksa ${office} sejak Sen 2 Nov. Jawaban paling lambat Kam 12 Nov.`,
      `waits to be looked at by ${office} since Mon 2 Nov. Answer by Thu 12 Nov.`,
    ],
  },
  handling: {
    own: { status: 'handling' },
    page: [
      `Laporan Anda sekarang ditangani ${office}, sejak 2 November.`,
      `${office} is handling your report, since 2 November.`,
    ],
    sms: [
      `ditangani ${office} sejak Sen 2 Nov. Jawaban paling lambat Kam 12 Nov.`,
      `is handled by ${office} since Mon 2 Nov. Answer by Thu 12 Nov.`,
    ],
  },
  'handling, and another office was asked': {
    own: { status: 'handling', waitingOffice: 'RSUD Sleman' },
    page: [
      'Laporan Anda sekarang di RSUD Sleman, sejak 2 November.',
      'Your report is now with RSUD Sleman, since 2 November.',
    ],
    sms: ['sedang di RSUD Sleman. Jawaban paling lambat Kam 12 Nov.', 'is at RSUD Sleman now. Answer by Thu 12 Nov.'],
  },
  returned: {
    own: { status: 'returned', totalDueAt: null },
    page: [
      `${office} memerlukan tambahan keterangan dari Anda, sejak 2 November.`,
      `${office} needs more information from you, since 2 November.`,
    ],
    sms: [
      'menunggu keterangan dari Anda. Mohon lengkapi sampai Sab 7 Nov.',
      'waits for word from you. Please complete it by Sat 7 Nov.',
    ],
  },
  recommended: {
    own: { status: 'recommended' },
    page: [
      `Laporan Anda sudah diperiksa ${office} dan menunggu keputusan, sejak 2 November.`,
      `${office} has looked at your report and it awaits a decision, since 2 November.`,
    ],
    sms: [
      `menunggu keputusan ${office}. Jawaban paling lambat Kam 12 Nov.`,
      `waits for a decision of ${office}. Answer by Thu 12 Nov.`,
    ],
  },
  answered: {
    own: { status: 'answered', totalDueAt: null },
    page: [`${office} sudah menjawab laporan Anda pada 2 November.`, `${office} answered your report on 2 November.`],
    sms: [
      `sudah dijawab ${office}. Sudah beres atau belum? Kabari sampai Sab 7 Nov.`,
      `was answered by ${office}. Is it solved or not? Tell us by Sat 7 Nov.`,
    ],
  },
  'closed, settled at the desk': {
    own: { status: 'closed', closure: 'settled', ...ended },
    page: [
      `Laporan Anda diselesaikan langsung oleh ${office} pada 2 November.`,
      `${office} settled your report at once, on 2 November.`,
    ],
    sms: ['sudah ditutup.', 'is closed.'],
  },
  'closed, confirmed': {
    own: { status: 'closed', closure: 'confirmed', ...ended },
    page: [
      'Laporan Anda selesai pada 2 November: Anda menyatakan masalahnya sudah beres.',
      'Your report was closed on 2 November: you said that the problem is solved.',
    ],
    sms: ['sudah ditutup.', 'is closed.'],
  },
  'closed without a word': {
    own: { status: 'closed', closure: 'no-word', ...ended },
    page: [
      'Laporan Anda ditutup pada 2 November, karena tidak ada kabar dari Anda setelah dijawab.',
      'Your report was closed on 2 November, because no word came from you after the answer.',
    ],
    sms: ['sudah ditutup.', 'is closed.'],
  },
  'closed, not completed': {
    own: { status: 'closed', closure: 'not-completed', ...ended },
    page: [
      'Laporan Anda ditutup pada 2 November, karena keterangan yang diminta tidak datang.',
      'Your report was closed on 2 November, because the information asked for did not come.',
    ],
    sms: ['sudah ditutup.', 'is closed.'],
  },
  duplicate: {
    own: { status: 'duplicate', livesOnAs: '3404-26-000009', ...ended },
    page: [
      `Laporan Anda digabungkan dengan laporan 3404-26-000009 tentang hal yang sama, pada 2 November. Tanyakan perkembangannya ke ${office}.`,
      `Your report was joined with report 3404-26-000009 about the same matter, on 2 November. Ask ${office} how it goes on.`,
    ],
    sms: ['digabung dengan laporan lain.', 'was joined with another report.'],
  },
  cancelled: {
    own: { status: 'cancelled', ...ended },
    page: ['Laporan Anda dibatalkan pada 2 November.', 'Your report was cancelled on 2 November.'],
    sms: ['dibatalkan.', 'was cancelled.'],
  },
  erased: {
    own: { status: 'erased', ...ended },
    page: [
      'Data laporan ini sudah dihapus pada 2 November. Yang tersisa hanya nomor, jenis, tempat, dan tanggalnya, tanpa nama dan tanpa isi laporan.',
      'The data of this report were erased on 2 November. Only its number, kind, place and dates are left, without any name and without what was reported.',
    ],
    sms: ['sudah dihapus.', 'was erased.'],
  },
}
const promise = { id: 'Jawaban paling lambat 12 November.', en: 'You will have an answer by 12 November.' } as const
const number = { id: 'Laporan 3404-26-000001', en: 'Report 3404-26-000001' } as const

for (const [what, { own, page, sms }] of Object.entries(spec))
  for (const [at, lang] of (['id', 'en'] as const).entries()) {
    const kase = aPublicCase(own)

    test(`CITIZEN-7 the page of a case that is ${what} says so first (${lang})`, () => {
      const promised = kase.totalDueAt === null ? [] : [promise[lang]]
      assert.deepEqual(sayStanding(lang, kase, zone, monday), [page[at], ...promised])
    })

    test(`TRACK-11 a text message says of a case that is ${what} (${lang})`, () => {
      const next = nextStep(kase, monday + 5 * dayMs)
      assert.equal(sayShort(lang, kase, next, zone, monday), `${number[lang]} ${sms[at]}`)
    })
  }
