import type { RoleLine } from '@openslrt/core/contract/role-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { useDay } from '../../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { type Column, DataRows } from '../../../ui/data-rows.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { stateOf } from '../item-state.ts'
import { bundleOf } from './role-form.ts'
import { byName } from './role-words.ts'

interface RoleRowsProps {
  readonly roles: readonly RoleLine[]
  readonly today: string
  readonly hrefOf: (code: string) => string
}

/** Roles, one line each: what they allow in words, how many hold them, and how they stand. */
export function RoleRows({ roles, today, hrefOf }: RoleRowsProps) {
  const t = useText()
  const lang = useLanguage()
  const columns = useColumns(today)
  return (
    <DataRows
      caption={t('roles.caption')}
      columns={columns}
      rows={byName(roles, lang)}
      keyOf={({ code }) => code}
      hrefOf={({ code }) => hrefOf(code)}
    />
  )
}

function useColumns(today: string): readonly Column<RoleLine>[] {
  const t = useText()
  const lang = useLanguage()
  const sayDay = useDay()
  return [
    {
      key: 'name',
      header: t('roles.column.name'),
      place: 'title',
      width: 'minmax(0, 1fr)',
      cell: ({ names }) => names[lang],
      detail: ({ place }) => place && t('roles.made', { level: t(`level.${levelOf(placeCode.parse(place))}`) }),
    },
    {
      key: 'may',
      header: t('roles.column.may'),
      place: 'text',
      width: 'minmax(0, 2fr)',
      cell: (role) =>
        mostOf(
          bundleOf(role).permissions.map((right) => t(`permission.${right}`)),
          t,
        ),
    },
    {
      key: 'held',
      header: t('roles.column.held'),
      place: 'text',
      width: '200px',
      cell: ({ people, offices }) =>
        people === 0
          ? t('roles.held.none')
          : t('roles.held', { people: sayNumber(people, lang), offices: sayNumber(offices, lang) }),
    },
    {
      key: 'state',
      header: t('roles.column.state'),
      place: 'aside',
      width: '180px',
      cell: (role) => {
        const { tone, key, day } = stateOf(role, today)
        return <StatusTag small tone={tone} label={t(key, { day: day && sayDay(day) })} />
      },
    },
  ]
}

/** So many rights are named in a line; the others are counted, and stand where the role is opened. */
const mostNamed = 4
const mostOf = (rights: readonly string[], t: ReturnType<typeof useText>): string =>
  rights.length <= mostNamed + 1
    ? rights.join(', ')
    : `${rights.slice(0, mostNamed).join(', ')}, ${t('roles.more', { count: rights.length - mostNamed })}`
