import type { NoticeParts } from '../features/notice/parts.ts'
import type { OpenWays } from '../features/notice/ways/way.ts'
import type { TestHouse } from './house.ts'

/** What telling people works with, as the worker of a house has it, with the ways that a test opens. */
export const noticePartsOf = ({ parts }: TestHouse, ways: OpenWays = {}): NoticeParts => ({
  pool: parts.pools.worker,
  ledger: parts.ledger,
  reference: parts.reference,
  ways,
  home: 'https://slrt.contoh.go.id',
  log: parts.log,
})
