import '../match/work-texts.ts'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { find } from '../../platform/replica/look-up.ts'
import { usePhone } from '../phone-context.ts'
import { PlainField } from '../plain-field.tsx'
import { useMayAsk } from '../use-may-ask.ts'
import { Row } from './rows.tsx'

/** One box for name, day of birth, village and digits, over what lies on the phone. */
export function SearchScreen() {
  const t = useText()
  const { lookUp, state } = usePhone()
  const mayAsk = useMayAsk()
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed)
  const found = useMemo(() => find(lookUp, words, state.villages), [lookUp, words, state.villages])
  const villageOf = (code: string): string => state.villages.find((one) => one.code === code)?.name ?? ''
  return (
    <>
      <h1 className="field__title">{t('field.search.title')}</h1>
      <PlainField
        label={t('field.search.label')}
        hint={t('field.search.hint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
      />
      <output className="field__note">
        {words.trim() !== '' &&
          (found.length === 0 ? t('field.search.none') : t('field.search.count', { count: found.length }))}
      </output>
      <Link href="/catat/lain" className="field__link">
        {t('work.say.title')}
      </Link>
      {mayAsk && words.trim() !== '' && (
        <Link href="/tanya/baru" className="field__link">
          {t('field.new.family')}
        </Link>
      )}
      <ul className="field__rows">
        {found.map((one) => (
          <Row
            key={one.id}
            href={`/keluarga/${one.family ?? one.id}`}
            title={one.name}
            text={[one.birth_date?.split('-').toReversed().join('-'), villageOf(one.place)].filter(Boolean).join(' · ')}
          />
        ))}
      </ul>
    </>
  )
}
