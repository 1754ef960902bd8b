import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Said } from '../testing/a-report.ts'
import { aReport, linesOfReport } from '../testing/a-report.ts'
import { property } from '../testing/property.ts'
import { plain } from './alike.ts'
import { taughtLabels } from './labels.ts'
import { readReports } from './read-reports.ts'
import type { Report } from './report.ts'

const only = (paste: string): Report => {
  const [report, ...more] = readReports(paste)
  assert.ok(report, 'nothing was read')
  assert.equal(more.length, 0, 'more than one report')
  return report
}
const textsOf = ({ fields }: Report): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, { text }]) => [field, text]))
const meant = (report: readonly Said[]): Record<string, string> =>
  Object.fromEntries(report.map(({ field, text }) => [field, text]))

property(
  'INTAKE-11 lines in any order are the same report',
  aReport.chain((report) =>
    fc.tuple(fc.constant(report), fc.shuffledSubarray([...report], { minLength: report.length })),
  ),
  ([report, shuffled]) => {
    const read = only(linesOfReport(shuffled).join('\n'))
    assert.deepEqual(textsOf(read), meant(report))
    assert.deepEqual(read.unread, [])
  },
)

property(
  'INTAKE-11 lines that are missing take nothing else with them',
  aReport.chain((report) => fc.shuffledSubarray([...report], { minLength: 1 })),
  (some) => assert.deepEqual(textsOf(only(linesOfReport(some).join('\n'))), meant(some)),
)

/** A label with a letter left out, doubled, or swapped with the next, but not its first. */
const slip = (label: string, at: number, how: number): string => {
  const place = 1 + (at % Math.max(1, label.length - 2))
  const [before, here = '', next = '', after] = [
    label.slice(0, place),
    label[place],
    label[place + 1],
    label.slice(place + 2),
  ]
  return (
    [`${before}${next}${after}`, `${before}${here}${here}${next}${after}`, `${before}${next}${here}${after}`][
      how % 3
    ] ?? label
  )
}

property(
  'INTAKE-12 one slip in every label of four letters and more is forgiven, and told by being less sure',
  fc.tuple(aReport, fc.array(fc.tuple(fc.nat(20), fc.nat(2)), { minLength: 12, maxLength: 12 })),
  ([report, slips]) => {
    const lines = report.map(({ field, text }, at) => {
      const [place = 0, how = 0] = slips[at] ?? []
      const label = taughtLabels[field]
      return `${/^[A-Z][a-z]{3,}$/.test(label) ? slip(label, place, how) : label}: ${text}`
    })
    const read = only(lines.join('\n'))
    assert.deepEqual(textsOf(read), meant(report))
    for (const [field, { label, sure }] of Object.entries(read.fields)) {
      const taught = report.some((said) => said.field === field && plain(taughtLabels[said.field]) === plain(label))
      assert.equal(sure === 1, taught, `${field} as ${label}`)
    }
  },
)

property(
  'INTAKE-11 several reports stay apart, whatever parts them, each shuffled by itself',
  fc.tuple(
    fc.array(
      aReport.chain((report) => fc.shuffledSubarray([...report], { minLength: report.length })),
      { minLength: 2, maxLength: 5 },
    ),
    fc.constantFrom('\n\n', '\n---\n', '\n=====\n\n', '\n*LAPORAN 2*\n', '\n[21/11/26 08.17.02] Bu Sri: '),
  ),
  ([reports, between]) => {
    const read = readReports(reports.map((report) => linesOfReport(report).join('\n')).join(between))
    assert.deepEqual(read.map(textsOf), reports.map(meant))
  },
)

property(
  'INTAKE-11 a text that is cut anywhere, or is no report at all, loses no word',
  fc.oneof(
    fc.tuple(aReport, fc.nat(400)).map(([report, end]) => linesOfReport(report).join('\n').slice(0, end)),
    fc.string({ maxLength: 200 }),
    fc
      .array(fc.constantFrom('Nama: A', 'Selamat pagi', '---', '', '[1/1/26 08.00] B: halo', 'NIK', 'Keluhan:', 'x: y'))
      .map((all) => all.join('\n')),
  ),
  (paste) => {
    const said = readReports(paste)
      .flatMap(({ lines }) => lines.map(plain))
      .join(' ')
    for (const word of plain(paste)
      .split(' ')
      .filter((one) => /^[a-z]{6,}$/.test(one) && one !== 'laporan'))
      assert.ok(said.includes(word), `${word} is gone from ${said}`)
  },
  500,
)

test('INTAKE-10 bold labels, bullets, numbers, arrows and unseen signs around a label are no part of it', () => {
  for (const line of [
    '*Nama*: Siti',
    '*Nama :* Siti',
    '_Nama_ : *Siti*',
    '1. Nama: Siti',
    '- Nama = Siti',
    '• Nama: Siti',
    '> Nama: Siti',
    '\u200eNama\u00a0: Siti',
    '3) *Nama*: Siti',
    'NAMA : Siti',
    'Nama\tSiti',
    'Nama - Siti',
    'Nama (sesuai KTP): Siti',
  ])
    assert.deepEqual(textsOf(only(line)), { name: 'Siti' }, line)
})

test('INTAKE-10 what WhatsApp puts before a forwarded message is no part of it, in every shape', () => {
  for (const head of [
    '[21/11/26 08.15.33] Bu Sri: ',
    '[21/11, 08.15] +62 812-3456-789: ',
    '21/11/26 08.15 - Bu Sri: ',
    '11/21/26, 8:15 PM - Sri: ',
    '[08.15, 21/11/2026] Sri: ',
    '[21/11/26 08.15] ',
  ])
    assert.deepEqual(textsOf(only(`${head}Nama: Siti\nDesa: Depok`)), { name: 'Siti', village: 'Depok' }, head)
})

test('INTAKE-10 two labels on one line are two fields; a colon in a story parts nothing', () => {
  assert.deepEqual(textsOf(only('Nama: Siti, NIK: 3404, KK: 3405\nDesa: Caturtunggal Kec: Depok')), {
    name: 'Siti',
    nik: '3404',
    kk: '3405',
    village: 'Caturtunggal',
    subdistrict: 'Depok',
  })
  assert.deepEqual(textsOf(only('Keluhan: jam 10:30 katanya: besok')), { story: 'jam 10:30 katanya: besok' })
})

test('INTAKE-11 a story goes on over lines, points and empty lines until the next label', () => {
  const read = only('Keluhan: sakit\n1. demam\n\n2. batuk\nDesa: Depok\nterima kasih')
  assert.equal(read.fields.story?.text, 'sakit\n1. demam\n2. batuk')
  assert.deepEqual(read.unread, ['terima kasih'])
})

test('INTAKE-11 a value may stand under its label, and a label with nothing behind it says nothing', () => {
  assert.deepEqual(textsOf(only('Nama:\nSiti\nKK:\nNIK:\n3404')), { name: 'Siti', nik: '3404' })
})

test('INTAKE-11 a greeting, a second word for the same field, and labels that no field takes are kept', () => {
  const read = only('Assalamualaikum\nNama: Siti\nDesa: Depok\nDesa: Mlati\nPekerjaan: buruh\nRT: 04')
  assert.deepEqual(read.unread, ['Assalamualaikum', 'Desa: Mlati'])
  assert.deepEqual(read.asides, ['Pekerjaan: buruh'])
  assert.equal(read.fields.address?.text, 'RT 04')
})

test('INTAKE-11 reports that follow each other without a line between begin where somebody else is named', () => {
  const read = readReports('Nama: Siti\nDesa: Depok\nNama: Slamet\nDesa: Mlati')
  assert.deepEqual(read.map(textsOf), [
    { name: 'Siti', village: 'Depok' },
    { name: 'Slamet', village: 'Mlati' },
  ])
  assert.equal(readReports('Desa: Depok\nNama: Siti\nDesa: Mlati\nNama: Slamet').length, 2)
  assert.equal(readReports('Nama: Siti\nNama: Siti\nDesa: Depok').length, 1)
})

test('INTAKE-11 what stands at the head of a message belongs to the report that follows it', () => {
  const read = readReports('Pelapor: Sri\n\n---\nNama: Siti\n---\nNama: Slamet')
  assert.deepEqual(read.map(textsOf), [{ reporter: 'Sri', name: 'Siti' }, { name: 'Slamet' }])
})

test('INTAKE-11 nothing at all is no report', () => {
  for (const paste of ['', '  \n\n', '---', '*LAPORAN SLRT*']) assert.deepEqual(readReports(paste), [])
})

test('INTAKE-11 reports that are parted by a rule stay apart, whatever signs the rule is made of', () => {
  for (const rule of ['---', '***', '_____', '~~~~~', '=====', '* * * *', '.....'])
    assert.deepEqual(
      readReports(`Nama: Siti\nDesa: Depok\n${rule}\nNama: Slamet`).map((report) => textsOf(report)['name']),
      ['Siti', 'Slamet'],
      rule,
    )
})
