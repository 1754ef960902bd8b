import type { CaseKind } from '../case/case.ts'
import type { Line } from './item.ts'

/** What came of a case or of a referral. `not-granted` is what a refusal by the deciding officer is recorded as. */
export const outcomes: readonly Line[] = [
  ['granted', 'Dipenuhi', 'Granted'],
  ['partly-granted', 'Dipenuhi sebagian', 'Granted in part'],
  ['informed', 'Informasi diberikan', 'Information given'],
  ['letter-issued', 'Surat diterbitkan', 'Letter issued'],
  ['data-corrected', 'Data diperbaiki atau diusulkan', 'Data corrected or proposed'],
  ['referred-done', 'Dilayani kantor rujukan', 'Served by the office referred to'],
  ['upheld', 'Pengaduan terbukti dan ditindaklanjuti', 'Complaint upheld and acted on'],
  ['unfounded', 'Pengaduan tidak terbukti', 'Complaint not upheld'],
  ['suggestion-noted', 'Saran diterima dan dicatat', 'Suggestion noted'],
  ['waiting-list', 'Masuk daftar tunggu', 'On the waiting list'],
  ['not-granted', 'Tidak dikabulkan', 'Not granted'],
  ['not-reachable', 'Warga tidak dapat dihubungi', 'Citizen could not be reached'],
]

const help: readonly CaseKind[] = ['service', 'complaint']

/** Which kinds of cases an outcome can be the end of; one that is not named here fits all. */
export const outcomeKinds: ReadonlyMap<string, readonly CaseKind[]> = new Map([
  ...['granted', 'partly-granted', 'letter-issued', 'data-corrected', 'waiting-list', 'not-granted'].map(
    (code) => [code, help] as const,
  ),
  ['referred-done', ['service', 'complaint', 'question']],
  ['upheld', ['complaint']],
  ['unfounded', ['complaint']],
  ['suggestion-noted', ['suggestion']],
])

/** How a citizen told an officer that it is solved. */
export const ways: readonly Line[] = [
  ['phone', 'Lewat telepon', 'By phone'],
  ['whatsapp', 'Lewat WhatsApp', 'By WhatsApp'],
  ['in-person', 'Datang langsung', 'In person'],
  ['visit', 'Saat dikunjungi', 'During a visit'],
  ['letter', 'Lewat surat', 'By letter'],
  ['handed-over', 'Saat surat atau bantuan diserahkan', 'When the letter or aid was handed over'],
]
