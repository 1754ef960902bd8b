import type { InboxLetter } from '@openslrt/core/contract/letter-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { type Choosing, type Column, DataRows } from '../../ui/data-rows.tsx'
import { LetterTag } from './letter-tag.tsx'

interface LetterRowsProps {
  readonly rows: readonly InboxLetter[]
  readonly choose?: Choosing<InboxLetter>['choose']
  readonly has?: (row: InboxLetter) => boolean
}

/** Letters in a list; each opens what it says. */
export function LetterRows({ rows, choose, has }: LetterRowsProps) {
  const t = useText()
  const when = useWhen()
  return (
    <DataRows
      caption={t('letters.title')}
      columns={columnsIn(t, when)}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ district, id }) => `/surat/${district}/${id}`}
      choosing={
        choose && has
          ? {
              isChosen: has,
              choose,
              labelOf: ({ caseNumber }) => t('letter.pick', { number: caseNumber }),
              allLabel: t('letter.pick-all'),
            }
          : undefined
      }
    />
  )
}

const columnsIn = (t: Say, when: When): readonly Column<InboxLetter>[] => [
  { key: 'number', header: t('letter.column.number'), place: 'lead', width: '132px', cell: numberCell },
  {
    key: 'kind',
    header: t('letter.column.kind'),
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: ({ kind }) => t(`letter-kind.${kind}`),
    detail: ({ number }) => number,
  },
  {
    key: 'for',
    header: t('letter.column.for'),
    place: 'text',
    width: 'minmax(0, 1.4fr)',
    cell: ({ clientMasked, placeName }) => `${clientMasked} · ${placeName}`,
    detail: ({ drafterName, changedAt }) => t('letter.drafted-by', { name: drafterName, when: when.moment(changedAt) }),
  },
  {
    key: 'status',
    header: t('letter.column.status'),
    place: 'aside',
    width: '170px',
    cell: ({ status }) => <LetterTag status={status} />,
  },
]

const numberCell = ({ caseNumber }: InboxLetter) => <span className="numbers">{caseNumber}</span>
