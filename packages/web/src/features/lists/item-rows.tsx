import type { ItemLine } from '@openslrt/core/contract/list-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { zoneNames } from '@openslrt/core/i18n/when.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { stateOf } from './item-state.ts'

interface ItemRowsProps {
  readonly caption: string
  readonly items: readonly ItemLine[]
  readonly today: string
  readonly hrefOf: (code: string) => string
}

/** The items of a list, one line each; where nobody counts their use, nothing is said of it. */
export function ItemRows({ caption, items, today, hrefOf }: ItemRowsProps) {
  const columns = useColumns(today)
  return (
    <DataRows
      caption={caption}
      columns={columns.filter(({ key }) => key !== 'uses' || items.some(({ uses }) => uses !== null))}
      rows={items}
      keyOf={({ code }) => code}
      hrefOf={({ code }) => hrefOf(code)}
    />
  )
}

function useColumns(today: string): readonly Column<ItemLine>[] {
  const t = useText()
  const lang = useLanguage()
  const sayDay = useDay()
  return [
    {
      key: 'name',
      header: t('lists.column.name'),
      place: 'title',
      width: 'minmax(0, 2fr)',
      cell: ({ names }) => names[lang],
      // What time it is there is all that a zone says: nobody should have to open it.
      detail: ({ data }) =>
        typeof data['maxDesil'] === 'number'
          ? t('lists.desil.most', { most: data['maxDesil'] })
          : zoneNames[String(data['zone'])],
    },
    {
      key: 'place',
      header: t('lists.column.place'),
      place: 'text',
      cell: ({ place }) => (place === null ? '–' : t(`level.${levelOf(placeCode.parse(place))}`)),
    },
    {
      key: 'uses',
      header: t('lists.column.uses'),
      place: 'text',
      cell: ({ uses }) => {
        if (uses === null || uses.all === 0) return t('lists.uses.none')
        return t('lists.uses', { open: sayNumber(uses.open, lang), all: sayNumber(uses.all, lang) })
      },
    },
    {
      key: 'state',
      header: t('lists.column.state'),
      place: 'aside',
      width: '220px',
      cell: (item) => {
        const { tone, key, day } = stateOf(item, today)
        return <StatusTag small tone={tone} label={t(key, { day: day && sayDay(day) })} />
      },
    },
  ]
}
