import { grantFields } from '@openslrt/core/case/case.ts'
import { citizenActs } from '@openslrt/core/case/citizen-acts.ts'
import type { ToldCase } from '@openslrt/core/contract/public-case.ts'
import type { ReportField, ReportForm } from '@openslrt/core/contract/public-forms.ts'
import type { PublicLetter } from '@openslrt/core/contract/public-letter.ts'
import type {
  ActOffer,
  FieldProblem,
  PlaceChoice,
  PublicPage,
  PublicPages,
  PublicShell,
  ReceiptProps,
  ReplyProps,
  StandingProps,
} from '@openslrt/core/contract/public-pages.ts'
import type { PublicSurge, PublicSurgeLine } from '@openslrt/core/contract/public-surge.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { replyActs } from '@openslrt/core/referral/reply-acts.ts'
import { publicPicture } from '@openslrt/core/surge/public-counts.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { aPublicCase } from '@openslrt/core/testing/a-public-case.ts'
import { ids } from '@openslrt/core/testing/ids.ts'

/** A page of the public face with all that the server would hand to it. */
export type Sample = { readonly [Name in PublicPage]: readonly [Name, PublicPages[Name]] }[PublicPage]

/** Where the texts of a page are taken from: a test puts its own in the place of all of them. */
export type Words = (text: string) => string
const asIs: Words = (text) => text

export const aShell = (lang: Lang = 'id', own: Partial<PublicShell> = {}): PublicShell => ({
  lang,
  otherLang: { kind: 'link', href: '/?bahasa=en' },
  assets: { styles: ['/aset/public.css'], scripts: ['/aset/enhance.js'] },
  demo: false,
  ...own,
})

/** A report of which every field was filled. */
export const aReport = (own: Partial<ReportForm> = {}, words: Words = asIs): ReportForm => ({
  command: '0192f000-0000-7000-8000-0000000000c1',
  case: '0192f000-0000-7000-8000-0000000000c2',
  startedAt: '2026-11-22T02:00:00Z',
  kind: 'pengaduan',
  category: 'pbi-inactive',
  otherCategory: 'pip',
  summary: words('BPJS saya tidak aktif'),
  story: words('Ditolak di rumah sakit\nsejak Februari'),
  search: words('Caturtunggal'),
  village: '34.04.07.2001',
  address: words('Dusun Kledokan RT 4'),
  anonymous: '',
  forWhom: 'other',
  name: words('Budi Santoso'),
  person: words('Sumarni'),
  relation: 'neighbour',
  nik: words('3404075203600001'),
  phone: words('0812 3456 7890'),
  contactVia: 'whatsapp',
  ...own,
})

export const aPlace = (own: Partial<PlaceChoice> = {}, words: Words = asIs): PlaceChoice => ({
  code: '34.04.07.2001',
  name: words('Caturtunggal'),
  within: words('Depok, Kabupaten Sleman'),
  office: {
    name: words('Puskesos Caturtunggal'),
    above: false,
    address: words('Jl. Kaliurang KM 6'),
    phone: words('0274 512345'),
    hours: words('Senin–Jumat 08.00–15.00'),
    open: words('Buka sekarang, sampai 15.00'),
  },
  ...own,
})

/** The categories that step 1 offers. */
export const choices = (words: Words = asIs) => ({
  common: [{ value: 'pbi-inactive', label: words('PBI-JKN (BPJS/KIS) tidak aktif') }],
  groups: [{ label: words('Pendidikan'), items: [{ value: 'pip', label: words('PIP belum cair') }] }],
})

export const wrong = (...fields: readonly ReportField[]): readonly FieldProblem<ReportField>[] =>
  fields.map((field) => ({ field, text: 'public.report.missing.summary' }))

export const aReceipt = (own: Partial<ReceiptProps> = {}, words: Words = asIs): ReceiptProps => ({
  shell: aShell(),
  number: words('3404-26-000123'),
  secret: words('k7mw p3qx'),
  qr: [
    [true, false],
    [false, true],
  ],
  officeName: words('Puskesos Caturtunggal'),
  officePhone: words('0274 512345'),
  officeOpen: words('Tutup, buka lagi Senin 08.00'),
  whatsapp: 'https://wa.me/?text=3404-26-000123',
  ...own,
})

export const anOffer = (own: Partial<ActOffer> = {}): ActOffer => ({
  act: 'confirm',
  command: '0192f000-0000-7000-8000-0000000000c3',
  at: '2026-11-22T02:00:00Z',
  note: '',
  satisfaction: '',
  problem: null,
  ...own,
})

/** The page of a case of which nothing is offered and with which nothing was done, unless a test says so. */
export const aStanding = (own: Partial<StandingProps> = {}, kase: Partial<ToldCase> = {}): StandingProps => ({
  shell: aShell(),
  kase: aPublicCase(kase),
  zone: 'Asia/Jakarta',
  now: monday + dayMs,
  officeOpen: 'Buka sekarang, sampai 15.00',
  officeHours: 'Senin–Jumat 08.00–15.00',
  categoryName: 'PBI-JKN (BPJS/KIS) tidak aktif',
  outcomeName: null,
  offers: [],
  waitsUntil: null,
  reopenUntil: null,
  done: null,
  refusal: null,
  proposals: [],
  applications: [],
  hasReceipt: false,
  ...own,
})

/** A referral behind its reply link, with everything granted and every step offered. */
export const aReply = (own: Partial<ReplyProps> = {}, words: Words = asIs): ReplyProps => ({
  shell: aShell(),
  referral: {
    id: ids.referral(1),
    district: ledgerCode.parse('34.04'),
    version: 2,
    status: 'on-hold',
    asked: words('Mohon surat keterangan perawatan.'),
    result: words('Mohon surat pengantar.'),
    requestedAt: monday,
    dueAt: monday + 3 * dayMs,
    changedAt: monday,
    linkUntil: monday + 30 * dayMs,
    caseId: ids.case(1),
    caseVersion: 6,
    number: words('3404-26-000123'),
    kind: 'service',
    category: 'pbi-inactive',
    summary: words('BPJS saya tidak aktif'),
    consent: { basis: 'verbal', words: words('Pak RT Suroto') },
    placeName: words('Caturtunggal'),
    fromOffice: ids.office(1),
    fromOfficeName: words('Puskesos Caturtunggal'),
    fromOfficePhone: words('0274 512345'),
    toOffice: ids.office(2),
    toOfficeName: words('Klinik Bina Sehat'),
    fields: [...grantFields],
    story: words('Ditolak di rumah sakit\nsejak Februari'),
    clientName: words('Sumarni'),
    address: words('Dusun Kledokan RT 4'),
    contactVia: 'whatsapp',
    files: [{ id: ids.attachment(1), name: words('surat.pdf'), size: 1000 }],
    steps: [{ kind: 'referral.hold', at: monday, officeName: words('Klinik Bina Sehat') }],
  },
  numbers: {
    phone: words('08**-****-**90'),
    nik: words('3404********0001'),
    kk: null,
    open: false,
    problem: 'reply.reveal.missing',
  },
  zone: 'Asia/Jakarta',
  now: monday + dayMs,
  categoryName: words('PBI-JKN (BPJS/KIS) tidak aktif'),
  offers: replyActs.map((act) => ({
    act,
    command: '0192f000-0000-7000-8000-0000000000c4',
    at: '2026-11-22T02:00:00Z',
    note: words('Penuh sampai Desember.'),
    choices: [{ value: 'capacity-full', label: words('Daya tampung penuh') }],
    chosen: 'capacity-full',
    problems: [
      { field: 'choice', text: 'reply.choice.missing' },
      { field: 'note', text: 'reply.note.missing' },
    ],
  })),
  done: 'hold',
  refusal: { text: words('Sudah berubah'), typed: words('Yang saya tulis') },
  ...own,
})

/** Every page at its fullest: all fields filled, all faults told, all acts offered, and every text through `words`. */
export function allPages(shell: PublicShell, words: Words = asIs): readonly Sample[] {
  return [
    ['home', { shell, also: ['offices', 'programmes', 'surges'] }],
    ['reportKind', { shell }],
    ['message', aMessage(shell, words)],
    ...reportPages(shell, words),
    ['receipt', aReceipt({ shell }, words)],
    ['track', aTrack(shell, words)],
    ['standing', everythingOf(shell, words)],
    ['reply', aTrack(shell, words)],
    ['replyStanding', aReply({ shell }, words)],
    ['offices', { shell, search: words('Caturtunggal'), found: someFound(words) }],
    ['letter', { shell, letter: aPublicLetter({}, words), zone: 'Asia/Jakarta' }],
    ['letter', { shell, letter: null, zone: 'Asia/Jakarta' }],
    ['offices', { shell, search: words('Xyzabc'), found: { places: [], more: false } }],
    ['surges', { shell, lists: [aSurgeLine({}, words)] }],
    ['surge', aSurgePage({ shell }, words)],
    ['surge', aSurgePage({ shell, surge: null }, words)],
  ]
}

/** A list that is told to everybody, in a list of them. */
export const aSurgeLine = (own: Partial<PublicSurgeLine> = {}, words: Words = asIs): PublicSurgeLine => ({
  district: ledgerCode.parse('34.04'),
  id: ids.surge(1),
  name: words('PBI dinonaktifkan Februari'),
  placeName: words('Kabupaten Sleman'),
  day: '2026-11-02',
  open: true,
  ...own,
})

/** A list in numbers, some of them too few to be told. */
export const aPublicSurge = (own: Partial<PublicSurge> = {}, words: Words = asIs): PublicSurge => {
  const { id: _id, ...line } = aSurgeLine({}, words)
  const places = [
    { name: words('Depok'), total: 1200, done: 300 },
    { name: words('Turi'), total: 40, done: 8 },
    { name: words('Ngaglik'), total: 3, done: 0 },
  ]
  const days = [
    { day: '2026-11-03', done: 300 },
    { day: '2026-11-04', done: 8 },
  ]
  const counts = { total: 1243, matched: 900, opened: 1241, placed: 600, done: 308 }
  return { ...line, ...publicPicture(counts, places, days), ...own }
}

export const aSurgePage = (own: Partial<PublicPages['surge']> = {}, words: Words = asIs): PublicPages['surge'] => ({
  shell: aShell(),
  surge: aPublicSurge({}, words),
  zone: 'Asia/Jakarta',
  now: monday,
  least: 5,
  ...own,
})

/** A letter as its check page is told of it. */
export const aPublicLetter = (own: Partial<PublicLetter> = {}, words: Words = asIs): PublicLetter => ({
  kind: 'registered',
  status: 'issued',
  number: words('400.9/001/SLRT/XI/2026'),
  issuedAt: monday,
  office: words('Puskesos Caturtunggal'),
  holder: words('S***'),
  replacedBy: null,
  changedAt: monday,
  ...own,
})

const aMessage = (shell: PublicShell, words: Words) => ({
  shell,
  kind: 'problem' as const,
  title: words('Halaman ini tidak ada'),
  text: words('Mungkin alamatnya salah ketik.'),
  next: { href: '/', label: words('Ke halaman depan') },
  reference: words('req-1'),
})

const aTrack = (shell: PublicShell, words: Words) => ({
  shell,
  form: { number: words('3404-26-000123'), secret: words('rahasia sekali'), key: words('kunci'), kept: words('{}') },
  problems: [{ field: 'secret', text: 'public.report.missing.summary' } as const],
  refusal: words('Nomor dan kode tidak cocok.'),
  expired: true,
})

const someFound = (words: Words) => ({
  places: [aPlace({}, words), aPlace({ code: '11.01.01.2001', office: null }, words)],
  more: true,
})

function reportPages(shell: PublicShell, words: Words): readonly Sample[] {
  const form = aReport({}, words)
  const refusal = { text: words('Laporan ini sudah terkirim.'), receipt: true }
  const who = { categoryName: words('PBI-JKN'), place: aPlace({}, words), refusal }
  return [
    [
      'reportWhat',
      { shell, form, problems: wrong('category', 'otherCategory', 'summary', 'story'), ...choices(words) },
    ],
    [
      'reportWhere',
      {
        shell,
        form,
        problems: wrong('search', 'village', 'address'),
        found: someFound(words),
        unserved: words('Bakongan'),
      },
    ],
    ['reportWhere', { shell, form, problems: [], found: { places: [], more: false }, unserved: null }],
    [
      'reportWho',
      { shell, form, problems: wrong('forWhom', 'name', 'person', 'relation', 'nik', 'phone', 'contactVia'), ...who },
    ],
  ]
}

const everythingOf = (shell: PublicShell, words: Words): StandingProps =>
  aStanding(
    {
      shell,
      officeOpen: words('Buka sekarang, sampai 15.00'),
      officeHours: words('Senin–Jumat 08.00–15.00'),
      categoryName: words('PBI-JKN'),
      outcomeName: words('Dipenuhi'),
      offers: citizenActs.map((act) =>
        anOffer({ act, note: words('Sudah saya antar'), problem: 'public.act.words.missing' }),
      ),
      waitsUntil: monday + 14 * dayMs,
      reopenUntil: monday + 30 * dayMs,
      done: 'complete',
      refusal: { text: words('Laporan ini sudah berubah.'), typed: words('Kata-kata saya') },
      hasReceipt: true,
    },
    {
      number: words('3404-26-000123'),
      summary: words('BPJS PBI tidak aktif'),
      placeName: words('Caturtunggal'),
      officeName: words('Puskesos Caturtunggal'),
      officePhone: words('0274 512345'),
      missing: words('Fotokopi KK'),
      result: words('Kartu sudah aktif.'),
      waitingOffice: words('RSUD Sleman'),
      status: 'handling',
      steps: [{ kind: 'case.register', at: monday, officeName: words('Puskesos') }],
      referrals: [
        { officeName: words('RSUD Sleman'), status: 'accepted', requestedAt: monday, changedAt: monday, dueAt: null },
      ],
    },
  )
