import type { MeetingAction, MeetingData, MeetingMoveOf } from '../contract/meeting.ts'
import { hourMs, wireOf } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { MeetingKind } from '../meeting/kinds.ts'
import { meetingKindData } from '../meeting/kinds.ts'
import type { MeetingRow, MeetingTaskRow, NamedCase } from '../meeting/meeting.ts'
import { shippedMeetingKinds } from '../meeting/shipped.ts'
import { ledgerCode } from '../place/code.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

const district = ledgerCode.parse('34.04')
/** A case on an agenda. */
export const agendaCase: NamedCase = { district, id: ids.case(1), number: '3404-26-000001' }
export const aPoint = { id: ids.point(1), case: { district, id: ids.case(1) }, title: 'Rujukan ke rumah singgah' }
const seats = [{ office: offices.district.id, present: true, names: 'Maryanto' }]
const sitting = {
  offices: [offices.hospital.id, offices.village.id],
  startsAt: wireOf(monday + 4 * hourMs),
  lasts: 120,
  place: 'Ruang rapat Dinsos',
  link: '',
  points: [aPoint],
}

/** A kind of meeting as it is shipped. */
export const shippedKind = (code: string): MeetingKind | null =>
  meetingKindData.safeParse(shippedMeetingKinds.find((kind) => kind.code === code)?.data).data ?? null

/** For every act of a meeting, data that the law has nothing against. */
export const meetingData: MeetingData = {
  call: { ...sitting, kind: 'technical-team', follows: null },
  change: sitting,
  cancel: { note: 'Kepala dinas berhalangan.' },
  hold: { seats },
  minute: { seats, minutes: [{ point: ids.point(1), text: 'Keluarga setuju.' }] },
  decide: {
    task: ids.task(1),
    point: ids.point(1),
    office: offices.hospital.id,
    person: null,
    text: 'Siapkan kamar',
    days: 5,
  },
  close: {},
  'task-done': { task: ids.task(1), note: '' },
  'task-fail': { task: ids.task(1), note: 'Kamar penuh.' },
  'task-reopen': { task: ids.task(1), note: 'Kamar sudah ada.' },
}

/** An act of a meeting with data that the law has nothing against, or with other data. */
export const meetingMove = <Action extends MeetingAction>(
  action: Action,
  own: Partial<MeetingData[Action]> = {},
): MeetingMoveOf<Action> => ({ action, data: { ...meetingData[action], ...own } })

/** A meeting of the secretariat of Sleman with a hospital and a village, about one case; planned unless told otherwise. */
export const aMeeting = (own: Partial<MeetingRow> = {}): MeetingRow => ({
  id: ids.meeting(1),
  district,
  version: 1,
  kind: 'technical-team',
  office: offices.district.id,
  offices: [offices.district.id, offices.hospital.id, offices.village.id],
  caller: ids.staff(1),
  status: 'planned',
  startsAt: monday + 4 * hourMs,
  lasts: 120,
  venue: canonical({ place: 'Ruang rapat Dinsos', link: '' }),
  agenda: canonical([{ ...aPoint, case: agendaCase }]),
  cases: [`34.04/${ids.case(1)}`],
  attendance: null,
  minutes: null,
  series: ids.meeting(1),
  nth: 1,
  follows: null,
  carried: [],
  note: null,
  calledAt: monday,
  changedAt: monday,
  heldAt: null,
  closedAt: null,
  ...own,
})

/** A task of the hospital, due on Monday a week later. */
export const aTask = (own: Partial<MeetingTaskRow> = {}): MeetingTaskRow => ({
  id: ids.task(1),
  district,
  version: 1,
  meeting: ids.meeting(1),
  series: ids.meeting(1),
  point: ids.point(1),
  caseDistrict: district,
  caseId: ids.case(1),
  caseNumber: agendaCase.number,
  office: offices.hospital.id,
  person: null,
  offices: aMeeting().offices,
  text: 'Siapkan kamar',
  dueDay: '2026-11-09',
  dueAt: Date.parse('2026-11-09T15:00:00+07:00'),
  remindAt: Date.parse('2026-11-06T08:00:00+07:00'),
  overdueSince: null,
  status: 'open',
  note: null,
  madeAt: monday,
  settledAt: null,
  changedAt: monday,
  ...own,
})
