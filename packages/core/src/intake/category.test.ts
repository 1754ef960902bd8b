import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categories } from '../lists/categories.ts'
import { categoryChoices } from '../testing/a-report.ts'
import { plain } from './alike.ts'
import { categoryIn } from './category.ts'
import { categoryWords } from './category-words.data.ts'

/** What facilitators write behind "Kategori:", and the category that an officer would choose for it. */
const meant: Readonly<Record<string, readonly string[]>> = {
  'pbi-inactive': ['BPJS mati', 'KIS nonaktif', 'reaktivasi PBI'],
  'maternity-cover': ['Jampersal', 'biaya melahirkan'],
  'mental-illness': ['ODGJ', 'gangguan jiwa', 'pasung'],
  'kip-kuliah': ['KIP kuliah', 'beasiswa mahasiswa'],
  'school-dropout': ['putus sekolah', 'anak putus sekolah'],
  'decile-check': ['cek desil'],
  'aid-not-paid': ['PKH belum cair', 'sembako tidak cair'],
  'aid-card': ['kartu KKS hilang', 'ATM rusak'],
  'aid-wrong-target': ['bansos salah sasaran'],
  levy: ['pungli', 'bansos dipotong'],
  'neglected-elderly': ['lansia terlantar', 'jompo sebatang kara'],
  'neglected-child': ['anak terlantar'],
  homeless: ['gelandangan', 'pengemis'],
  violence: ['KDRT', 'kekerasan perempuan'],
  'assistive-device': ['kursi roda', 'kaki palsu', 'alat bantu difabel'],
  'orphan-aid': ['yatim piatu', 'anak yatim'],
  'death-benefit': ['santunan kematian'],
  disaster: ['korban banjir', 'longsor', 'kebakaran'],
  kube: ['modal usaha', 'UEP'],
  work: ['pelatihan kerja', 'lowongan kerja'],
  'food-emergency': ['tidak ada beras', 'lapar'],
  'electricity-subsidy': ['token listrik', 'subsidi listrik'],
  'unfit-house': ['rutilahu', 'RTLH', 'bedah rumah', 'atap bocor'],
  'water-sanitation': ['jamban', 'air bersih', 'sumur'],
  'birth-certificate': ['akta kelahiran', 'akta lahir'],
  'death-certificate': ['akta kematian'],
  'move-records': ['pindah domisili'],
}
for (const [code, all] of Object.entries(meant))
  test(`INTAKE-14 ${all.join(', ')}: this is ${code}`, () => {
    for (const said of all) assert.equal(categoryIn(said, '', null, categoryChoices)?.value, code, said)
  })

test('INTAKE-14 every category is known for sure by its own name, in any letters', () => {
  for (const { code, name } of categoryChoices)
    for (const said of [name, name.toUpperCase(), ` ${name}. `])
      assert.deepEqual(categoryIn(said, '', null, categoryChoices), { value: code, sure: 1 }, said)
})

test('INTAKE-14 words of the field are those of categories that are shipped, in plain letters', () => {
  const codes = new Set(categories.map(({ code }) => code))
  for (const [code, words] of Object.entries(categoryWords)) {
    assert.ok(codes.has(code), code)
    assert.equal(plain(words), words, code)
  }
})

test('INTAKE-14 without words there is no category; without categories there is none to choose', () => {
  for (const said of ['', '  ', '-', 'dan yang ini', 'zzz'])
    assert.equal(categoryIn(said, '', null, categoryChoices), null, said)
  assert.equal(categoryIn('BPJS mati', 'BPJS mati', null, []), null)
})

test('INTAKE-14 what the story hints at is half as sure as the same words said as a category', () => {
  const said = categoryIn('kursi roda', '', null, categoryChoices)
  const hinted = categoryIn('', 'kursi roda', null, categoryChoices)
  assert.equal(hinted?.value, said?.value)
  assert.equal(hinted?.sure, (said?.sure ?? 0) / 2)
})

test('INTAKE-14 a kind leaves only the categories that take it, whatever is said', () => {
  for (const kind of ['service', 'complaint', 'question', 'suggestion'] as const)
    for (const { name } of categoryChoices) {
      const found = categoryIn(name, '', kind, categoryChoices)
      const choice = categoryChoices.find(({ code }) => code === found?.value)
      assert.ok(!found || !choice?.kinds || choice.kinds.includes(kind), `${kind}: ${name}`)
    }
})

test('INTAKE-14 hunger that is spelt much like a fire is doubted, and left to a person', () => {
  assert.ok((categoryIn('kelaparan', '', null, categoryChoices)?.sure ?? 1) < 0.8)
})
