import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { findPath } from './find-words.ts'
import './find.css'

/** The one box by which people are found: it leads to what it found, wherever it stands. */
export function FindBox({ words = '' }: { readonly words?: string }) {
  const t = useText()
  const [, go] = useLocation()
  const [typed, setTyped] = useState(words)
  const find = (event: FormEvent) => {
    event.preventDefault()
    go(findPath, { state: { orang: typed.trim() } })
  }
  return (
    <search>
      <form className="find-box" onSubmit={find}>
        <TextField
          label={t('find.label')}
          description={t('find.hint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
        />
        <Button type="submit">{t('find.do')}</Button>
      </form>
    </search>
  )
}
