import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { familyVariables, personVariables } from '../registry/variables.ts'
import { property } from '../testing/property.ts'
import { headKey, mappingProblem, suggestMapping, targetKeys, targets } from './columns.ts'

/** Heads as files of ministries and districts have them, and what each means. */
const seen: readonly (readonly [target: string, heads: readonly string[]])[] = [
  ['person.nomor_induk_kependudukan', ['NIK', 'nik', 'No. NIK', 'NOMOR NIK', 'no_ktp', 'Nomor Induk Kependudukan']],
  ['person.nama', ['Nama', 'NAMA LENGKAP', 'Nama ART', 'nama_anggota_keluarga', 'Nama Penduduk']],
  ['person.tanggal_lahir', ['Tanggal Lahir', 'TGL_LAHIR', 'tgl lahir', 'TanggalLahir', 'tgl_lhr']],
  ['person.jenis_kelamin', ['JK', 'Jenis Kelamin', 'id_jenis_kelamin', 'Kelamin', 'jns kelamin']],
  ['person.nomor_telepon', ['No HP', 'Nomor Telepon', 'telp', 'HP', 'no_telepon']],
  ['person.status_hubungan_keluarga', ['SHDK', 'hub_krt', 'Hubungan Keluarga', 'id_hub_kepala_keluarga']],
  ['person.status_kawin', ['Status Kawin', 'sta_kawin', 'id_status_perkawinan']],
  ['person.penyakit_kronis', ['penyakit_menahun', 'id_penyakit_menahun', 'Penyakit Kronis']],
  ['person.nama_ibu_kandung', ['Nama Ibu', 'ibu_kandung', 'Nama Ibu Kandung']],
  ['person.tempat_lahir', ['tmp_lahir', 'Tempat Lahir']],
  ['family.nomor_kartu_keluarga', ['No KK', 'NOKK', 'No. KK', 'nomor_kk', 'KK', 'Nomor Kartu Keluarga']],
  ['family.nama_kepala_keluarga', ['Nama Kepala Keluarga', 'Kepala Keluarga', 'nama_krt']],
  ['family.provinsi', ['Provinsi', 'Propinsi', 'nama_provinsi']],
  ['family.kabupaten_kota', ['Kabupaten/Kota', 'KABUPATEN', 'kab_kota']],
  ['family.kecamatan', ['Kecamatan', 'NAMA_KECAMATAN']],
  ['family.kelurahan_desa', ['Desa/Kelurahan', 'Kelurahan', 'DESA', 'nama_desa', 'kelurahan_desa']],
  ['family.kode_kelurahan_desa', ['kode_desa', 'KDKEL', 'Kode Wilayah', 'id_desa', 'kode_kelurahan']],
  ['family.kode_kecamatan', ['kdkec', 'kode_kecamatan']],
  ['family.desil', ['Desil', 'desil_nasional', 'Desil Keluarga', 'decile', 'DESIL KESEJAHTERAAN']],
  ['family.AC', ['AC', 'ac']],
  ['family.id_meteran_PLN', ['ID Meteran PLN', 'id_meteran_pln']],
]
for (const [target, heads] of seen)
  test(`LOAD-1 ${target} is known as ${heads.join(', ')}`, () => {
    for (const head of heads) assert.deepEqual(suggestMapping([head]), { [target]: 0 }, head)
  })

test('LOAD-1 what means nothing here is left alone', () => {
  for (const head of ['', ' ', '-', 'No', 'Catatan', 'RT', 'gaji', 'nik ayah', 'nama_', '__proto__', 'constructor'])
    assert.deepEqual(
      Object.keys(suggestMapping([head])).filter((key) => key !== 'person.nama'),
      [],
      head,
    )
})

test('LOAD-1 a target stands for one variable, each once, and the number of the card is one column', () => {
  assert.equal(targetKeys.size, targets.length)
  const named = new Set(targets.map(({ name }) => name))
  for (const { name } of [...personVariables, ...familyVariables]) assert.ok(named.has(name), name)
  assert.deepEqual(
    targets.filter(({ name }) => name === 'nomor_kartu_keluarga').map(({ key }) => key),
    ['family.nomor_kartu_keluarga'],
  )
  assert.ok(named.has('desil'))
})

test('LOAD-1 of two columns that are called alike the first is taken, and the other is not read', () => {
  const mapping = suggestMapping(['NIK', 'Nama', 'nik', 'NAMA LENGKAP', 'No KK'])
  assert.deepEqual(mapping, {
    'person.nomor_induk_kependudukan': 0,
    'person.nama': 1,
    'family.nomor_kartu_keluarga': 4,
  })
})

test('LOAD-1 one address is the family’s where there are cards, the person’s where there are none, each its own where there are two', () => {
  assert.deepEqual(suggestMapping(['nik', 'nama', 'alamat']), {
    'person.nomor_induk_kependudukan': 0,
    'person.nama': 1,
    'person.alamat': 2,
  })
  const one = suggestMapping(['nik', 'no_kk', 'alamat'])
  assert.deepEqual([one['person.alamat'], one['family.alamat']], [undefined, 2])
  const two = suggestMapping(['nik', 'no_kk', 'alamat', 'alamat_keluarga'])
  assert.deepEqual([two['person.alamat'], two['family.alamat']], [2, 3])
  const domicile = suggestMapping(['no_kk', 'alamat_domisili', 'nik'])
  assert.deepEqual([domicile['person.alamat'], domicile['family.alamat']], [undefined, 1])
})

const someHead = fc.oneof(
  fc.constantFrom(...seen.flatMap(([, heads]) => heads)),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
property(
  'LOAD-1 whatever the heads are, a suggestion uses each column once, and columns that there are',
  fc.array(someHead, { maxLength: 30 }),
  (heads) => {
    const mapping = suggestMapping(heads)
    const used = Object.values(mapping)
    assert.equal(new Set(used).size, used.length)
    for (const [key, nth] of Object.entries(mapping)) assert.ok(targetKeys.has(key) && nth >= 0 && nth < heads.length)
    assert.ok(!['column-twice', 'unknown-target'].includes(mappingProblem(mapping) ?? ''))
  },
)

property(
  'LOAD-2 heads are known again in other capitals, with other spaces and dots; in another order they are others',
  fc.uniqueArray(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 2, maxLength: 8 }),
  (heads) => {
    const shouted = heads.map((head) => ` ${head.toUpperCase().split('').join('.')} `)
    assert.equal(headKey(shouted), headKey(heads))
    assert.notEqual(headKey(heads.toReversed()), headKey(heads))
    assert.notEqual(headKey([...heads, 'lagi']), headKey(heads))
  },
)
