import { aLoad } from './a-load.ts'

const { source, snapshot, mapping, handOver } = aLoad

/** For every command of loads, data that can be read. */
export const loadData = {
  'load.open': { file: 'c0000000-0000-4000-8000-000000000009', source, snapshot, mapping, place: null, handOver },
  'load.record': { handOver },
  'load.start': {},
  'load.stop': {},
  'load.cancel': {},
} as const
