import { monthOf } from '@openslrt/core/proposal/cut-off.ts'
import type { ProposalKind } from '@openslrt/core/proposal/kinds.ts'
import { usualCutOff } from '@openslrt/core/proposal/shipped.ts'
import type { DemoFiles } from './demo-files.ts'
import { draft } from './draft-proposal.ts'
import type { Household } from './plan-families.ts'
import { planMinutes } from './plan-minutes.ts'
import { spotOf } from './spot-of.ts'
import type { Deed, PeopleScene, Thread } from './thread.ts'
import { beginThread, merged, nthHousehold } from './thread.ts'

type End =
  | 'drafted'
  | 'backed'
  | 'verified'
  | 'approved'
  | 'exported'
  | 'returned'
  | 'sent-back'
  | 'resent'
  | 'withdrawn'
  | 'accepted'
  | 'rejected'
type Way = readonly [kind: ProposalKind, end: End, daysAgo: number, word?: string]

/** Those that are on their way, each by itself. Two objections are old: the clock speaks of them. */
const ways: readonly Way[] = [
  ['new', 'drafted', 1],
  ['correction', 'drafted', 2],
  ['objection', 'backed', 17],
  ['objection', 'drafted', 9],
  ['eligibility', 'backed', 5],
  ['death', 'backed', 6],
  ['programme', 'backed', 4],
  ['new', 'verified', 9],
  ['correction', 'verified', 8],
  ['move', 'verified', 10],
  ['programme', 'returned', 8, 'papers-missing'],
  ['correction', 'returned', 11, 'values-unclear'],
  ['new', 'resent', 14, 'identity-invalid'],
  ['eligibility', 'sent-back', 13, 'visit-needed'],
  ['new', 'approved', 12],
  ['double', 'approved', 13],
  ['objection', 'approved', 12],
  ['withdrawal', 'approved', 14],
  ['not-found', 'withdrawn', 16],
]
/** Those that went out together, and what the centre answered. */
const batches: readonly { readonly daysAgo: number; readonly ways: readonly Way[] }[] = [
  {
    daysAgo: 6,
    ways: [
      ['new', 'exported', 22],
      ['correction', 'exported', 21],
      ['programme', 'exported', 23],
      ['death', 'exported', 20],
      ['move', 'exported', 24],
    ],
  },
  {
    daysAgo: 42,
    ways: [
      ['new', 'accepted', 66],
      ['correction', 'accepted', 64],
      ['new', 'rejected', 65, 'registered-already'],
      ['programme', 'rejected', 63, 'desil-above'],
      ['correction', 'accepted', 62],
      ['programme', 'rejected', 61, 'quota-full'],
      ['death', 'accepted', 60],
      ['eligibility', 'accepted', 59],
      ['new', 'rejected', 62, 'identity-invalid'],
      ['programme', 'exported', 60],
    ],
  },
]

/** DEMO-14 Proposals to the national data: each status, some late, some answered with a reason. */
export const planProposals = (scene: PeopleScene, files: DemoFiles): readonly (readonly Deed[])[] => [
  ...ways.map((way, nth) => proposal(scene, files, way, nth).thread.deeds),
  ...batches.map((batch, nth) => planBatch(scene, files, batch, nth)),
  ...planMinutes(scene, files),
]

interface Proposed {
  readonly id: string
  readonly thread: Thread
}

const front = ({ village }: Household) => [village, 'fo'] as const
const verifier = ['secretariat', 'verifier'] as const
const approver = ['secretariat', 'approver'] as const

function proposal(scene: PeopleScene, files: DemoFiles, [kind, end, daysAgo, word]: Way, nth: number): Proposed {
  const household = nthHousehold(scene, nth)
  const thread = beginThread(scene, `proposal ${kind} ${daysAgo} ${nth}`, daysAgo)
  const id = draft(thread, kind, household)
  const by = front(household)
  if (end === 'drafted') return { id, thread }
  if (end === 'withdrawn') {
    thread.wait(2)
    thread.act(by, 'proposal.withdraw', id, { note: 'Warga ternyata sudah didata di kalurahan lain.' })
    return { id, thread }
  }
  if (kind === 'objection')
    thread.act(by, 'proposal.evidence', id, { photos: [files.picture], spot: spotOf(household) })
  thread.act(by, 'proposal.back', id, { file: files.paper, fileName: 'SPTJM bertanda tangan.pdf' })
  judge(thread, id, by, end, word)
  return { id, thread }
}

/** What the secretariat says of it: one looks, another approves. */
function judge(thread: Thread, id: string, by: readonly [string, 'fo'], end: End, word = ''): void {
  if (end === 'backed') return
  thread.wait(2)
  if (end === 'returned' || end === 'resent') {
    thread.act(verifier, 'proposal.return', id, { reason: word, note: 'Mohon dilengkapi, lalu kirim ulang.' })
    if (end === 'returned') return
    thread.wait(3)
    thread.act(by, 'proposal.resend', id, { note: 'Sudah disesuaikan dengan KK terbaru.' })
    thread.wait(2)
  }
  thread.act(verifier, 'proposal.verify', id, { note: '', capture: null })
  if (end === 'verified' || end === 'resent') return
  thread.wait(2)
  if (end === 'sent-back') {
    thread.act(approver, 'proposal.send-back', id, { reason: word, note: 'Perlu dilihat dahulu di rumahnya.' })
    return
  }
  thread.act(approver, 'proposal.approve', id, { note: '' })
}

function planBatch(
  scene: PeopleScene,
  files: DemoFiles,
  { daysAgo, ways: sent }: (typeof batches)[number],
  nth: number,
): readonly Deed[] {
  const made = sent.map((way, at) => ({ way, ...proposal(scene, files, way, 20 + nth * 7 + at) }))
  const out = beginThread(scene, `batch ${nth}`, daysAgo)
  const proposals = made.map(({ id }) => id)
  const month = monthOf(scene.calendar.zone, out.at(), usualCutOff)
  out.act(verifier, 'proposal.export', out.newId('batch'), { month, proposals })
  made.slice(0, 3).forEach(({ id }, at) => {
    const fields = ['nomor_kartu_keluarga', 'nomor_induk_kependudukan', 'nama'].slice(0, at + 1)
    out.act(verifier, 'proposal.tick', id, { target: 'siks-ng', fields, done: true })
  })
  out.wait(18)
  for (const { id, way } of made) {
    const [, end, , reason] = way
    const answered = { answeredOn: out.day(), note: '' }
    if (end === 'accepted') out.act(verifier, 'proposal.accept', id, answered)
    if (end === 'rejected') out.act(verifier, 'proposal.reject', id, { ...answered, reason })
  }
  return merged([...made.map(({ thread }) => thread), out])
}
