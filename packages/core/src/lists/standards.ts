import type { Category } from '../case/policy.ts'

type Standard = Pick<Category, 'hopDays' | 'totalDays' | 'basis'>

/**
 * Time limits in working days, each with the published standard that it comes from. Where a standard gives only the
 * whole time, the hops at the tiers are our proposal within it; a district puts its own in their place.
 */
export const standards = {
  /** Look-ups and proofs that a desk gives on the spot. */
  lookUp: {
    hopDays: { village: 1, subdistrict: 1, district: 1, province: 1, nation: 1 },
    totalDays: 1,
    basis: 'Keterangan terdaftar DTKS/DTSEN: 60 menit (Garut), 1 hari (Baubau), 1x24 jam kerja (Blitar)',
  },
  /** Letters of recommendation of a social office. */
  letter: {
    hopDays: { village: 1, subdistrict: 1, district: 3, province: 3, nation: 3 },
    totalDays: 3,
    basis: 'Rekomendasi PIP: 3 hari kerja (Kab. Semarang); keterangan DTKS: 3 hari (Indragiri Hilir)',
  },
  /** Health insurance that was switched off. */
  insurance: {
    hopDays: { village: 1, subdistrict: 1, district: 3, province: 3, nation: 14 },
    totalDays: 14,
    basis: 'Rekomendasi PBI 1-3 hari kerja; kementerian dan BPJS 3-14 hari kerja (Blitar)',
  },
  /** Somebody who is in a hospital bed now. */
  emergency: {
    hopDays: { village: 1, subdistrict: 1, district: 1, province: 1, nation: 1 },
    totalDays: 1,
    basis: 'Pengaktifan PBI darurat dalam 24 jam (Tangerang Selatan); hari yang sama bila lengkap (Kemensos 2026)',
  },
  /** Questions, and complaints that need no check. */
  information: {
    hopDays: { village: 3, subdistrict: 3, district: 3, province: 5, nation: 5 },
    totalDays: 5,
    basis: 'SP4N-LAPOR!: tanggapan pertama 3 hari, permintaan informasi dan pengaduan 5 hari kerja',
  },
  /** Complaints that need a check, but no visit by a supervisor. */
  complaint: {
    hopDays: { village: 3, subdistrict: 3, district: 10, province: 14, nation: 14 },
    totalDays: 14,
    basis: 'SP4N-LAPOR!: pengaduan tanpa pemeriksaan lapangan 14 hari kerja; Dinsos Magetan 14, Sleman 10 hari',
  },
  /** Complaints that need an inspection in the field. */
  inspection: {
    hopDays: { village: 5, subdistrict: 5, district: 14, province: 20, nation: 20 },
    totalDays: 60,
    basis:
      'Perpres 76/2013: selesai paling lambat 60 hari sejak berkas lengkap; SP4N-LAPOR!: dengan pemeriksaan lapangan 60',
  },
  /** People in want of care now. */
  neglect: {
    hopDays: { village: 1, subdistrict: 1, district: 2, province: 5, nation: 5 },
    totalDays: 5,
    basis: 'Pita pengaduan SOP daerah: ringan 2 hari kerja, normatif 5 hari kerja',
  },
  /** Help that needs a visit, a budget line or a place on a list. */
  programme: {
    hopDays: { village: 3, subdistrict: 3, district: 14, province: 14, nation: 20 },
    totalDays: 60,
    basis: 'Verifikasi desa paling lama 3 hari kerja (Purwodadi); penyelesaian 60 hari (Perpres 76/2013)',
  },
  /** A family's place in the national register. */
  registry: {
    hopDays: { village: 3, subdistrict: 3, district: 14, province: 14, nation: 60 },
    totalDays: 60,
    basis: 'Verifikasi desa paling lama 3 hari kerja (Purwodadi); pendaftaran atau perbaikan data 3 bulan (Banyumas)',
  },
  /** Objections against who receives what. */
  objection: {
    hopDays: { village: 3, subdistrict: 3, district: 5, province: 10, nation: 14 },
    totalDays: 14,
    basis: 'Cek Bansos: sanggahan yang tidak diverifikasi dalam 14 hari dianggap tidak diterima',
  },
} as const satisfies Record<string, Standard>

export type StandardName = keyof typeof standards
