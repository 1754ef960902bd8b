import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { NamedCase } from '@openslrt/core/meeting/meeting.ts'
import { caseKey } from '@openslrt/core/meeting/meeting.ts'
import type { PoolClient } from 'pg'
import { selectAgendaCases, selectToldCases } from './queries.ts'

/** What a reader may be told of the cases that a meeting is about. */
export interface Sight {
  /** Whether they may open the case itself. */
  opens(of: Named): boolean
  /** Whether they may read what was said of it; otherwise its number is all. */
  reads(of: Named): boolean
  /** Whether anything is told of it: not of one that was erased. */
  isTold(of: Named): boolean
}
type Named = Pick<NamedCase, 'district' | 'id'>

/**
 * MEET-18 What is said of a case is read by whoever sees it, and, unless it is restricted, by everybody at an office that
 * takes part who reads cases at all.
 */
export async function sightOf(client: PoolClient, reader: StaffActor, cases: readonly Named[]): Promise<Sight> {
  if (cases.length === 0) return seesNothing
  const seen = new Set((await selectAgendaCases(client, reader, cases)).map(({ key }) => key))
  const told = new Map((await selectToldCases(client, cases.map(caseKey))).map(({ key, open }) => [key, open]))
  const readsCases = reader.permissions.has('case.read')
  return {
    opens: (of) => seen.has(caseKey(of)),
    reads: (of) => seen.has(caseKey(of)) || (readsCases && told.get(caseKey(of)) === true),
    isTold: (of) => told.has(caseKey(of)),
  }
}

const seesNothing: Sight = { opens: () => false, reads: () => false, isTold: () => false }
