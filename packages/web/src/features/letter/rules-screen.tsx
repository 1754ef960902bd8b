import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import { letterKind, letterKinds } from '@openslrt/core/letter/kinds.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { ChainForm } from './chain-form.tsx'
import { ChoiceField } from './letter-fields.tsx'
import { LogoForm } from './logo-form.tsx'
import { NumberForm } from './number-form.tsx'
import type { RulesOf } from './office-choice.tsx'
import { SignerForm } from './signer-form.tsx'
import { TemplateEditor } from './template-editor.tsx'
import { ruleOf } from './template-state.ts'
import './letter.css'

/** The rules of letters of a place: templates with their preview, the pattern of numbers, and who initials and signs. */
export function Screen() {
  const t = useText()
  const { post } = useActing()
  const district = post ? ledgerOf(post.place) : '00'
  const { data, problem, refetch } = useAsk(
    letterRoutes.rules,
    { query: { district } },
    { enabled: post !== undefined },
  )
  if (!data)
    return problem ? (
      <ErrorState
        level={1}
        title={t('letter.rule.failed')}
        text={problem.message}
        action={<Button onClick={refetch}>{t('failed.action')}</Button>}
      />
    ) : (
      <Loading label={t('shell.loading')} rows={10} />
    )
  return <Rules {...data} district={district} onDone={refetch} />
}

interface RulesProps extends RulesOf {
  readonly onDone: () => void
  readonly signers: readonly { readonly staff: string; readonly name: string }[]
}

function Rules({ signers, onDone, ...of }: RulesProps) {
  const t = useText()
  const { district, today, rules } = of
  const [kind, setKind] = useState<LetterKind>('registered')
  const rule = ruleOf(rules, kind)
  return (
    <>
      <PageHead title={t('letters.rules')} />
      <div className="letter-rules">
        <Panel title={t('letter.rule.template')}>
          <p className="letter__aside">{t('letter.rule.hint')}</p>
          <ChoiceField
            id="rule-kind"
            label={t('letter.rule.kind')}
            value={kind}
            error={undefined}
            onChange={(chosen) => setKind(letterKind.safeParse(chosen).data ?? kind)}
            options={letterKinds.map((one) => [one, t(`letter-kind.${one}`)])}
          />
          {rule && (
            <TemplateEditor
              key={`${kind} ${rule.said.length} ${rule.now?.from ?? ''}`}
              kind={kind}
              rules={rules}
              district={district}
              today={today}
            />
          )}
        </Panel>
        <Panel title={t('letter.rule.chain')}>
          <ChainForm key={`${kind} ${rules.length}`} kind={kind} rules={rules} district={district} today={today} />
        </Panel>
        <Panel title={t('letter.rule.number')}>
          <NumberForm {...of} onDone={onDone} />
        </Panel>
        <Panel title={t('letter.rule.logo')}>
          <LogoForm {...of} onDone={onDone} />
        </Panel>
        <Panel title={t('letter.rule.signer')}>
          <SignerForm rules={rules} signers={signers} district={district} today={today} />
        </Panel>
      </div>
    </>
  )
}
