import { randomUUID } from 'node:crypto'
import { type ReplicaRow, replicaRow } from '@openslrt/core/contract/replica.ts'

/** A visit as it lies on a phone. */
export const aReplicaVisit = (own: object = {}): ReplicaRow['visit'] =>
  replicaRow.visit.parse({
    id: randomUUID(),
    version: 1,
    seq: 5,
    place: '34.04.07.2003',
    caseId: null,
    caseNumber: null,
    family: null,
    person: null,
    name: 'Sumarni',
    address: 'Jalan Kaliurang km 5',
    phone: null,
    trigger: 'rtlh',
    ask: 'Atap dan lantai',
    plannedFor: '2026-11-23',
    dueAt: 0,
    office: randomUUID(),
    assignee: null,
    status: 'planned',
    result: null,
    fit: null,
    tries: 1,
    changedAt: 0,
    ...own,
  })

/** A case as it lies on a phone. */
export const aReplicaCase = (own: object = {}): ReplicaRow['case'] =>
  replicaRow.case.parse({
    id: randomUUID(),
    version: 1,
    seq: 4,
    place: '34.04.07.2003',
    number: '3404-26-000001',
    kind: 'complaint',
    category: 'pbi-inactive',
    priority: 'normal',
    status: 'handling',
    office: randomUUID(),
    assignee: null,
    summary: 'BPJS tidak aktif',
    clientName: 'Sumarni',
    clientAddress: '',
    missing: null,
    review: null,
    sentBy: null,
    visitAt: null,
    dueAt: null,
    registeredAt: 0,
    changedAt: 0,
    ...own,
  })

/** A family as it lies on a phone. */
export const aReplicaFamily = (own: object = {}): ReplicaRow['family'] =>
  replicaRow.family.parse({
    id: randomUUID(),
    version: 3,
    seq: 3,
    place: '34.04.07.2003',
    said: { alamat: 'Jalan Kaliurang km 5', jenis_atap_terluas: '2' },
    status: 'known',
    mergedInto: null,
    ...own,
  })

/** Somebody as they lie on a phone. */
export const aReplicaPerson = (own: object = {}): ReplicaRow['person'] =>
  replicaRow.person.parse({
    id: randomUUID(),
    version: 2,
    seq: 3,
    place: '34.04.07.2003',
    family: null,
    said: { nama: 'Sumarni' },
    status: 'known',
    mergedInto: null,
    ...own,
  })

const ofNobody = { person: null, family: null, caseId: null, place: '34.04.07.2003' }

/** A need as it lies on a phone. */
export const aReplicaNeed = (own: object = {}): ReplicaRow['need'] =>
  replicaRow.need.parse({
    id: randomUUID(),
    version: 1,
    seq: 3,
    ...ofNobody,
    kind: 'house',
    text: 'Atap bocor',
    status: 'recorded',
    programme: null,
    changedAt: 0,
    ...own,
  })

/** What somebody has of a programme, as it lies on a phone. */
export const aReplicaTaken = (own: object = {}): ReplicaRow['participation'] =>
  replicaRow.participation.parse({
    id: randomUUID(),
    version: 1,
    seq: 3,
    ...ofNobody,
    programme: randomUUID(),
    programmeName: 'PKH',
    status: 'stopped',
    since: null,
    until: null,
    reason: null,
    amountRight: 'unknown',
    onTime: 'unknown',
    useful: 'unknown',
    saidBy: 'family',
    saidOn: '2026-01-05',
    ...own,
  })

/** A proposal as it lies on a phone. */
export const aReplicaProposal = (own: object = {}): ReplicaRow['proposal'] =>
  replicaRow.proposal.parse({
    id: randomUUID(),
    version: 2,
    seq: 3,
    place: '34.04.07.2003',
    person: null,
    family: null,
    kind: 'correction',
    status: 'returned',
    name: 'Budi',
    why: 'papers-missing',
    words: 'KK belum ada',
    ...own,
  })
