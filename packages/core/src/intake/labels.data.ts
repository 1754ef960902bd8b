import type { Label } from './labels.ts'

/**
 * How facilitators name the lines of their reports (templates of Tanjungbalai, Batang and Blitar, and what people make
 * of them). One letter left out, doubled or swapped needs no line here: `nearest` forgives it.
 */
export const spelled: Readonly<Record<Label, string>> = {
  name: 'nama,nama warga,nama lengkap,nama klien,nama penerima,nama penerima manfaat,nama pm,nama kpm,nama pemohon,nama yang membutuhkan,nama warga yang membutuhkan,atas nama,an,warga',
  nik: 'nik,no nik,nomor nik,nik ktp,ktp,no ktp,nomor ktp,nomor induk kependudukan',
  kk: 'kk,no kk,nomor kk,kartu keluarga,no kartu keluarga,nomor kartu keluarga',
  address: 'alamat,alamat rumah,alamat lengkap,alamat domisili,tempat tinggal,domisili',
  'address-part': 'dusun,padukuhan,dukuh,kampung,lingkungan,rt,rw,rt rw,dusun rt rw,jalan,patokan',
  village: 'desa,kelurahan,desa kelurahan,desa kel,kel,kel desa,kalurahan,nagari,gampong,desa atau kelurahan,nama desa',
  subdistrict: 'kecamatan,kec,kapanewon,kemantren,distrik',
  phone:
    'hp,no hp,nomor hp,hp warga,no hp warga,telepon,telpon,telp,tlp,no telp,no telepon,nomor telepon,no tlp,wa,no wa,nomor wa,whatsapp,no whatsapp,hp wa,no hp wa,kontak,kontak warga',
  reporter: 'pelapor,nama pelapor,yang melapor,dilaporkan oleh,nama fasilitator,fasilitator,nama petugas,petugas',
  reporterPhone:
    'hp pelapor,no hp pelapor,nomor hp pelapor,telepon pelapor,no telp pelapor,telp pelapor,wa pelapor,no wa pelapor,kontak pelapor',
  relation:
    'hubungan,hub,hubungan pelapor,hubungan dengan warga,hubungan dengan klien,hubungan keluarga,status pelapor',
  kind: 'jenis,jenis laporan,jenis kasus,jenis pengaduan,tipe,tipe laporan',
  category:
    'kategori,bidang,bidang kategori,kategori bidang,bidang layanan,masalah,jenis masalah,jenis bantuan,jenis layanan,kebutuhan,layanan,program,perihal,tentang',
  story:
    'keluhan,isi keluhan,isi,isi laporan,isi aduan,aduan,uraian,uraian masalah,kronologi,kronologis,cerita,ceritanya,permasalahan,deskripsi,keterangan,penjelasan,catatan',
  urgency: 'kartu merah,darurat,mendesak,urgensi,kondisi darurat,kedaruratan,kartu',
  aside:
    'no formulir,nomor formulir,no form,tanggal,tgl,hari tanggal,tanggal laporan,tempat tanggal lahir,ttl,tanggal lahir,tgl lahir,umur,usia,jenis kelamin,pekerjaan,penghasilan,nama ibu,nama ibu kandung,nama suami,nama istri,nama anak,nama kepala keluarga,kepala keluarga,desil,no kis,no bpjs,no kks,status bansos,bantuan yang diterima,jumlah keluarga,kabupaten,kab,kota,provinsi,agama,lama',
}
