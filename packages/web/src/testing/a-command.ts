import type { Command } from '../platform/outbox/entry.ts'

/** A note on a case, as it waits on a device. */
export const aCommand = (id: string, own: Partial<Command> = {}): Command => ({
  kind: 'case.note',
  id,
  v: 1,
  district: '34.04',
  subject: 's',
  office: null,
  doneAt: '2026-11-22T02:00:00.000Z',
  base: 1,
  data: { note: id },
  ...own,
})
