import { z } from 'zod'
import type { CaseRow } from '../case/case.ts'
import { sayDate } from '../i18n/when.ts'
import type { Instant } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { OfficeRow } from '../office/office.ts'
import { ledgerCode } from '../place/code.ts'
import type { LetterKind } from './kinds.ts'
import { fieldLaw } from './kinds.ts'
import type { LetterRow } from './letter.ts'
import type { LetterLogo, LetterPaper } from './paper.ts'
import type { SignerData, TemplateData } from './rules.ts'
import { fill, plainWords } from './template.ts'

/** What a letter knows of where its case lies: names, not codes. */
export interface PlaceNames {
  readonly village: string
  readonly subdistrict: string
  readonly district: string
  readonly province: string
}

/** Everything that stands on a letter, fixed when it is signed; `{nomor}` alone is filled in when it is printed. */
export const letterContent = z.object({
  head: z.object({
    over: z.string(),
    office: z.string(),
    address: z.string(),
    // Letters that were signed before there were logos say nothing of one.
    logo: z.object({ place: ledgerCode, file: z.string() }).nullable().default(null),
  }),
  title: z.string(),
  number: z.string(),
  body: z.string(),
  signed: z.object({ at: z.string(), post: z.string(), name: z.string(), rank: z.string(), nip: z.string() }),
  /** Where its check page stands; empty before it is signed. */
  check: z.string(),
  day: z.int(),
})
export type LetterContent = z.infer<typeof letterContent>

export interface ContentOf {
  readonly kase: CaseRow
  readonly letter: Pick<LetterRow, 'kind' | 'fields'>
  readonly purposeName: string
  readonly office: OfficeRow
  readonly places: PlaceNames
  readonly template: TemplateData
  readonly pattern: string
  readonly logo: LetterLogo | null
  readonly signer: SignerData & { readonly name: string }
  readonly check: string
  readonly now: Instant
  readonly zone: string
}

/** LETTER-15 The letter as its paper says it: the template with what the case knows and what was typed. */
export function contentOf(of: ContentOf): LetterContent {
  const { office, places, signer, now, zone } = of
  const date = sayDate(now, zone, 'id')
  return {
    head: {
      over: governmentOf(office, places),
      office: office.name,
      address: addressOf(office, places),
      logo: of.logo,
    },
    title: of.template.title,
    number: of.pattern,
    body: fill(of.template.body, { ...knownValues(of, date), ...typedValues(of.letter), nomor: '{nomor}' }),
    signed: {
      at: `${seatOf(office, places)}, ${date}`,
      post: signer.post,
      name: signer.name,
      rank: signer.rank,
      nip: signer.nip,
    },
    check: of.check,
    day: now,
  }
}

/** The content as it is kept: one spelling, so that its digest can be taken again. */
export const contentText = (content: LetterContent): string => canonical(content)

/** A kept content with the number that the ledger gave. */
export function paperOf(content: LetterContent, number: string | null): LetterPaper {
  const said = number ?? content.number.replace('{nomor}', '……')
  return { ...content, number: said, body: content.body.replaceAll('{nomor}', said) }
}

function knownValues({ kase, office, places, purposeName, signer }: ContentOf, date: string): Record<string, string> {
  const values = {
    tanggal: date,
    nama: kase.clientName,
    nik: kase.clientNik ?? '',
    kk: kase.clientKk ?? '',
    alamat: kase.clientAddress,
    telepon: kase.clientPhone ?? '',
    desa: places.village,
    kecamatan: places.subdistrict,
    kabupaten: places.district,
    provinsi: places.province,
    'nomor-kasus': kase.number,
    uraian: kase.summary,
    kantor: office.name,
    'alamat-kantor': office.address,
    keperluan: purposeName,
    jabatan: signer.post,
    'penanda-tangan': signer.name,
  }
  return Object.fromEntries(Object.entries(values).map(([field, words]) => [field, plainWords(words)]))
}

function typedValues({ kind, fields }: Pick<LetterRow, 'kind' | 'fields'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typedIn(fields)).map(([field, typed]) => [field, spelled(kind, field, typed)]),
  )
}

const typedJson = z.record(z.string(), z.string())
/** What was typed for a letter, as its row keeps it. */
export const typedIn = (fields: string): Readonly<Record<string, string>> => typedJson.parse(JSON.parse(fields))

const reasonWords: Readonly<Record<string, string>> = {
  kronis: 'penyakit kronis',
  katastropik: 'penyakit katastropik',
  darurat: 'keadaan darurat medis',
  bayi: 'bayi baru lahir',
  lainnya: 'kebutuhan pelayanan kesehatan lainnya',
}

function spelled(kind: LetterKind, field: string, typed: string): string {
  const type = fieldLaw(kind, field)?.type
  if (type === 'day' && typed !== '') return sayDate(Date.parse(`${typed}T05:00:00Z`), 'Asia/Jakarta', 'id')
  if (type === 'reason') return reasonWords[typed] ?? plainWords(typed)
  if (type === 'long') return typed.split('\n').map(plainWords).join('\n')
  return plainWords(typed)
}

/** "Pemerintah Kabupaten Sleman" over the name of an office, as letterheads have it. */
function governmentOf({ level }: OfficeRow, { village, subdistrict, district, province }: PlaceNames): string {
  switch (level) {
    case 'nation':
      return 'Republik Indonesia'
    case 'province':
      return `Pemerintah Provinsi ${province}`
    case 'district':
      return `Pemerintah ${district}`
    case 'subdistrict':
      return `Pemerintah ${district} · Kecamatan ${subdistrict}`
    case 'village':
      return `Pemerintah ${district} · ${village}`
  }
}

const addressOf = ({ address, phone }: OfficeRow, { district }: PlaceNames): string =>
  [address || district, phone && `Telepon ${phone}`].filter((part) => part !== '').join(' · ')

/** Where it is signed: the place that its office serves. */
const seatOf = ({ level }: OfficeRow, { village, subdistrict, district, province }: PlaceNames): string =>
  ({ village, subdistrict, district, province, nation: 'Jakarta' })[level].replace(/^(Kabupaten|Kota|Provinsi) /, '')
