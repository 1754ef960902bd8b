import { day, int, json, text, time, uuid } from './codec.ts'

/** How a load lies in its table. */
export const loadFields = {
  office: uuid,
  openedBy: uuid,
  source: text,
  snapshot: day,
  fileName: text,
  fileDigest: text,
  headDigest: text,
  mapping: json,
  place: text,
  handOver: json,
  status: text,
  line: int,
  offset: int,
  checked: json,
  counts: json,
  openedAt: time,
  changedAt: time,
  endedAt: time,
} as const
