import type { Trail } from './trail.ts'
import type { AskedOffice } from './world.ts'

const fields = ['story', 'client', 'contact', 'files'] as const
const silent = ''
const usualAsk = 'Mohon pemeriksaan dan tindak lanjut.'
const asksFor = new Map([
  ['dtsen-letter', 'Mohon surat keterangan terdaftar DTSEN, diperlukan minggu ini.'],
  ['pbi-inactive', 'Mohon pengaktifan kembali PBI. Warga kontrol setiap bulan.'],
  ['pbi-emergency', 'Mohon perawatan. Jaminan sedang diurus.'],
  ['pbi-new', 'Mohon diusulkan sebagai peserta baru PBI-JKN.'],
  ['dtsen-update', 'Mohon verifikasi ke rumah dan usulan perbaikan DTSEN.'],
  ['unfit-house', 'Mohon survei rumah dan bantuan bahan bangunan.'],
  ['kube', 'Mohon modal usaha kecil dan pendampingan.'],
  ['assistive-device', 'Mohon alat bantu sesuai ukuran warga.'],
  ['home-care', 'Mohon perawat berkunjung ke rumah.'],
  ['patient-aid', 'Mohon bantuan biaya perawatan di luar jaminan.'],
  ['kip-kuliah', 'Mohon rekomendasi KIP Kuliah sebelum daftar ulang.'],
  ['school-admission', 'Mohon diterima lewat jalur afirmasi.'],
  ['pip', 'Mohon kedua anak diusulkan sebagai penerima PIP.'],
  ['neglected-elderly', 'Mohon penjemputan dan tempat tinggal sementara.'],
  ['mental-illness', 'Mohon penjemputan dan perawatan.'],
  ['orphan-aid', 'Mohon anak dimasukkan ke daftar penerima bantuan.'],
  ['aid-not-paid', 'Mohon dicek mengapa bantuan tidak masuk ke rekening.'],
  ['aid-wrong-target', 'Mohon pemeriksaan kelayakan penerima di lapangan.'],
  ['school-fee', 'Mohon ijazah diserahkan kepada siswa.'],
  ['health-service', 'Mohon penjelasan rumah sakit dan tempat rawat inap.'],
  ['homeless', 'Mohon penampungan sementara dan ongkos pulang.'],
  ['disaster', 'Mohon terpal, makanan, dan bahan bangunan.'],
])

/** Asks another office and hears from it: most accept and finish, some decline and it goes to the next, a few fail. */
export function refer(trail: Trail, to: AskedOffice): void {
  const { dice } = trail.kase
  const first = trail.newId('referral')
  const grant = trail.newId('grant')
  const request = { referral: first, to: trail.officeId(to), grant, fields, note: askOf(trail) }
  trail.staff('handles', 'referral.request', request, [10, 200])
  const heard = dice.next()
  if (heard < 0.12) {
    const note = 'Bukan layanan kami.'
    trail.asked(to, 'referral.reject', { referral: first, reason: 'not-our-service', note }, [60, 1200])
    return redirect(trail, first, to === 'dinsos' ? 'baznas' : 'dinsos')
  }
  trail.asked(to, 'referral.accept', { referral: first, note: silent }, [30, 900])
  serve(trail, first, to, heard > 0.95)
}

const askOf = ({ kase }: Trail): string => asksFor.get(kase.need.category) ?? usualAsk

function redirect(trail: Trail, old: string, to: AskedOffice): void {
  const next = trail.newId('next referral')
  const asked = { to: trail.officeId(to), grant: trail.newId('next grant'), fields, note: askOf(trail) }
  trail.staff('handles', 'referral.redirect', { referral: old, next, ...asked }, [30, 400])
  trail.asked(to, 'referral.accept', { referral: next, note: silent }, [30, 900])
  serve(trail, next, to, false)
}

function serve(trail: Trail, referral: string, office: AskedOffice, fails: boolean): void {
  const { dice, need } = trail.kase
  if (dice.chance(0.3)) trail.asked(office, 'referral.start', { referral, note: silent }, [20, 600])
  if (fails) {
    const note = 'Warga tidak datang setelah dua kali diundang.'
    return trail.asked(office, 'referral.fail', { referral, reason: 'citizen-absent', note }, [600, 3000])
  }
  trail.asked(office, 'referral.complete', { referral, outcome: 'granted', note: need.done[1] }, [200, 2600])
}
