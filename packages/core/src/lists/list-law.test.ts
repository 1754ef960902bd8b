import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listNames } from '../case/policy.ts'
import { editableLists, lawOfList, mayEnd, retentionCodes, windowCodes } from './list-law.ts'
import { shippedLists } from './shipped.ts'

// Every province and the nation: those under WIB, under WITA, under WIT.
const provinces = [
  '00 11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62',
  '51 52 53 63 64 65 71 72 73 74 75 76',
  '81 82 91 92 93 94 95 96',
].flatMap((line) => line.split(' '))

/** Who changes each list, whether it grows, and which codes the law needs: written down apart from the law. */
const spec: Readonly<Record<string, readonly [by: string, grows: boolean, needed: readonly string[]]>> = {
  category: ['each-place', true, []],
  outcome: ['each-place', true, ['not-granted']],
  channel: ['each-place', true, ['walk-in', 'web']],
  how: ['each-place', true, []],
  return: ['each-place', true, []],
  reject: ['each-place', true, []],
  escalate: ['each-place', true, ['time-over']],
  cancel: ['each-place', true, ['redirected']],
  decline: ['each-place', true, []],
  unmet: ['each-place', true, []],
  became: ['each-place', true, ['better', 'needs-more', 'moved', 'died', 'not-met']],
  aside: ['each-place', true, []],
  'visit-trigger': ['each-place', true, []],
  'visit-result': ['each-place', true, []],
  'visit-missed': ['each-place', true, []],
  'surge-kind': ['each-place', true, []],
  need: ['each-place', true, []],
  'need-unmet': ['each-place', true, []],
  'need-stopped': ['each-place', true, []],
  sector: [
    'nation',
    false,
    [
      'health',
      'education',
      'social-economy',
      'food',
      'energy',
      'agriculture',
      'fisheries',
      'housing',
      'civil-registration',
    ],
  ],
  priority: ['each-place', false, ['normal', 'raised', 'red']],
  notice: [
    'each-place',
    false,
    'received settled taken returned completed expired recommended approved checked-again moved late answered closed reopened merged unmerged cancelled referred referral erasure-asked erasure-declined secret-renewed proposal-made proposal-sent proposal-accepted proposal-rejected objection-late programme bare'.split(
      ' ',
    ),
  ],
  window: [
    'each-place',
    false,
    [
      'completeDays',
      'wordDays',
      'reopenDays',
      'acceptDays',
      'grantDays',
      'redDays',
      'staleDays',
      'startDays',
      'finishDays',
      'linkDays',
      'firstVisitDays',
      'secondVisitDays',
      'messageDays',
      'extractDays',
      'reviewDays',
      'challengeSubdistrictDays',
      'challengeDistrictDays',
      'challengeProvinceDays',
      'challengeNationDays',
    ],
  ],
  retention: [
    'each-place',
    false,
    ['case', 'restricted', 'access-log', 'registry', 'ppks', 'visit', 'psks', 'affected'],
  ],
  zone: ['nation', true, provinces],
  'letter-purpose': ['each-place', true, []],
  // What values of the registry are chosen from.
  ...Object.fromEntries(
    [
      'status_hubungan_keluarga status_kawin partisipasi_sekolah ijazah_tertinggi lapangan_usaha status_pekerjaan',
      'tingkat_kesulitan ragam_disabilitas penyakit_kronis gizi_balita golongan_penghasilan agama',
      'status_kepemilikan_rumah jenis_lantai jenis_dinding jenis_atap sumber_air_minum sumber_penerangan',
      'daya_terpasang bahan_bakar fasilitas_bab jenis_kloset pembuangan_akhir_tinja status_lahan',
    ]
      .flatMap((line) => line.split(' '))
      .map((list) => [list, ['each-place', true, []] as const]),
  ),
  jenis_kelamin: ['nation', false, ['1', '2']],
  indicator: ['each-place', true, []],
  'proposal-reason': ['each-place', true, []],
  'proposal-return': ['each-place', true, []],
  'proposal-answer': ['each-place', true, []],
  'ppks-ending': ['each-place', true, []],
  'ppks-risk': ['each-place', true, []],
  'ppks-type': ['nation', true, []],
  'cell-limit': ['nation', false, ['ppks', 'need']],
  'challenge-kind': ['nation', true, ['other']],
  'psks-kind': ['nation', true, []],
}

test('LISTS-11 the lists that are changed in a browser are these, every one that the law reads among them', () => {
  assert.deepEqual([...editableLists].toSorted(), Object.keys(spec).toSorted())
  for (const name of listNames) assert.ok(name in spec, name)
})

for (const list of editableLists) {
  test(`LISTS-13 the list ${list} is changed by whom, grows, and needs the codes that are written down`, () => {
    const { by, grows, needed } = lawOfList(list)
    assert.deepEqual([by, grows, needed], spec[list])
  })

  test(`LISTS-13 of the list ${list} every shipped item may end, but for what the law needs or a list that does not grow`, () => {
    const [, grows = false, needed = []] = spec[list] ?? []
    const codes = shippedLists.items.filter((item) => item.list === list).map(({ code }) => code)
    for (const code of needed) assert.ok(codes.includes(code), `${code} is not shipped`)
    for (const code of codes) assert.equal(mayEnd(list, code), grows && !needed.includes(code), code)
  })
}

test('LISTS-5 windows and years that the law looks up are the ones that are shipped, and no others', () => {
  const shipped = (list: string) => shippedLists.items.filter((item) => item.list === list).map(({ code }) => code)
  assert.deepEqual(shipped('window').toSorted(), [...windowCodes].toSorted())
  assert.deepEqual(shipped('retention').toSorted(), [...retentionCodes].toSorted())
})
