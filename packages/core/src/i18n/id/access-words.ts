import type { RestrictedKind, Right } from '../../access/permission.ts'
import type { RoleCode } from '../../access/shipped-roles.ts'
import type { OfficeKind, OfficeLevel } from '../../office/office.ts'

type AccessWord =
  | `role.${RoleCode}`
  | `permission.${Right}`
  | `restricted.${RestrictedKind}`
  | `level.${OfficeLevel}`
  | `office-kind.${OfficeKind}`

/** Who may do what, where: roles, rights, restricted kinds, levels and kinds of offices. */
export const accessWords = {
  'role.fo': 'Petugas depan (FO)',
  'role.bo': 'Petugas belakang (BO)',
  'role.coordinator': 'Koordinator Puskesos',
  'role.manager': 'Manajer SLRT',
  'role.provider': 'Petugas penerima rujukan',
  'role.leader': 'Pimpinan',
  'role.province': 'Petugas provinsi',
  'role.national': 'Petugas pusat',
  'role.admin': 'Admin',
  'permission.case.read': 'melihat kasus',
  'permission.case.register': 'mencatat kasus',
  'permission.case.settle': 'menyelesaikan di meja depan',
  'permission.case.handle': 'menangani kasus',
  'permission.case.assign': 'menyerahkan kasus ke petugas',
  'permission.case.recommend': 'merekomendasikan',
  'permission.case.decide': 'memutuskan kasus',
  'permission.case.answer': 'menjawab warga',
  'permission.case.escalate': 'menaikkan atau menurunkan kasus',
  'permission.referral.request': 'merujuk ke kantor lain',
  'permission.referral.answer': 'menjawab rujukan',
  'permission.person.reveal': 'membuka NIK dan KK',
  'permission.case.erase': 'menghapus data kasus yang sudah berakhir',
  'permission.person.export': 'mengeluarkan seluruh data satu orang',
  'permission.access.review': 'melihat siapa yang membuka data',
  'permission.figures.read': 'melihat dasbor',
  'permission.office.manage': 'mengatur kantor',
  'permission.staff.manage': 'mengatur petugas',
  'permission.lists.manage': 'mengatur daftar dan kalender',
  'permission.citizen': 'menjadi warga pemilik kasus ini',
  'permission.clock': 'berjalan sendiri saat waktunya habis',
  'restricted.child-in-law': 'Anak berhadapan dengan hukum',
  'restricted.child-violence': 'Anak korban kekerasan',
  'restricted.child-protection': 'Anak memerlukan perlindungan khusus',
  'restricted.sex-work': 'Tuna susila',
  'restricted.minority': 'Kelompok minoritas',
  'restricted.former-inmate': 'Bekas warga binaan pemasyarakatan',
  'restricted.hiv': 'Orang dengan HIV',
  'restricted.narcotics': 'Korban penyalahgunaan NAPZA',
  'restricted.trafficking': 'Korban perdagangan orang',
  'restricted.violence': 'Korban kekerasan',
  'level.village': 'Desa atau kelurahan',
  'level.subdistrict': 'Kecamatan',
  'level.district': 'Kabupaten atau kota',
  'level.province': 'Provinsi',
  'level.nation': 'Pusat',
  'office-kind.puskesos': 'Puskesos',
  'office-kind.subdistrict-post': 'Pos kecamatan',
  'office-kind.secretariat': 'Sekretariat SLRT',
  'office-kind.province-office': 'Kantor provinsi',
  'office-kind.national-office': 'Kantor pusat',
  'office-kind.agency': 'Dinas atau badan',
  'office-kind.provider': 'Penyedia layanan',
} as const satisfies Record<AccessWord, string>
