import { Button } from '@navikt/ds-react/Button'
import type { ListItem } from '@openslrt/core/contract/reference-queries.ts'
import type { FormEvent, ReactNode } from 'react'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'

interface FieldFormProps {
  readonly title: string
  readonly saveText: string
  readonly restored: boolean
  readonly busy: boolean
  readonly problem: string | null
  readonly onSave: () => Promise<void>
  readonly children: ReactNode
}

/** A form of the field: kept as it is typed, saved on the phone by one button. */
export function FieldForm({ title, saveText, restored, busy, problem, onSave, children }: FieldFormProps) {
  const t = useText()
  const save = (event: FormEvent): void => {
    event.preventDefault()
    void onSave()
  }
  return (
    <form className="field__form" onSubmit={save} noValidate>
      <h1 className="field__title">{title}</h1>
      {restored && <p className="field__note">{t('field.form.restored')}</p>}
      {children}
      {problem && <p role="alert">{problem}</p>}
      <Button type="submit" loading={busy}>
        {saveText}
      </Button>
      <p className="field__note">{t('field.visit.saved')}</p>
    </form>
  )
}

/** What can be chosen of a list, as it lies on the phone. */
export function useChoices(
  list: string,
): readonly { readonly value: string; readonly label: string; readonly item: ListItem }[] {
  const lang = useLanguage()
  return (usePhone().lists[list] ?? []).map((item) => ({ value: item.code, label: item.names[lang], item }))
}
