import { Button } from '@navikt/ds-react/Button'
import type { PersonExport } from '@openslrt/core/contract/access-queries.ts'
import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { PersonPaper } from './person-paper.tsx'
import './texts.ts'
import './access.css'

const leastPurpose = 5

/** All that is held of one person, for that person: gathered with a purpose, printed or saved. */
export function Screen() {
  const t = useText()
  const { can } = useActing()
  const [gathered, setGathered] = useState<PersonExport | null>(null)
  if (gathered) return <PersonPaper of={gathered} />
  return (
    <>
      <PageHead
        back={can('access.review') && <Link href="/akses">{t('export.back')}</Link>}
        title={t('export.title')}
      />
      <p className="access-lead">{t('export.lead')}</p>
      <Gather onGathered={setGathered} />
    </>
  )
}

function Gather({ onGathered }: { onGathered: (gathered: PersonExport) => void }) {
  const t = useText()
  const act = useAct()
  const form = useForm('person-export', { nik: '', purpose: '' }, ({ nik, purpose }) => ({
    ...(!/^\d{16}$/.test(nik.replace(/\D/g, '')) && { nik: t('export.nik.missing') }),
    ...(purpose.trim().length < leastPurpose && { purpose: t('export.purpose.missing') }),
  }))
  const gather = async () => {
    if (!form.passes()) return
    act.setBusy(true)
    const { nik, purpose } = form.values
    const answer = await ask(accessRoutes.person, { body: { nik: nik.replace(/\D/g, ''), purpose: purpose.trim() } })
    act.setBusy(false)
    if (!answer.ok) return act.tell(answer.error)
    form.clear()
    onGathered(answer.value)
  }
  return (
    <form
      className="access-form"
      onSubmit={(event) => {
        event.preventDefault()
        void gather()
      }}
    >
      <LineField label={t('export.nik')} inputMode="numeric" autoComplete="off" {...form.field('nik')} />
      <LineField label={t('export.purpose')} description={t('export.purpose.hint')} {...form.field('purpose')} />
      <ActProblem problem={act.problem} />
      <Button type="submit" loading={act.busy}>
        {t('export.make')}
      </Button>
    </form>
  )
}
