import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { TextField } from '@navikt/ds-react/TextField'
import { phoneText } from '@openslrt/core/contract/case.ts'
import { inboundRoutes } from '@openslrt/core/contract/inbound.ts'
import { type FormEvent, useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { OwnPart } from './own-part.tsx'

/** The number that one writes from: by it one's messages find one's office. */
export function PhonePart() {
  const t = useText()
  const asked = useAsk(inboundRoutes.ownPhone)
  return (
    <OwnPart title={t('own.phone.title')} asked={asked}>
      {({ phone }) => (
        <>
          <p>{t('own.phone.about')}</p>
          <PhoneForm kept={phone} onSaved={asked.refetch} />
        </>
      )}
    </OwnPart>
  )
}

type Said = { readonly status: 'success' | 'error'; readonly text: string }

function PhoneForm({ kept, onSaved }: { kept: string | null; onSaved: () => void }) {
  const t = useText()
  const [phone, setPhone] = useState(kept ?? '')
  const [wrong, setWrong] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const save = async (next: string | null): Promise<void> => {
    const answer = await ask(inboundRoutes.savePhone, { body: { phone: next } })
    if (!answer.ok) return setSaid({ status: 'error', text: answer.error.message })
    setPhone(next ?? '')
    setSaid({ status: 'success', text: t(next === null ? 'own.phone.forgotten' : 'own.phone.saved') })
    onSaved()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const fits = phoneText.safeParse(phone.trim()).success
    setWrong(!fits)
    setSaid(null)
    if (fits) void save(phone.trim())
  }
  return (
    <form className="own-part__form" noValidate onSubmit={submit}>
      <TextField
        size="small"
        type="tel"
        autoComplete="tel"
        label={t('own.phone.label')}
        value={phone}
        error={wrong ? t('own.phone.wrong') : undefined}
        onChange={(event) => setPhone(event.target.value)}
      />
      {said && (
        <InlineMessage status={said.status} role={said.status === 'error' ? 'alert' : 'status'}>
          {said.text}
        </InlineMessage>
      )}
      <div className="own-part__acts">
        <Button size="small" variant="secondary">
          {t('own.phone.save')}
        </Button>
        {kept !== null && (
          <Button size="small" type="button" variant="tertiary" data-color="danger" onClick={() => void save(null)}>
            {t('own.phone.forget')}
          </Button>
        )}
      </div>
    </form>
  )
}
