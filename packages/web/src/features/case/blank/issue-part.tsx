import { Button } from '@navikt/ds-react/Button'
import { mostSheets } from '@openslrt/core/blank/blank.ts'
import { blankRoutes } from '@openslrt/core/contract/blank.ts'
import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { LineField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { newId } from '../../../platform/outbox/uuid.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { Panel } from '../../../ui/field-row.tsx'
import './texts.ts'

export const sheetsHref = (batch: string): string => `/formulir?cetakan=${batch}`

/** Issues forms that are numbered before they are filled in, and finds those that were issued before. */
export function IssuePart() {
  const t = useText()
  const { data } = useAsk(blankRoutes.list)
  return (
    <Panel title={t('blank.issue')}>
      <p>{t('blank.issue.about')}</p>
      <IssueForm />
      {data && data.batches.length > 0 && (
        <>
          <h3>{t('blank.batches')}</h3>
          <ul>
            {data.batches.map(({ id, number, size, left }) => (
              <li key={id}>
                <Link href={sheetsHref(id)}>{t('blank.batch.show', { number })}</Link>:{' '}
                {t('blank.batch', { size, left })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link href="/blangko">{t('blank.list')}</Link>
      </p>
    </Panel>
  )
}

function IssueForm() {
  const t = useText()
  const { post } = useActing()
  const [, go] = useLocation()
  const act = useAct()
  const form = useForm('blank-issue', { size: '10' }, ({ size }) =>
    sizeOf(size) === null ? { size: t('blank.size.wrong', { most: mostSheets }) } : {},
  )
  const send = async (): Promise<void> => {
    const size = sizeOf(form.values.size)
    if (!form.passes() || size === null || !post) return
    const id = newId()
    const issued = await act.send('blank.issue', { district: post.district, subject: id, base: null, data: { size } })
    if (issued.state === 'accepted') go(sheetsHref(id))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }
  return (
    <form className="blank-issue" noValidate onSubmit={submit}>
      <LineField label={t('blank.size')} inputMode="numeric" htmlSize={4} {...form.field('size')} />
      <ActProblem problem={act.problem} />
      <div>
        <Button loading={act.busy} size="small">
          {t('blank.issue.send')}
        </Button>
      </div>
    </form>
  )
}

/** How many sheets are asked for; null for what is no such number. */
function sizeOf(typed: string): number | null {
  const size = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  return size >= 1 && size <= mostSheets ? size : null
}
