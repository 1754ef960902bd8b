import { Button } from '@navikt/ds-react/Button'
import { doubleRoutes, type MergeLine } from '@openslrt/core/contract/doubles.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { type ReactNode, useState } from 'react'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { AskedList } from '../../../platform/lists/asked-list.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { type Column, DataRows } from '../../../ui/data-rows.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { addressWith } from '../../../ui/list-address.ts'
import { calledIn } from './merge-fields.tsx'
import { doublesPath } from './person-path.ts'

/** Who was made one of two, the newest first: each can be parted again. */
export function MergedList({ page }: { readonly page: number }) {
  const t = useText()
  const when = useWhen()
  const [parting, setParting] = useState<MergeLine | null>(null)
  const asked = useAsk(doubleRoutes.merged, { query: { page } }, { keepPrevious: true })
  const undo = (line: MergeLine): ReactNode => (
    <Button size="small" variant="secondary" data-color="neutral" onClick={() => setParting(line)}>
      {t('merge.undo')}
    </Button>
  )
  return (
    <>
      <AskedList
        asked={asked}
        failedTitle={t('double.failed')}
        hrefOf={(nth) => addressWith(doublesPath, '', { lihat: 'merged', halaman: nth })}
        empty={<EmptyState title={t('double.merged.none.title')} text={t('double.merged.none.text')} />}
      >
        {(items) => (
          <DataRows
            caption={t('double.show.merged')}
            columns={columnsIn(t, (at) => when.date(at), undo)}
            rows={items}
            keyOf={({ id }) => id}
          />
        )}
      </AskedList>
      {parting && <Part line={parting} onClose={() => setParting(null)} />}
    </>
  )
}

function Part({ line, onClose }: { readonly line: MergeLine; readonly onClose: () => void }) {
  const t = useText()
  const act = useAct()
  const names = { kept: calledIn(t, line.of, line.keptName), gone: calledIn(t, line.of, line.goneName) }
  const part = async () => {
    const { district, id, version } = line
    const acted = await act.send('registry.unmerge', { district, subject: id, base: version, data: {} })
    if (acted.state !== 'refused') onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t(names.kept === names.gone ? 'merge.undo.title.same' : 'merge.undo.title', names)}
      confirmText={t('merge.undo')}
      cancelText={t('dialog.cancel')}
      busy={act.busy}
      onConfirm={() => void part()}
      onCancel={onClose}
    >
      <p>{t('merge.undo.text', names)}</p>
      <ActProblem problem={act.problem} />
    </ConfirmDialog>
  )
}

const columnsIn = (
  t: Say,
  dayOf: (at: number) => string,
  undo: (line: MergeLine) => ReactNode,
): readonly Column<MergeLine>[] => [
  {
    key: 'kept',
    header: t('double.column.kept'),
    place: 'title',
    cell: ({ of, keptName }) => calledIn(t, of, keptName),
    detail: ({ placeName }) => placeName,
  },
  {
    key: 'gone',
    header: t('double.column.gone'),
    place: 'text',
    cell: ({ of, goneName }) => calledIn(t, of, goneName),
  },
  {
    key: 'when',
    header: t('double.column.when'),
    place: 'text',
    cell: ({ at }) => dayOf(at),
    detail: ({ byName }) => byName,
  },
  { key: 'undo', header: t('double.column.undo'), place: 'aside', width: '220px', cell: undo },
]
