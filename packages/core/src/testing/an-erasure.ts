import type { ErasureCommandData } from '../contract/erasure.ts'
import { erasureId } from '../kernel/id.ts'
import type { ErasureRow } from '../registry/erasure-row.ts'
import { aPerson } from './a-family.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

/** Somebody of Sleman asked to be forgotten, and nobody decided yet. */
export const anErasure: ErasureRow = {
  id: erasureId.parse('d0000000-0000-4000-8000-00000000000e'),
  district: aPerson.district,
  version: 1,
  of: 'person',
  holder: aPerson.id,
  place: aPerson.place,
  basis: 'request',
  words: 'Yang bersangkutan memintanya.',
  status: 'asked',
  office: offices.village.id,
  askedBy: ids.staff(1),
  askedAt: Date.parse('2026-11-02T02:00:00Z'),
  decidedBy: null,
  decidedAt: null,
  carries: [],
}

/** Data of each command by which somebody is forgotten. */
export const erasureData: ErasureCommandData = {
  'registry.ask-erasure': { of: 'person', who: aPerson.id, basis: 'request', note: 'Yang bersangkutan memintanya.' },
  'registry.decline-erasure': { note: 'Masih diperlukan.' },
  'registry.erase': {},
}
