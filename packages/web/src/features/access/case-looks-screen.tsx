import { Button } from '@navikt/ds-react/Button'
import type { AccessReport } from '@openslrt/core/contract/access-queries.ts'
import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { LookRows } from './look-rows.tsx'
import './texts.ts'
import './access.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}
interface Key {
  readonly district: string
  readonly id: string
}

/** Who opened one case, and the paper for the citizen who asks. */
export function Screen({ params }: ScreenProps) {
  const t = useText()
  const district = ledgerCode.safeParse(params['district'])
  const id = caseId.safeParse(params['id'])
  if (!district.success || !id.success)
    return <EmptyState level={1} title={t('case.card.none.title')} text={t('case.card.none.text')} />
  return <Looks of={{ district: district.data, id: id.data }} />
}

function Looks({ of }: { of: Key }) {
  const t = useText()
  const search = useSearch()
  const [report, setReport] = useState<AccessReport | null>(null)
  const asked = useAsk(accessRoutes.trail, { query: { ...of, page: pageOf(search) } }, { keepPrevious: true })
  const card = `/kasus/${of.district}/${of.id}`
  const title = t('access.case.title', { number: asked.data?.number ?? '' })
  if (report) return <Paper report={report} title={title} href={card} />
  return (
    <>
      <PageHead back={<Link href={card}>{t('access.case.back')}</Link>} title={title} />
      <ReportButton of={of} onMade={setReport} />
      <AskedList
        asked={asked}
        failedTitle={t('access.failed')}
        hrefOf={(page) => addressWith(`/akses/${of.district}/${of.id}`, search, { halaman: page })}
        empty={<EmptyState title={t('access.empty.title')} text={t('access.case.none')} />}
      >
        {(items) => <LookRows rows={items} hrefOf={() => card} ofOneCase />}
      </AskedList>
    </>
  )
}

function ReportButton({ of, onMade }: { of: Key; onMade: (report: AccessReport) => void }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <div className="access-acts">
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {t('access.report.make')}
      </Button>
      {asking && <ReportDialog of={of} onMade={onMade} onClose={() => setAsking(false)} />}
    </div>
  )
}

const leastReason = 5

function ReportDialog({
  of,
  onMade,
  onClose,
}: {
  of: Key
  onMade: (report: AccessReport) => void
  onClose: () => void
}) {
  const t = useText()
  const act = useAct()
  const form = useForm(`access-report:${of.id}`, { reason: '' }, ({ reason }) =>
    reason.trim().length < leastReason ? { reason: t('access.report.reason.missing') } : {},
  )
  const make = async () => {
    if (!form.passes()) return
    act.setBusy(true)
    const answer = await ask(accessRoutes.report, { body: { ...of, reason: form.values.reason.trim() } })
    act.setBusy(false)
    if (!answer.ok) return act.tell(answer.error)
    form.clear()
    onMade(answer.value)
  }
  return (
    <ActDialog
      title={t('access.report.make')}
      hint={t('access.report.hint')}
      sendText={t('access.report.make')}
      act={act}
      form={form}
      onSend={() => void make()}
      onClose={onClose}
    >
      <LineField label={t('access.report.reason')} {...form.field('reason')} />
    </ActDialog>
  )
}

function Paper({ report, title, href }: { report: AccessReport; title: string; href: string }) {
  const t = useText()
  const when = useWhen()
  const made = { name: report.madeBy, office: report.officeName, when: when.exact(report.madeAt) }
  return (
    <>
      <PageHead
        back={
          <Link className="not-on-paper" href={href}>
            {t('access.case.back')}
          </Link>
        }
        title={title}
      />
      <p>{t('access.report.made', made)}</p>
      {report.leftOut > 0 && <p>{t('access.report.left-out', { count: report.leftOut })}</p>}
      <div className="access-acts not-on-paper">
        <Button onClick={() => window.print()}>{t('access.report.print')}</Button>
      </div>
      <LookRows rows={report.items} hrefOf={() => href} ofOneCase />
    </>
  )
}
