import type { Line } from '../lists/item.ts'
import { sectorNames, sectors } from '../lists/sectors.ts'

/**
 * What people are in need of: what was counted in Musi Rawas in 2017 (547 needs, the most frequent first), then whatever
 * else is of one of the nine bidang.
 */
export const needKinds: readonly Line[] = [
  ['elderly-house', 'Bedah rumah lanjut usia', 'Repair of the house of an old person'],
  ['health-card', 'Kepesertaan JKN-KIS', 'Health insurance (JKN-KIS)'],
  ['disability-business', 'Usaha ekonomi penyandang disabilitas (UEP)', 'Business of a person with a disability'],
  ['assistive-device', 'Alat bantu', 'Assistive device'],
  ['business-group', 'Kelompok usaha bersama (KUBE)', 'Business group (KUBE)'],
  ['home-care', 'Perawatan di rumah (home care)', 'Care at home'],
  ['elderly-business', 'Usaha ekonomi lanjut usia (UEP)', 'Business of an old person'],
  ['registry-entry', 'Masuk data terpadu (DTSEN)', 'Entry in the registry (DTSEN)'],
  ['unfit-house', 'Perbaikan rumah tidak layak huni', 'Repair of an unfit house'],
  ['neglected', 'Penanganan warga terlantar', 'Care for a neglected person'],
  ['mental-health', 'Penanganan ODGJ', 'Care for a person with a mental disorder'],
  ['school-card', 'Bantuan sekolah (KIP/PIP)', 'School aid (KIP/PIP)'],
  ['family-hope', 'Program Keluarga Harapan (PKH)', 'Family Hope Programme (PKH)'],
  ['food-card', 'Bantuan sembako (KKS)', 'Food aid (KKS)'],
  ...sectors.map((sector): Line => {
    const [id, en] = sectorNames[sector]
    return [`other-${sector}`, `${id}: lainnya`, `${en}: other`]
  }),
]

/** Why a need is not met: what Bappeda and OPD read beside each number. */
export const unmetReasons: readonly Line[] = [
  ['no-programme', 'Tidak ada program yang cocok', 'No programme fits'],
  ['not-eligible', 'Tidak memenuhi syarat program', 'Conditions of the programme are not met'],
  ['quota-full', 'Kuota habis', 'The quota is used up'],
  ['no-budget', 'Anggaran atau barang tidak tersedia', 'No budget or goods'],
  ['papers-missing', 'Berkas tidak dapat dilengkapi', 'Papers could not be had'],
  ['citizen-declined', 'Warga tidak bersedia', 'The citizen did not want it'],
  ['moved', 'Warga pindah daerah', 'The citizen moved away'],
  ['died', 'Warga meninggal dunia', 'The citizen died'],
]

/** Why somebody receives a programme no more. */
export const stopReasons: readonly Line[] = [
  ['graduated', 'Sudah mandiri (graduasi)', 'Stands on their own feet'],
  ['not-eligible', 'Tidak lagi memenuhi syarat', 'Conditions are met no more'],
  ['data-fault', 'Data tidak padan', 'Data do not match'],
  ['term-over', 'Masa bantuan selesai', 'The term is over'],
  ['programme-ended', 'Program berakhir', 'The programme ended'],
  ['citizen-declined', 'Warga mengundurkan diri', 'The citizen withdrew'],
  ['moved', 'Warga pindah daerah', 'The citizen moved away'],
  ['died', 'Warga meninggal dunia', 'The citizen died'],
  ['not-known', 'Tidak diketahui sebabnya', 'The reason is not known'],
]
