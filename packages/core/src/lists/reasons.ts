import type { ListName } from '../case/policy.ts'
import type { Line } from './item.ts'

/** Why a move was made, list by list. A citizen reads these words on the tracking page. */
export const reasons: Readonly<Record<Exclude<ListName, 'channel' | 'outcome' | 'how'>, readonly Line[]>> = {
  return: [
    ['papers-missing', 'Berkas belum lengkap', 'Papers are missing'],
    ['identity-missing', 'NIK atau KK belum ada atau tidak cocok', 'Identity numbers missing or not matching'],
    ['story-unclear', 'Uraian masalah belum jelas', 'It is not clear what happened'],
    ['address-unclear', 'Alamat atau lokasi belum jelas', 'Address or place is not clear'],
    ['photo-unclear', 'Foto tidak terbaca', 'The photo cannot be read'],
    ['facility-letter-missing', 'Surat dari fasilitas kesehatan belum ada', 'Letter of the health facility is missing'],
  ],
  reject: [
    ['not-eligible', 'Tidak memenuhi syarat program', 'Conditions of the programme are not met'],
    ['not-in-registry', 'Tidak terdaftar dalam DTSEN', 'Not registered in DTSEN'],
    ['already-receives', 'Sudah menerima bantuan yang sama', 'Already receives the same aid'],
    ['quota-full', 'Kuota atau anggaran habis', 'Quota or budget is used up'],
    ['data-invalid', 'NIK atau KK tidak valid di Dukcapil', 'Identity numbers not valid at Dukcapil'],
    ['outside-authority', 'Bukan kewenangan pemerintah daerah', 'Not within the powers of the local government'],
    ['untrue', 'Keterangan tidak sesuai hasil pemeriksaan', 'What was said does not agree with the check'],
  ],
  escalate: [
    ['beyond-authority', 'Di luar kewenangan kantor ini', 'Beyond the powers of this office'],
    ['no-programme-here', 'Tidak ada program yang cocok di tingkat ini', 'No fitting programme at this level'],
    ['needs-higher-decision', 'Perlu keputusan kantor di atas', 'Needs a decision of the office above'],
    ['concerns-this-office', 'Pengaduan menyangkut kantor ini sendiri', 'The complaint is about this office itself'],
    ['time-over', 'Batas waktu kantor ini terlewati', 'The time limit of this office is over'],
  ],
  cancel: [
    ['withdrawn', 'Ditarik oleh warga', 'Withdrawn by the citizen'],
    ['no-longer-needed', 'Tidak diperlukan lagi', 'No longer needed'],
    ['wrong-entry', 'Salah catat', 'Entered by mistake'],
    ['redirected', 'Dialihkan ke kantor lain', 'Redirected to another office'],
    ['moved', 'Warga pindah daerah', 'The citizen moved away'],
    ['died', 'Warga meninggal dunia', 'The citizen died'],
  ],
  decline: [
    ['not-our-service', 'Bukan layanan kami', 'Not a service of ours'],
    ['capacity-full', 'Daya tampung penuh', 'No room left'],
    ['papers-missing', 'Berkas belum lengkap', 'Papers are missing'],
    ['not-eligible', 'Tidak memenuhi syarat layanan', 'Conditions of the service are not met'],
    ['outside-area', 'Di luar wilayah layanan', 'Outside our area'],
    ['service-closed', 'Layanan sedang tutup', 'The service is closed for now'],
  ],
  became: [
    ['better', 'Keadaan keluarga membaik', 'The family is better off'],
    ['same', 'Belum ada perubahan', 'Nothing has changed yet'],
    ['worse', 'Keadaan keluarga memburuk', 'The family is worse off'],
    ['needs-more', 'Membaik, masih perlu bantuan lain', 'Better, but needs other help'],
    ['moved', 'Keluarga pindah', 'The family moved away'],
    ['died', 'Warga meninggal dunia', 'The citizen died'],
    ['not-met', 'Tidak bertemu, dikunjungi lagi', 'Nobody was met, to be visited again'],
  ],
  aside: [
    ['no-report', 'Bukan laporan', 'No report'],
    ['thanks', 'Ucapan terima kasih atau salam', 'Thanks or greetings'],
    ['known', 'Tentang kasus yang sudah dicatat', 'About a case that is there already'],
    ['answered', 'Sudah dijawab langsung', 'Answered directly'],
    ['wrong-number', 'Salah kirim', 'Sent to the wrong number'],
    ['unwanted', 'Pesan iklan atau penipuan', 'Advertising or fraud'],
  ],
  unmet: [
    ['citizen-absent', 'Warga tidak datang', 'The citizen did not come'],
    ['citizen-declined', 'Warga tidak bersedia', 'The citizen did not want it'],
    ['not-eligible', 'Tidak memenuhi syarat setelah diperiksa', 'Conditions not met after a check'],
    ['no-budget', 'Anggaran atau barang tidak tersedia', 'No budget or goods'],
    ['moved', 'Warga pindah daerah', 'The citizen moved away'],
    ['died', 'Warga meninggal dunia', 'The citizen died'],
  ],
}
