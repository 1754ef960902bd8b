import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { secondFactorRoutes as routes } from '@openslrt/core/contract/second-factor.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import type { z } from 'zod'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { CodeForm } from '../../platform/session/code-form.tsx'
import { FactorSetUp } from '../../platform/session/factor-set-up.tsx'
import { RecoveryCodes } from '../../platform/session/recovery-codes.tsx'
import { welcome } from '../../platform/session/sign-in.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { OwnPart } from './own-part.tsx'
import { type FactorDoing, type FactorStep, useFactor } from './use-factor.ts'

type FactorState = z.output<typeof routes.state.reply>
/** With fewer left, somebody who loses their phone is soon shut out. */
const fewCodes = 3

/** The second factor of the own account: put on, moved to another phone, given new recovery codes, taken off. */
export function FactorPart() {
  const t = useText()
  const asked = useAsk(secondFactorRoutes.state)
  const factor = useFactor(asked.refetch)
  return (
    <OwnPart title={t('factor.title')} asked={asked}>
      {(state) => (
        <>
          <p>{t('factor.about')}</p>
          <FactorStanding state={state} />
          {factor.problem && (
            <InlineMessage status="error" role="alert">
              {factor.problem.message}
            </InlineMessage>
          )}
          {factor.ended && <InlineMessage status="success">{t('factor.ended')}</InlineMessage>}
          {factor.step === null ? (
            <FactorActs state={state} onChoose={factor.choose} />
          ) : (
            <FactorDoingStep step={factor.step} factor={factor} />
          )}
        </>
      )}
    </OwnPart>
  )
}

function FactorStanding({ state: { since, codesLeft, required } }: { state: FactorState }) {
  const t = useText()
  const when = useWhen()
  if (since === null)
    return (
      <div>
        <StatusTag small tone="waiting" label={t(required ? 'factor.off.required' : 'factor.off')} />
      </div>
    )
  return (
    <>
      <div>
        <StatusTag small tone="done" label={t('factor.on', { date: when.date(since) })} />
      </div>
      <p>{t('factor.codes-left', { count: codesLeft })}</p>
      {codesLeft < fewCodes && (
        <InlineMessage status="warning">{t('factor.codes-few', { count: codesLeft })}</InlineMessage>
      )}
    </>
  )
}

interface FactorActsProps {
  readonly state: FactorState
  readonly onChoose: (doing: FactorDoing) => void
}

function FactorActs({ state: { since, required }, onChoose }: FactorActsProps) {
  const t = useText()
  if (since === null)
    return (
      <div>
        <Button size="small" onClick={() => onChoose('begin')}>
          {t('factor.begin')}
        </Button>
      </div>
    )
  return (
    <div className="own-part__acts">
      <Button size="small" variant="secondary" onClick={() => onChoose('replace')}>
        {t('factor.replace')}
      </Button>
      <Button size="small" variant="secondary" onClick={() => onChoose('renew')}>
        {t('factor.renew')}
      </Button>
      {!required && (
        <Button size="small" variant="tertiary" data-color="danger" onClick={() => onChoose('end')}>
          {t('factor.end')}
        </Button>
      )}
    </div>
  )
}

function FactorDoingStep({ step, factor }: { step: FactorStep; factor: ReturnType<typeof useFactor> }) {
  const t = useText()
  const cancel = (
    <Button type="button" variant="tertiary" data-color="neutral" onClick={factor.close}>
      {t('dialog.cancel')}
    </Button>
  )
  if (step.now === 'codes') return <RecoveryCodes codes={step.codes} onDone={factor.close} />
  if (step.now === 'setting-up')
    return (
      <FactorSetUp
        factor={step.factor}
        onDone={(me) => {
          welcome(me)
          factor.close()
        }}
      >
        {cancel}
      </FactorSetUp>
    )
  return (
    <>
      <p>{t(`factor.${step.doing}.text`)}</p>
      <CodeForm
        actText={t(step.doing === 'end' ? 'factor.end' : 'factor.go')}
        harmful={step.doing === 'end'}
        onCode={(code) => factor.prove(step.doing, code)}
      >
        {cancel}
      </CodeForm>
    </>
  )
}
