import { Button } from '@navikt/ds-react/Button'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { saveAs } from '../../platform/files/save-as.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useZone } from '../../platform/session/use-session.ts'
import type { BarColumn, BarRow } from '../../ui/bar-cell.tsx'

interface SaveCountsProps {
  readonly nameLabel: string
  readonly columns: readonly BarColumn[]
  readonly rows: readonly BarRow[]
}

/** A table of figures as a file. */
export function SaveCounts({ nameLabel, columns, rows }: SaveCountsProps) {
  const t = useText()
  const zone = useZone()
  const save = (): void =>
    saveAs(
      `kendala-jumlah-${dayIn(zone, Date.now())}.csv`,
      csvOf([
        [nameLabel, ...columns.map(({ label }) => label)],
        ...rows.map(({ name, cells }) => [name, ...columns.map(({ key }) => cells[key]?.text ?? '')]),
      ]),
    )
  return (
    <Button size="small" variant="tertiary" onClick={save}>
      {t('challenge.csv')}
    </Button>
  )
}
