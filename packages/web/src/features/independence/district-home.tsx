import { Button } from '@navikt/ds-react/Button'
import type { DistrictAssessments } from '@openslrt/core/contract/independence-queries.ts'
import { independenceRoutes } from '@openslrt/core/contract/independence-queries.ts'
import { sentBack } from '@openslrt/core/independence/moves.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { newId } from '../../platform/outbox/uuid.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { fillPath, resultPath } from './independence-address.ts'
import { sayShare } from './share-text.ts'
import { StandTag } from './status-look.tsx'

/** What a district said of itself, the newest year first, and the way to the next. */
export function DistrictHome({ place }: { readonly place: PlaceCode }) {
  const t = useText()
  const district = ledgerOf(place)
  const asked = useAsk(independenceRoutes.district, { query: { district } })
  const columns = useColumns()
  const { data } = asked
  if (!data) return <UnreadPart asked={asked} title={t('independence.failed')} rows={6} />
  const begin = data.mayDraft.length > 0 && <Begin district={district} years={data.mayDraft} />
  if (data.items.length === 0)
    return (
      <EmptyState
        title={t('independence.none.title')}
        text={t(begin ? 'independence.none.start' : 'independence.none.text')}
        action={begin}
      />
    )
  return (
    <>
      {begin}
      <DataRows
        caption={t('independence.title')}
        columns={columns}
        rows={data.items}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => resultPath(district, id)}
        edgeOf={({ status }) => (status === sentBack ? 'attention' : undefined)}
      />
    </>
  )
}

function useColumns(): readonly Column<DistrictAssessments['items'][number]>[] {
  const [t, lang, when] = [useText(), useLanguage(), useWhen()]
  return [
    {
      key: 'year',
      header: t('independence.year'),
      place: 'title',
      cell: ({ year }) => year,
      width: 'minmax(0, 0.6fr)',
    },
    {
      key: 'state',
      header: t('independence.state'),
      place: 'aside',
      cell: ({ status }) => <StandTag status={status} />,
      detail: ({ signedAt }) => signedAt && t('independence.signed.at', { when: when.date(signedAt) }),
    },
    {
      key: 'score',
      header: t('independence.score'),
      place: 'text',
      cell: ({ score }) =>
        score === null ? t('independence.score.none') : t('independence.score.percent', { n: sayShare(score, lang) }),
      detail: ({ categoryNames }) => categoryNames?.[lang],
    },
  ]
}

/** A button for each year that may be begun, the present one first. */
function Begin({ district, years }: { readonly district: string; readonly years: readonly number[] }) {
  const t = useText()
  const act = useAct()
  const [, go] = useLocation()
  const [id] = useState(newId)
  const begin = async (year: number) => {
    const acted = await act.send('independence.draft', { district, subject: id, base: null, data: { year } })
    if (acted.state === 'accepted') go(fillPath(district, id))
  }
  return (
    <div className="independence__acts">
      {years.map((year, nth) => (
        <Button
          key={year}
          variant={nth === 0 ? 'primary' : 'secondary'}
          loading={act.busy}
          onClick={() => void begin(year)}
        >
          {t('assessment-act.draft', { year })}
        </Button>
      ))}
      <ActProblem problem={act.problem} />
    </div>
  )
}
