import type { Codec } from '../platform/ledger/codec.ts'
import * as codecs from '../platform/ledger/codec.ts'

const sly = [`a'b"c\\d{e,f}`, 'NULL', ' ', '\t\r\n', '😀\u202e\uffff', '$1 :x --;', '\\x00', '{"a":"\\"}'].join('|')
/** Of each kind of column what is least, and what is most or oddest. */
const edges: Readonly<Record<string, readonly [unknown, unknown]>> = {
  text: ['', sly],
  uuid: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  int: [-2_147_483_648, 2_147_483_647],
  boolean: [false, true],
  'text[]': [[], ['', 'NULL', '{}', 'a,b', sly]],
  'uuid[]': [[], ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']],
  'int[]': [[], [-2_147_483_648, 2_147_483_647]],
  date: ['0001-01-01', '9999-12-31'],
  jsonb: [{}, { '': null, [sly]: [1e21, -0.5, 1e-7, true, [[]], sly] }],
  timestamptz: [Date.UTC(1900, 0), Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  bytea: ['', sly],
}
const clocks = [
  { startedAt: 0, dueAt: null, left: -2_147_483_648 },
  { startedAt: Date.UTC(9999, 11, 31), dueAt: Date.UTC(9999, 11, 31), left: null },
] as const

/** The least and the most that a field may hold. */
export function edgesOf(codec: Codec): readonly [unknown, unknown] {
  if (codec === codecs.clock) return clocks
  if (codec === codecs.digest) return ['00'.repeat(32), 'ff'.repeat(32)]
  return edges[codec.cells[0]?.type ?? ''] ?? [null, null]
}
