import { Button } from '@navikt/ds-react/Button'
import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { TextField } from '@navikt/ds-react/TextField'
import { noticeWayRoutes, ownWays } from '@openslrt/core/contract/notice-ways.ts'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { ask } from '../../platform/api/ask.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { beginPush, canBeTold, endPush } from './browser-push.ts'
import { OwnPart } from './own-part.tsx'
import './texts.ts'

type Own = z.output<typeof noticeWayRoutes.own.reply>

/** How one wants to be told of news beside the bell. */
export function NoticePart() {
  const t = useText()
  const asked = useAsk(noticeWayRoutes.own)
  // Kept here: the form begins anew with what was saved.
  const [saved, setSaved] = useState(false)
  const onSaved = () => {
    setSaved(true)
    asked.refetch()
  }
  return (
    <OwnPart title={t('own.notice.title')} asked={asked}>
      {(own) => (
        <>
          <p>{t('own.notice.about')}</p>
          {own.open.length === 0 ? (
            <p className="own-part__less">{t('own.notice.closed')}</p>
          ) : (
            <WaysForm key={own.ways.join(' ')} own={own} saved={saved} onSaved={onSaved} />
          )}
          {own.open.includes('push') && <BrowserActs own={own} onChanged={asked.refetch} />}
        </>
      )}
    </OwnPart>
  )
}

const langs = [
  ['id', 'Bahasa Indonesia'],
  ['en', 'English'],
] as const

interface WaysFormProps {
  readonly own: Own
  /** It has just been saved. */
  readonly saved: boolean
  readonly onSaved: () => void
}

function WaysForm({ own, saved, onSaved }: WaysFormProps) {
  const t = useText()
  const [ways, setWays] = useState<readonly (typeof ownWays)[number][]>(own.ways)
  const [email, setEmail] = useState(own.email ?? '')
  const [lang, setLang] = useState<Own['lang']>(own.lang)
  const [wrong, setWrong] = useState<string | null>(null)
  const wantsMail = ways.includes('email')
  const isWrong = wantsMail && !z.email().safeParse(email.trim()).success
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isWrong) return setWrong(t('own.notice.email.wrong'))
    const body = { lang, email: email.trim() === '' ? null : email.trim(), ways: [...ways] }
    const answer = await ask(noticeWayRoutes.save, { body })
    setWrong(answer.ok ? null : answer.error.message)
    if (answer.ok) onSaved()
  }
  return (
    <form className="own-part__form" noValidate onSubmit={(event) => void save(event)}>
      <CheckboxGroup
        size="small"
        legend={t('own.notice.ways')}
        value={[...ways]}
        onChange={(chosen: string[]) => setWays(ownWays.filter((way) => chosen.includes(way)))}
      >
        {own.open.map((way) => (
          <Checkbox key={way} value={way}>
            {t(`own.notice.${way}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {wantsMail && (
        <TextField
          size="small"
          type="email"
          autoComplete="email"
          label={t('own.notice.email')}
          value={email}
          error={isWrong ? wrong : undefined}
          onChange={(event) => setEmail(event.target.value)}
        />
      )}
      <LangField value={lang} onChange={setLang} />
      {!isWrong && (wrong !== null || saved) && (
        <InlineMessage status={wrong === null ? 'success' : 'error'} role={wrong === null ? 'status' : 'alert'}>
          {wrong ?? t('own.notice.saved')}
        </InlineMessage>
      )}
      <div>
        <Button size="small" variant="secondary">
          {t('own.notice.save')}
        </Button>
      </div>
    </form>
  )
}

function LangField({ value, onChange }: { value: Own['lang']; onChange: (lang: Own['lang']) => void }) {
  const t = useText()
  return (
    <RadioGroup
      size="small"
      legend={t('own.notice.lang')}
      value={value}
      onChange={(chosen: string) => onChange(chosen === 'en' ? 'en' : 'id')}
    >
      {langs.map(([code, name]) => (
        <Radio key={code} value={code}>
          <span lang={code}>{name}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

function BrowserActs({ own, onChanged }: { own: Own; onChanged: () => void }) {
  const t = useText()
  const [problem, setProblem] = useState<string | null>(null)
  const begin = async () => {
    const given = own.pushKey === null ? null : await beginPush(own.pushKey)
    if (!given) return setProblem(t('own.notice.browser.refused'))
    const answer = await ask(noticeWayRoutes.subscribe, { body: given })
    setProblem(answer.ok ? null : answer.error.message)
    onChanged()
  }
  const end = async () => {
    await endPush()
    const answer = await ask(noticeWayRoutes.unsubscribe, { body: { endpoint: null } })
    setProblem(answer.ok ? null : answer.error.message)
    onChanged()
  }
  return (
    <div className="own-part__form">
      {own.browsers > 0 && <p>{t('own.notice.browsers', { count: own.browsers })}</p>}
      {problem && (
        <InlineMessage status="error" role="alert">
          {problem}
        </InlineMessage>
      )}
      <div className="own-part__acts">
        {canBeTold() && (
          <Button size="small" variant="secondary" onClick={() => void begin()}>
            {t('own.notice.browser.add')}
          </Button>
        )}
        {own.browsers > 0 && (
          <Button size="small" variant="tertiary" data-color="danger" onClick={() => void end()}>
            {t('own.notice.browser.end')}
          </Button>
        )}
      </div>
    </div>
  )
}
