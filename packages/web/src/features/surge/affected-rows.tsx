import { Button } from '@navikt/ds-react/Button'
import { type AffectedLine, affectedShows, type SurgePage, surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Letters } from './letters.tsx'
import { DropForm } from './row-forms.tsx'
import { affectedTone } from './status-look.ts'

/** The queue: who is called now, who comes next, who did not come. */
export function AffectedRows({ surge }: { surge: SurgePage }) {
  const t = useText()
  const search = useSearch()
  const path = `/terdampak/${surge.district}/${surge.id}`
  const show = affectedShows.find((one) => one === new URLSearchParams(search).get('lihat')) ?? affectedShows[0]
  const query = { district: surge.district, id: surge.id, show, page: pageOf(search) }
  const asked = useAsk(surgeRoutes.rows, { query }, { keepPrevious: true, refetchInterval: 30_000 })
  return (
    <>
      <FilterTabs
        label={t('list.filters')}
        tabs={affectedShows.map((one) => ({
          key: one,
          label: t(`surge.tab.${one}`),
          href: addressWith(path, search, { lihat: one, halaman: undefined }),
          current: one === show,
          count: one === show ? asked.data?.total : undefined,
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('surge.failed')}
        hrefOf={(page) => addressWith(path, search, { halaman: page })}
        empty={<EmptyState title={t('surge.rows.empty.title')} text={t('surge.rows.empty.text')} />}
      >
        {(items) => (
          <>
            <Letters surge={surge} show={show} total={asked.data?.total ?? 0} />
            <ul className="surge__people">
              {items.map((row) => (
                <Person key={row.id} surge={surge} row={row} />
              ))}
            </ul>
          </>
        )}
      </AskedList>
    </>
  )
}

type Quick = Exclude<AffectedLine['acts'][number], 'drop'>

function Person({ surge, row }: { surge: SurgePage; row: AffectedLine }) {
  const t = useText()
  const day = useDay()
  const act = useAct()
  const [dropping, setDropping] = useState(false)
  const target = { district: surge.district, subject: surge.id, base: null }
  const settle = (step: Quick): void => void act.send(`surge.${step}`, { ...target, data: { row: row.id, note: '' } })
  const { number, name, nikMasked, placeName, slotDay, slotNth, case: kase } = row
  return (
    <li className="surge__person">
      <div className="surge__who">
        <strong>{name}</strong>
        {number !== null && <span className="numbers">{t('surge.number', { number })}</span>}
        <StatusTag small tone={affectedTone[row.status]} label={t(`affected-status.${row.status}`)} />
      </div>
      <p className="surge__aside">
        {[placeName, nikMasked, row.phone, `${t(`triage.${row.class}`)} (${t(`triage-why.${row.why}`)})`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {slotDay && slotNth !== null && (
        <p className="surge__aside">
          {[row.officeName, t('surge.slot', { day: day(slotDay), nth: slotNth })].filter(Boolean).join(' · ')}
        </p>
      )}
      {row.note && <p className="surge__aside">{row.note}</p>}
      <div className="surge__acts">
        {kase && <Link href={`/kasus/${surge.district}/${kase.id}`}>{kase.number}</Link>}
        {row.acts.map((step) => (
          <Button
            key={step}
            size="small"
            variant="secondary"
            data-color={step === 'done' ? 'accent' : 'neutral'}
            loading={act.busy}
            onClick={() => (step === 'drop' ? setDropping(true) : settle(step))}
          >
            {t(`surge.act.${step}`)}
          </Button>
        ))}
      </div>
      <ActProblem problem={act.problem} />
      {dropping && <DropForm surge={surge} row={row} onClose={() => setDropping(false)} />}
    </li>
  )
}
