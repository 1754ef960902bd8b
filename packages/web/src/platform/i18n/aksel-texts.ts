import { en } from '@navikt/ds-react/locales'
import type { ProviderProps } from '@navikt/ds-react/Provider'
import { calendarNames } from '@openslrt/core/i18n/when.ts'

type Texts = Exclude<NonNullable<ProviderProps['translations']>, readonly unknown[]>

interface Width {
  readonly width?: string
}

/** The component library's own few texts in Indonesian: it ships Norwegian and English. */
export const akselInIndonesian = {
  global: {
    dateLocale: {
      ...en.global.dateLocale,
      code: 'id',
      localize: {
        ...en.global.dateLocale.localize,
        month: (month: number, options?: Width) => shortened(calendarNames.id.months[month], options?.width),
        day: (day: number, options?: Width) => shortened(calendarNames.id.weekdays[day], options?.width),
      },
    },
    showMore: 'Tampilkan lebih banyak',
    showLess: 'Tampilkan lebih sedikit',
    readOnly: 'Hanya dapat dibaca',
    close: 'Tutup',
    error: 'Perlu diperbaiki',
    info: 'Keterangan',
    success: 'Berhasil',
    warning: 'Perhatian',
    announcement: 'Pengumuman',
  },
  Chips: { Removable: { labelSuffix: 'hapus' } },
  Combobox: {
    addOption: 'Tambahkan',
    noMatches: 'Tidak ada yang cocok',
    loading: 'Sedang mencari …',
    maxSelected: '{selected} dari paling banyak {limit} sudah dipilih.',
  },
  CopyButton: { title: 'Salin', activeText: 'Tersalin' },
  DatePicker: {
    chooseDate: 'Pilih tanggal',
    chooseDates: 'Pilih tanggal',
    chooseDateRange: 'Pilih tanggal mulai dan selesai',
    chooseMonth: 'Pilih bulan',
    week: 'Minggu',
    weekNumber: 'Minggu ke-{week}',
    selectWeekNumber: 'Pilih minggu ke-{week}',
    month: 'Bulan',
    goToNextMonth: 'Ke bulan berikutnya',
    goToPreviousMonth: 'Ke bulan sebelumnya',
    year: 'Tahun',
    goToNextYear: 'Ke tahun berikutnya',
    goToPreviousYear: 'Ke tahun sebelumnya',
    openDatePicker: 'Buka kalender',
    openMonthPicker: 'Buka pilihan bulan',
    closeDatePicker: 'Tutup kalender',
    closeMonthPicker: 'Tutup pilihan bulan',
  },
  ErrorSummary: { heading: 'Perbaiki dulu yang berikut ini:' },
  FileUpload: {
    dropzone: {
      button: 'Pilih berkas',
      buttonMultiple: 'Pilih berkas',
      dragAndDrop: 'Seret berkas ke sini',
      dragAndDropMultiple: 'Seret berkas ke sini',
      drop: 'Lepaskan di sini',
      or: 'atau',
      disabled: 'Berkas tidak dapat dilampirkan sekarang',
      disabledFilelimit: 'Jumlah berkas sudah paling banyak',
    },
    item: {
      retryButtonTitle: 'Kirim ulang berkas',
      deleteButtonTitle: 'Hapus berkas',
      uploading: 'Sedang mengirim …',
      downloading: 'Sedang mengunduh …',
    },
  },
  FormProgress: {
    step: 'Langkah {activeStep} dari {totalSteps}',
    showAllSteps: 'Tampilkan semua langkah',
    hideAllSteps: 'Sembunyikan langkah',
  },
  FormSummary: { editAnswer: 'Ubah jawaban' },
  GuidePanel: { illustrationLabel: 'Gambar petugas' },
  HelpText: { title: 'Keterangan' },
  Loader: { title: 'Mohon tunggu …' },
  Pagination: { previous: 'Sebelumnya', next: 'Berikutnya' },
  Process: { active: 'Sekarang' },
  ProgressBar: {
    progress: '{current} dari {max}',
    progressUnknown: 'Lamanya belum diketahui, kira-kira {seconds} detik.',
  },
  Search: { clear: 'Kosongkan', search: 'Cari' },
  Textarea: {
    maxLength: 'Paling banyak {maxLength} huruf.',
    charsTooMany: 'Kelebihan {chars} huruf',
    charsLeft: 'Sisa {chars} huruf',
  },
  Tooltip: { shortcutSeparator: 'atau' },
} satisfies Texts

function shortened(name = '', width = 'wide'): string {
  if (width === 'narrow') return name.slice(0, 1)
  return width === 'wide' ? name : name.slice(0, 3)
}
