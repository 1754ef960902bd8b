/** Texts of the public face: short sentences, verbs first. */
export const publicFace = {
  'public.home.title': 'Ada yang bisa kami bantu?',
  'public.home.lead':
    'Sampaikan masalah Anda satu kali. Kami carikan kantor dan program yang tepat. Gratis, tanpa akun.',
  'public.home.complaint': 'Sampaikan keluhan',
  'public.home.complaint.text': 'Bantuan tidak sampai, layanan lambat, atau data Anda keliru.',
  'public.home.help': 'Minta bantuan',
  'public.home.help.text': 'Untuk Anda, keluarga, atau tetangga yang membutuhkan.',
  'public.home.question': 'Bertanya',
  'public.home.question.text': 'Tentang program, syarat, atau cara mengurusnya.',
  'public.home.also': 'Layanan lain',
  'public.home.track': 'Cek perkembangan',
  'public.home.track.text': 'Pakai nomor dan kode rahasia di tanda terima Anda.',
  'public.home.offices': 'Cari Puskesos terdekat',
  'public.home.offices.text': 'Alamat dan jam buka kantor di desa atau kelurahan Anda.',
  'public.home.programmes': 'Program bantuan',
  'public.home.programmes.text': 'Siapa yang berhak dan apa syaratnya.',
  'public.home.how': 'Setelah Anda melapor',
  'public.home.how.1': 'Anda menerima nomor dan kode rahasia. Simpan keduanya.',
  'public.home.how.2': 'Petugas memeriksa laporan Anda dan menghubungi kantor yang tepat.',
  'public.home.how.3': 'Anda melihat perkembangannya kapan saja, lalu menyatakan sendiri apakah masalahnya selesai.',
  'public.problem.not-found': 'Halaman ini tidak ada',
  'public.problem.not-found.text': 'Alamatnya mungkin salah ketik, atau halamannya sudah dipindahkan.',
  'public.problem.unavailable': 'Layanan sedang tidak dapat dihubungi',
  'public.problem.unavailable.text':
    'Yang sudah Anda kirim aman. Tunggu sebentar, lalu muat ulang halaman ini; isian Anda ikut terkirim lagi.',
  'public.problem.internal': 'Ada gangguan di pihak kami',
  'public.problem.internal.text':
    'Ini belum kami kerjakan. Coba lagi sebentar; bila masih begini, sampaikan nomor gangguan di bawah kepada kantor.',
  'public.problem.rate-limited': 'Terlalu banyak permintaan sekaligus',
  'public.problem.invalid': 'Isian ini tidak dapat kami baca',
  'public.problem.invalid.text':
    'Tekan tombol kembali di HP Anda, lalu kirim sekali lagi. Yang Anda tulis masih ada di sana.',
  'public.problem.other': 'Ini belum dapat kami kerjakan',
  'public.footer.about': 'Layanan resmi pemerintah daerah untuk keluhan dan kebutuhan sosial warga.',
  'public.footer.staff': 'Masuk untuk petugas',
} as const satisfies Record<string, string>
