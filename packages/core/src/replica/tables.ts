/**
 * SYNC-10 The tables of which a field phone holds rows, in the order in which they are pulled: what others name comes first,
 * so that a card never shows a member without its family.
 */
export const replicaTables = [
  'family',
  'person',
  'case',
  'visit',
  'need',
  'participation',
  'ppks',
  'application',
  'proposal',
] as const
export type ReplicaTable = (typeof replicaTables)[number]
