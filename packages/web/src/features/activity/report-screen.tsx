import { Button } from '@navikt/ds-react/Button'
import { activityRoutes } from '@openslrt/core/contract/activity.ts'
import type { Month } from '@openslrt/core/figures/month.ts'
import type { StaffId } from '@openslrt/core/kernel/id.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import type { ReactNode } from 'react'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { useActing, useZone } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { listPath, monthIn, ownPath } from './activity-address.ts'
import { MonthStep } from './activity-parts.tsx'
import { PayPanel } from './pay-panel.tsx'
import { ReportView } from './report-view.tsx'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** SUPER-14 The month of one facilitator, to be printed and signed: `/kegiatan/:siapa`, and one's own at `/kegiatan/saya`. */
export function Screen({ params }: ScreenProps) {
  const search = useSearch()
  const month = monthIn(search, useZone(), useWhen().now)
  const staff = staffId.safeParse(params['siapa'])
  if (params['siapa'] === 'saya') return <Read month={month} staff={null} />
  return staff.success ? <Read month={month} staff={staff.data} /> : <None action={<Back />} />
}

function Read({ month, staff }: { readonly month: Month; readonly staff: StaffId | null }) {
  const t = useText()
  const asked = useAsk(activityRoutes.report, { query: { month, ...(staff && { staff }) } })
  const path = staff === null ? ownPath : `${listPath}/${staff}`
  return (
    <>
      <div className="not-on-paper">
        <PageHead
          title={asked.data?.name ?? t('activity.title')}
          back={<Back />}
          action={asked.data && <Print quiet={asked.data.acts.length > 0} />}
        />
        <MonthStep path={path} month={month} />
      </div>
      {asked.data ? (
        <>
          <PayPanel report={asked.data} />
          <ReportView report={asked.data} />
        </>
      ) : (
        <Unread asked={asked} title={t('activity.report.failed')} none={<None />} rows={12} />
      )}
    </>
  )
}

/** Loud where nothing else is to be done. */
function Print({ quiet }: { readonly quiet: boolean }) {
  const t = useText()
  return (
    <Button variant={quiet ? 'secondary' : 'primary'} onClick={() => window.print()}>
      {t('activity.print')}
    </Button>
  )
}

function Back() {
  const t = useText()
  const { can } = useActing()
  return can('visit.plan') ? (
    <Link href={listPath}>{t('activity.back')}</Link>
  ) : (
    <Link href="/kunjungan">{t('activity.back.own')}</Link>
  )
}

function None({ action }: { readonly action?: ReactNode }) {
  const t = useText()
  return <EmptyState title={t('activity.none.title')} text={t('activity.none.text')} action={action} />
}
