import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { findRoutes, type PersonLine } from '@openslrt/core/contract/find.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { z } from 'zod'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { dayText } from '../../../platform/hours/day-text.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../../platform/lists/unread.tsx'
import { type Column, DataRows } from '../../../ui/data-rows.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { personPath } from './person-path.ts'

type Found = z.output<typeof findRoutes.find.reply>

/** Who was found, how the line was read, and where else a number is known. */
export function FoundList({ words }: { readonly words: string }) {
  const t = useText()
  const asked = useAsk(findRoutes.find, { body: { text: words, place: null } })
  const { data } = asked
  if (!data) return <UnreadPart asked={asked} title={t('find.failed')} rows={6} />
  if (data.read.as === 'place-needed')
    return <EmptyState title={t('find.place-needed.title')} text={t('find.place-needed.text')} />
  if (data.items.length === 0) return <Nobody found={data} />
  return (
    <>
      <p className="find__read">{readIn(t, data)}</p>
      <DataRows
        caption={t('find.caption')}
        columns={personColumns(t)}
        rows={data.items}
        keyOf={({ id }) => id}
        hrefOf={personPath}
      />
      {data.more && <p className="find__read">{t('find.more')}</p>}
    </>
  )
}

/** In which places and of which day: so that whoever typed it sees what was searched for. */
function readIn(t: Say, { read }: Found): string {
  const places = read.places.map(({ name }) => name).join(', ')
  return [
    places !== '' && t('find.read.place', { places }),
    read.birth !== null && t('find.read.birth', { day: dayText(read.birth) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Nobody({ found: { elsewhere, limited } }: { readonly found: Found }) {
  const t = useText()
  return (
    <>
      {elsewhere.map(({ district, districtName, officeName }) => (
        <LocalAlert key={district} status="announcement">
          <LocalAlert.Header>
            <LocalAlert.Title as="h2">{t('find.elsewhere.title', { district: districtName })}</LocalAlert.Title>
          </LocalAlert.Header>
          <LocalAlert.Content>
            {officeName === '' ? t('find.elsewhere.nobody') : t('find.elsewhere.text', { office: officeName })}
          </LocalAlert.Content>
        </LocalAlert>
      ))}
      {limited && <p className="find__read">{t('find.limited')}</p>}
      {elsewhere.length === 0 && <EmptyState title={t('find.none.title')} text={t('find.none.text')} />}
    </>
  )
}

const personColumns = (t: Say): readonly Column<PersonLine>[] => [
  {
    key: 'name',
    header: t('find.column.name'),
    place: 'title',
    width: 'minmax(0, 1.6fr)',
    cell: ({ name }) => name,
    detail: ({ status }) => (status === 'moved' || status === 'dead' ? t(`find.status.${status}`) : undefined),
  },
  {
    key: 'born',
    header: t('find.column.born'),
    place: 'text',
    cell: ({ birthDate }) => (birthDate === null ? t('find.born.none') : dayText(birthDate)),
    detail: ({ sex }) => sex && t(`find.sex.${sex}`),
  },
  { key: 'place', header: t('find.column.place'), place: 'lead', cell: ({ placeName }) => placeName },
  {
    key: 'nik',
    header: t('find.column.nik'),
    place: 'aside',
    width: '180px',
    cell: ({ nik }) => nik ?? t('find.nik.none'),
  },
]
