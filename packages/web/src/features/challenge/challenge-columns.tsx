import type { ChallengeLine } from '@openslrt/core/contract/challenge-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { When } from '../../platform/i18n/use-when.ts'
import type { Column } from '../../ui/data-rows.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { challengeTone } from './status-look.ts'

/** A challenge in a list: what, from whom, where it lies, and how it stands. */
export const columnsIn = (t: Say, lang: 'id' | 'en', when: When): readonly Column<ChallengeLine>[] => [
  {
    key: 'words',
    header: t('challenge.column.words'),
    place: 'title',
    width: 'minmax(0, 2.2fr)',
    cell: ({ words }) => <span className="challenge__short">{words}</span>,
    detail: ({ kindNames }) => kindNames[lang],
  },
  {
    key: 'from',
    header: t('challenge.column.from'),
    place: 'text',
    width: 'minmax(0, 1.2fr)',
    cell: ({ reportedByName }) => reportedByName,
    detail: ({ reportedAt }) => when.date(reportedAt),
  },
  {
    key: 'at',
    header: t('challenge.column.at'),
    place: 'text',
    width: 'minmax(0, 1.2fr)',
    cell: ({ officeName }) => officeName,
    detail: ({ dueAt }) => dueAt !== null && when.due(dueAt),
  },
  {
    key: 'status',
    header: t('challenge.column.status'),
    place: 'aside',
    width: '150px',
    cell: ({ status }) => <StatusTag small tone={challengeTone[status]} label={t(`challenge-status.${status}`)} />,
    detail: ({ late }) => late && <StatusTag small tone="attention" label={t('challenge.late')} />,
  },
]
