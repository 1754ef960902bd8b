import type { LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import { fieldsOf } from '@openslrt/core/letter/kinds.ts'
import type { LetterPaper } from '@openslrt/core/letter/paper.ts'
import { templateData } from '@openslrt/core/letter/rules.ts'
import { fill, unknownFieldIn } from '@openslrt/core/letter/template.ts'

/** A template as its editor holds it. */
export interface TemplateValues {
  readonly title: string
  readonly code: string
  readonly body: string
  readonly from: string
}

/** The template that counts today, to be changed from a day on. */
export function templateValues(rules: readonly LetterRuleLine[], kind: LetterKind, today: string): TemplateValues {
  const rule = ruleOf(rules, kind)
  const { title, code, body } = templateData.safeParse(rule?.now?.data).data ?? { title: '', code: '', body: '' }
  return { title, code, body, from: today }
}

/** What is said of a kind's template. */
export const ruleOf = (rules: readonly LetterRuleLine[], kind: LetterKind): LetterRuleLine | undefined =>
  rules.find(({ list, code }) => list === 'letter-template' && code === kind)

/** LETTER-20 The field that a template names though its letters have none; null where all are known. */
export const strangeField = (
  kind: LetterKind,
  { title, body }: Pick<TemplateValues, 'title' | 'body'>,
): string | null => unknownFieldIn(kind, `${title}\n${body}`)

/** Puts a field into a text where the cursor is. */
export const withField = (text: string, field: string, at: number): string =>
  `${text.slice(0, at)}{${field}}${text.slice(at)}`

const samples: Readonly<Record<string, string>> = {
  nama: 'Sumarni',
  nik: '3404075203600001',
  kk: '3404070101100001',
  alamat: 'Jalan Kenanga 4, RT 04',
  desa: 'Caturtunggal',
  kecamatan: 'Depok',
  kabupaten: 'Kabupaten Sleman',
  provinsi: 'Daerah Istimewa Yogyakarta',
  nomor: '400.9/001/SLRT/XI/2026',
  tanggal: '2 November 2026',
  'tanggal-lahir': '12 Maret 1960',
  'tempat-lahir': 'Sleman',
  'tanggal-data': '1 Oktober 2026',
  desil: '2',
  jabatan: 'Kepala Dinas Sosial',
  kantor: 'Dinas Sosial',
  'nomor-kasus': '3404-26-000123',
}

/** A letterhead, for previews. */
export const sampleHead: LetterPaper['head'] = {
  over: 'Pemerintah Kabupaten Sleman',
  office: 'Dinas Sosial',
  address: 'Jalan Parasamya 1, Sleman',
  logo: null,
}

/** LETTER-22 The letter as it would look, with made-up words in its fields: laid out by the same rules as on paper. */
export function samplePaper(kind: LetterKind, { title, body }: TemplateValues): LetterPaper {
  const values = Object.fromEntries(fieldsOf(kind).map((field) => [field, samples[field] ?? `(${field})`]))
  return {
    head: sampleHead,
    title,
    number: samples['nomor'] ?? '',
    body: fill(body, values),
    signed: {
      at: 'Sleman, 2 November 2026',
      post: 'Kepala Dinas Sosial',
      name: 'Drs. Budi Santoso',
      rank: 'Pembina Tk. I',
      nip: '196803121990031004',
    },
    check: '',
    day: 0,
  }
}
