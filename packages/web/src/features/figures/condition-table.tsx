import { Button } from '@navikt/ds-react/Button'
import type { Face } from '@openslrt/core/condition/condition.ts'
import { faceNames } from '@openslrt/core/condition/condition.ts'
import type { Conditions } from '@openslrt/core/contract/conditions.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { useLocation, useSearch } from 'wouter'
import { saveAs } from '../../platform/files/save-as.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { BarTable } from '../../ui/bar-cell.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { conditionPath } from './condition-address.ts'
import { valueWords } from './condition-words.ts'
import { orderOf, turned } from './figures-address.ts'
import { inOrder } from './place-table.tsx'

/** The places below, side by side in one face: sorted by any value, and as a file. */
export function ConditionTable({ conditions: { place, face, faces, below } }: { conditions: Conditions }) {
  const t = useText()
  const lang = useLanguage()
  const search = useSearch()
  const [, go] = useLocation()
  const order = orderOf(search)
  // Snapshots differ from place to place: the columns are those of the whole.
  const values = faces.find((one) => one.face === face)?.values.map(({ value }) => value) ?? []
  const lines = inOrder(
    below.map((line) => ({ ...line, counts: Object.fromEntries(line.values.map(({ value, n }) => [value, n])) })),
    order,
  )
  const columns = values.map((value) => ({
    key: value,
    label: valueWords(t, face, value),
    // Eleven columns beside the names: the tab says already that they are desil.
    ...(face === 'desil' && value !== 'unknown' ? { short: value } : {}),
  }))
  const save = (): void =>
    saveAs(
      t('condition.file', { place: place.code, face }),
      csvOf([
        [t('figures.place'), ...columns.map(({ label }) => label)],
        ...lines.map(({ name, counts }) => [name, ...values.map((value) => counts[value] ?? 0)]),
      ]),
    )
  return (
    <Panel
      title={t('condition.below')}
      action={
        <Button size="small" variant="tertiary" onClick={save}>
          {t('figures.csv')}
        </Button>
      }
    >
      <FaceTabs face={face} />
      <BarTable
        caption={t('condition.below')}
        nameLabel={t('figures.place')}
        shownLabel={t('figures.shown')}
        columns={columns}
        rows={lines.map(({ place: code, name, counts }) => ({
          key: code,
          name,
          href: addressWith(conditionPath, search, { place: code }),
          cells: Object.fromEntries(
            values.map((value) => [value, { value: counts[value] ?? 0, text: sayNumber(counts[value] ?? 0, lang) }]),
          ),
        }))}
        sort={order}
        onSort={(key) => go(addressWith(conditionPath, search, { urut: turned(order, key) }), { replace: true })}
      />
    </Panel>
  )
}

function FaceTabs({ face }: { readonly face: Face }) {
  const t = useText()
  const search = useSearch()
  return (
    <FilterTabs
      label={t('condition.shown')}
      tabs={faceNames.map((name) => ({
        key: name,
        label: t(`condition.face.${name}`),
        href: addressWith(conditionPath, search, { face: name, urut: undefined }),
        current: name === face,
      }))}
    />
  )
}
