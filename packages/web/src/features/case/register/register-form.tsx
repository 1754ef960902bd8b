import { Button } from '@navikt/ds-react/Button'
import { ErrorSummary } from '@navikt/ds-react/ErrorSummary'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { Link } from 'wouter'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { RestoredNote } from '../../../platform/act/restored-note.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Panel } from '../../../ui/field-row.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { HowPart } from './how-part.tsx'
import type { RegisterFormState } from './register-state.ts'
import { SettlePart } from './settle-part.tsx'
import { SimilarPanel } from './similar-panel.tsx'
import { type Registering, useRegister } from './use-register.ts'
import { WhatPart } from './what-part.tsx'
import { WhoPart } from './who-part.tsx'
import './register.css'

interface RegisterFormProps extends Registering {
  readonly title?: string
  readonly back?: ReactNode
  /** Stands beside the form: what it was filled from. */
  readonly renderAside?: (form: RegisterFormState) => ReactNode
}

/** One page in three parts: who and where (and whether it is known already), what, and how to reach them. */
export function RegisterForm(props: RegisterFormProps) {
  const t = useText()
  const summary = useRef<HTMLDivElement>(null)
  const { form, act, send, settles } = useRegister(props)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (form.passes()) void send()
    else requestAnimationFrame(() => summary.current?.focus())
  }
  return (
    <>
      <PageHead
        title={props.title ?? t('case.register.title')}
        back={props.back}
        action={!props.start && <Link href="/teks">{t('intake.title')}</Link>}
      />
      <RestoredNote {...form} />
      <form className="register" noValidate onSubmit={submit}>
        <div className="register__who">
          <Panel title={t('case.register.who')}>
            <WhoPart form={form} />
          </Panel>
        </div>
        <div className="register__similar">
          {props.renderAside?.(form)}
          <SimilarPanel values={form.values} />
        </div>
        <div className="register__rest">
          <Panel title={t('case.register.what')}>
            <WhatPart form={form} />
          </Panel>
          <Panel title={t('case.register.how')}>
            <HowPart form={form} />
          </Panel>
          <SettlePart form={form} />
          <Faults form={form} place={summary} />
          <ActProblem problem={act.problem} />
          <div className="register__send">
            <Button loading={act.busy}>{sendText(t, act.busy, settles)}</Button>
          </div>
        </div>
      </form>
    </>
  )
}

function sendText(t: ReturnType<typeof useText>, busy: boolean, settles: boolean): string {
  if (busy) return t('act.sending')
  return t(settles ? 'case.register.send-settle' : 'case.register.send')
}

function Faults({ form, place }: { form: RegisterFormState; place: React.RefObject<HTMLDivElement | null> }) {
  const names = Object.keys(form.values).filter((name): name is keyof typeof form.values => name in form.values)
  const faults = names.flatMap((name) =>
    form.errors[name] ? [{ id: form.field(name).id, text: form.errors[name] }] : [],
  )
  if (faults.length === 0) return null
  return (
    <ErrorSummary ref={place} size="small">
      {faults.map(({ id, text }) => (
        <ErrorSummary.Item key={id} href={`#${id}`}>
          {text}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  )
}
