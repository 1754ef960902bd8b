import type { ExpectedPhoto, VisitAction, VisitData, VisitMoveOf } from '../contract/visit.ts'
import { dayMs, hourMs, startOfDay, wireOf } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import { ledgerCode, villageCode } from '../place/code.ts'
import type { VisitPhotoRow, VisitRow } from '../visit/visit.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

const district = ledgerCode.parse('34.04')
const village = villageCode.parse('34.04.07.2001')
/** Two days after the Monday of the tests. */
export const visitDay = '2026-11-04'
const whom = { name: 'Sumarni', nik: null, kk: null, phone: '081234567812', address: 'RT 04, belakang masjid' }
const spot = { lat: -7.7753, long: 110.4098, accuracy: 12 }
const capturedAt = wireOf(monday + hourMs)

/** For every act of a visit, data that the law has nothing against. */
export const visitData: VisitData = {
  plan: {
    place: village,
    case: null,
    family: null,
    person: null,
    whom,
    trigger: 'not-registered',
    ask: 'Atap dan lantai',
    proposal: '',
    day: visitDay,
    office: offices.village.id,
    assignee: null,
  },
  assign: { office: offices.village.id, assignee: ids.staff(2), note: '' },
  replan: { day: '2026-11-05', note: 'Warga ke pasar.' },
  done: {
    result: 'as-told',
    fit: 'fit',
    met: 'Sumarni',
    words: 'Lantai tanah, atap bocor.',
    papers: ['ktp', 'kk'],
    agencies: 'Dinas Perkim',
    followUp: 'Diusulkan rumah layak huni.',
    spot,
    capturedAt,
  },
  miss: { reason: 'nobody-home', note: '', spot: null, capturedAt },
  cancel: { note: 'Warga sudah datang ke kantor.' },
  photo: { photo: ids.visitPhoto(1), kind: 'front', sha256: 'ab'.repeat(32), capturedAt },
}

/** A picture that a phone still has. */
export const expectedPhoto = (n: number, own: Partial<ExpectedPhoto> = {}): ExpectedPhoto => ({
  id: ids.visitPhoto(n),
  kind: 'front',
  sha256: 'ab'.repeat(32),
  size: 2048,
  type: 'image/jpeg',
  capturedAt,
  ...own,
})

/** A visit that was made, with everything that may be said of it. */
export const doneWithAll = {
  ...visitData.done,
  photos: [expectedPhoto(1, { kind: 'signature' })],
  signer: 'Sumarni',
  unsigned: 'Tangannya sakit',
}

/** An act of a visit with data that the law has nothing against, or with other data. */
export const visitMove = <Action extends VisitAction>(
  action: Action,
  own: Partial<VisitData[Action]> = {},
): VisitMoveOf<Action> => ({ action, data: { ...visitData[action], ...own } })

/** A visit in Caturtunggal that is planned for Wednesday, unless told otherwise. */
export const aVisit = (own: Partial<VisitRow> = {}): VisitRow => ({
  id: ids.visit(1),
  district,
  version: 1,
  place: village,
  caseId: null,
  caseNumber: null,
  family: null,
  person: null,
  whom: canonical(whom),
  trigger: 'not-registered',
  ask: 'Atap dan lantai',
  proposal: '',
  plannedFor: visitDay,
  dueAt: startOfDay('Asia/Jakarta', visitDay) + dayMs,
  overdueSince: null,
  office: offices.village.id,
  assignee: null,
  status: 'planned',
  result: null,
  fit: null,
  report: null,
  spot: null,
  visitor: null,
  capturedAt: null,
  receivedAt: null,
  reason: null,
  note: null,
  tries: 1,
  plannedBy: ids.staff(1),
  plannedAt: monday,
  changedAt: monday,
  ...own,
})

export const aVisitPhoto: VisitPhotoRow = {
  id: ids.visitPhoto(1),
  district,
  version: 1,
  visit: ids.visit(1),
  kind: 'front',
  sha256: 'ab'.repeat(32),
  type: 'image/jpeg',
  size: 2048,
  capturedAt: monday + hourMs,
  addedAt: monday + 2 * hourMs,
}
