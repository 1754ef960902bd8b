import type { NetworkLine } from '@openslrt/core/contract/network-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'

/** The list as a file for a spreadsheet; what nobody said stays empty. */
export const tableOf = (lines: readonly NetworkLine[], t: Say): string =>
  csvOf([headOf(t), ...lines.map((line) => rowOf(line, t))])

const headOf = (t: Say): readonly string[] => [
  t('network.column.code'),
  t('network.column.name'),
  t('network.column.kind'),
  t('network.column.place'),
  t('network.column.within'),
  t('network.column.state'),
  t('network.column.since'),
  t('network.column.year'),
  t('network.column.cohort'),
  t('network.column.initiator'),
  t('network-about.connection'),
]

const rowOf = (line: NetworkLine, t: Say): readonly (string | number)[] => [
  line.place,
  line.name,
  t(`network-kind.${line.kind}`),
  line.placeName,
  line.within,
  t(`network-state.${line.state ?? 'unsaid'}`),
  line.stateOn ?? '',
  line.grownYear ?? '',
  line.cohort ?? '',
  line.initiator === null ? '' : t(`network-initiator.${line.initiator}`),
  line.connection === null ? '' : t(`network-connection.${line.connection}`),
]
