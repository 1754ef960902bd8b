import { heardId, loadId, officeId, staffId } from '../kernel/id.ts'
import type { LoadHeardRow, LoadRow } from '../load/load.ts'
import { noCounts, noHandOver } from '../load/load.ts'
import { ledgerCode } from '../place/code.ts'

const nth = (n: number): string => `c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const monday = Date.parse('2026-11-02T02:00:00Z')

/** An extract of DTSEN that was tried and not yet loaded. */
export const aLoad: LoadRow = {
  id: loadId.parse(nth(1)),
  district: ledgerCode.parse('34.04'),
  version: 1,
  office: officeId.parse(nth(2)),
  openedBy: staffId.parse(nth(3)),
  source: 'DTSEN',
  snapshot: '2026-07-10',
  fileName: 'dtsen-sleman.csv',
  fileDigest: 'a1'.repeat(32),
  headDigest: 'b2'.repeat(32),
  mapping: { 'person.nomor_induk_kependudukan': 0, 'person.nama': 1 },
  place: null,
  handOver: { ...noHandOver, number: '400/12/BAST/2026' },
  status: 'checked',
  line: 0,
  offset: 0,
  checked: { ...noCounts, rows: 3, newPeople: 2, wrong: 1 },
  counts: noCounts,
  openedAt: monday,
  changedAt: monday,
  endedAt: null,
}

/** Two of whom an extract said what stood there already. */
export const aLoadHeard: LoadHeardRow = {
  id: heardId.parse(nth(4)),
  district: aLoad.district,
  version: 1,
  load: aLoad.id,
  snapshot: aLoad.snapshot,
  holders: [nth(5), nth(6)],
  sets: ['nama,status_kawin', 'sepeda_motor'],
  which: [0, 1],
}
