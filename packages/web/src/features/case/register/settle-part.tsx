import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { fitsKind, useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { Panel } from '../../../ui/field-row.tsx'
import type { RegisterFormState } from './register-state.ts'
import { isQuick } from './register-values.ts'

/** The quick way: what the desk can answer at once is answered here, on the same page. */
export function SettlePart({ form }: { form: RegisterFormState }) {
  const t = useText()
  const { post, can } = useActing()
  const lists = useLists(post?.district ?? null)
  const outcome = form.field('outcome')
  const { kind } = form.values
  if (!can('case.settle') || kind === '' || !isQuick(kind)) return null
  return (
    <Panel title={t('case.register.settle')}>
      <div className="register__fields">
        <RadioGroup
          id={outcome.id}
          className="register__grid"
          legend={t('case.register.outcome')}
          size="small"
          value={outcome.value}
          onChange={outcome.onChange}
        >
          <Radio value="">{t('case.register.outcome.none')}</Radio>
          {lists
            .items('outcome')
            .filter((item) => fitsKind(item, kind))
            .map((item) => (
              <Radio key={item.code} value={item.code}>
                {lists.nameOf(item)}
              </Radio>
            ))}
        </RadioGroup>
        {outcome.value !== '' && (
          <NoteField
            label={t('act.optional', { label: t('case.form.settle.note') })}
            rows={2}
            {...form.field('answer')}
          />
        )}
      </div>
    </Panel>
  )
}
