/** Names of screens that stand in the menu before their other texts are there. */
export const screenNames = {
  'figures.title': 'Dasbor',
  'villages.title': 'Desa dampingan',
  'villages.menu': 'Dampingan',
  'lists.title': 'Daftar pilihan',
  'lists.menu': 'Pilihan',
  'calendar.title': 'Hari libur dan jam buka',
  'office.title': 'Kantor',
  'staff.title': 'Petugas',
  'roles.title': 'Peran',
  'notice.title': 'Kabar',
  'own.title': 'Akun saya',
  'access.title': 'Riwayat akses',
  'export.title': 'Data satu warga',
  'retention.title': 'Masa simpan data',
  'retention.menu': 'Masa simpan',
  'import.title': 'Muat dari berkas',
} as const satisfies Record<string, string>
