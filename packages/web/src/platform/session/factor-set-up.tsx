import { CopyButton } from '@navikt/ds-react/CopyButton'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import { type ReactNode, useState } from 'react'
import { Qr } from '../../ui/qr.tsx'
import { qrModules } from '../../ui/qr-modules.ts'
import { askOnce } from '../api/ask.ts'
import { useText } from '../i18n/use-text.ts'
import { CodeForm } from './code-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import './factor-set-up.css'

/** A secret on its way to the person's phone. */
export interface NewFactor {
  readonly key: string
  readonly address: string
}

interface FactorSetUpProps {
  readonly factor: NewFactor
  readonly onDone: (me: Me) => void
  /** A way back, beside the button. */
  readonly children?: ReactNode
}

/** From the picture to the first code, and the recovery codes at the end. */
export function FactorSetUp({ factor, onDone, children }: FactorSetUpProps) {
  const t = useText()
  const [made, setMade] = useState<{ codes: readonly string[]; me: Me } | null>(null)
  if (made) return <RecoveryCodes codes={made.codes} onDone={() => onDone(made.me)} />
  return (
    <div className="set-up">
      <ol className="set-up__steps">
        <li>{t('factor.set-up.app')}</li>
        <li>
          {t('factor.set-up.scan')}
          <Qr modules={qrModules(factor.address)} label={t('factor.set-up.qr')} size={200} />
          <a href={factor.address}>{t('factor.set-up.here')}</a>
          <span>{t('factor.set-up.key')}</span>
          <code className="set-up__key">{factor.key}</code>
          <CopyButton
            size="small"
            copyText={factor.key.replaceAll(' ', '')}
            text={t('factor.set-up.copy')}
            activeText={t('factor.set-up.copied')}
          />
        </li>
        <li>{t('factor.set-up.type')}</li>
      </ol>
      <CodeForm
        appOnly
        actText={t('factor.set-up.confirm')}
        onCode={async (code) => {
          const answer = await askOnce(secondFactorRoutes.confirm, { body: { code } })
          if (answer.ok) setMade(answer.value)
          return answer.ok ? null : answer.error
        }}
      >
        {children}
      </CodeForm>
    </div>
  )
}
