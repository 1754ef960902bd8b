import type { ChallengeRow } from '../challenge/challenge.ts'
import type { ChallengeCommandData } from '../contract/challenge.ts'
import { challengeId } from '../kernel/id.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

export const challengeNth = (n: number): string => `c4a00000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** What hinders the Puskesos of Caturtunggal: it lies at the secretariat, and nobody has taken it. */
export const aChallenge = (own: Partial<ChallengeRow> = {}): ChallengeRow => ({
  id: challengeId.parse(challengeNth(1)),
  district: ledgerCode.parse('34.04'),
  version: 1,
  kind: 'devices',
  words: 'Jaringan internet mati sejak tiang roboh.',
  since: '2026-10-20',
  villages: 1,
  citizens: 40,
  reportedBy: offices.village.id,
  place: placeCode.parse('34.04.07.2001'),
  reporter: ids.staff(5),
  asks: 'above',
  office: offices.district.id,
  owner: null,
  status: 'reported',
  answer: null,
  answerDay: null,
  helped: null,
  course: '',
  reportedAt: monday,
  reachedAt: monday,
  dueAt: monday,
  missed: 0,
  lateSince: null,
  answeredAt: null,
  endedAt: null,
  changedAt: monday,
  ...own,
})

/** For every command about a challenge, data that the law has nothing against. */
export const challengeData: ChallengeCommandData = {
  'challenge.report': {
    kind: 'devices',
    words: 'Jaringan internet mati sejak tiang roboh.',
    since: '2026-10-20',
    villages: 1,
    citizens: 40,
    asks: 'above',
  },
  'challenge.take': {},
  'challenge.answer': { note: 'Modem cadangan dikirim minggu ini.', on: '2026-11-06' },
  'challenge.pass-up': { note: 'Di luar kewenangan kabupaten.' },
  'challenge.pass-down': { note: 'Dapat diselesaikan di kabupaten.' },
  'challenge.close': { helped: 'yes', note: '' },
  'challenge.reopen': { note: 'Modem belum sampai.' },
  'challenge.withdraw': { note: 'Sudah selesai sendiri.' },
}
