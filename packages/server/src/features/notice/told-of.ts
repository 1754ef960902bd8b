import { officeId } from '@openslrt/core/kernel/id.ts'
import type { Payload } from '@openslrt/core/ledger/entry.ts'
import { payload } from '@openslrt/core/ledger/payload.ts'
import type { Told } from '@openslrt/core/notice/tell.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { openWords } from '../../platform/ledger/pack.ts'
import type { EntryRow } from './queries-dispatch.ts'

/** Whatever nobody was told for so long, their page has told meanwhile: a worker that comes back tells what is newer. */
export const staleDays = 14

/** An entry as core reads it. */
export const toldOf = (entry: EntryRow, said: Payload): Told => ({
  kind: entry.kind,
  actor: entry.actor,
  office: entry.office === null ? null : officeId.parse(entry.office),
  at: entry.received_at.getTime(),
  payload: said,
})

/** What an entry says; nothing where it was erased. */
export const openEntry = (entry: EntryRow, keys: DistrictKeys): Payload | null =>
  entry.payload && payload(openWords(keys, entry.payload, entry.command_id))
