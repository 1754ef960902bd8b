import { Button } from '@navikt/ds-react/Button'
import { LineField } from '../../platform/act/fields.tsx'
import type { Form } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { sayNumber } from '../say-number.ts'
import { type MinutesValues, personOf, presentIn } from './minutes-values.ts'

/** FIELD-30 Who came, one after the other, each with what they are; counted as the list grows. */
export function PresentField({ form }: { readonly form: Form<MinutesValues> }) {
  const t = useText()
  const { field, values } = form
  const add = (): void => form.change({ present: presentIn(values), name: '', post: '' })
  const remove = (at: number): void => form.change({ present: values.present.filter((_, nth) => nth !== at) })
  return (
    <fieldset className="minutes__part">
      <legend className="minutes__head">
        {t('proposal.minutes.attendance')}
        {values.present.length > 0 &&
          ` · ${t('work.minutes.present.count', { count: sayNumber(values.present.length) })}`}
      </legend>
      {values.present.length > 0 && (
        <ol className="minutes__present">
          {values.present.map((line, nth) => (
            // oxlint-disable-next-line react/no-array-index-key -- two of one name may come
            <li key={`${line} ${nth}`}>
              <Present line={line} onRemove={() => remove(nth)} />
            </li>
          ))}
        </ol>
      )}
      <LineField {...field('name')} label={t('work.minutes.present.name')} maxLength={200} />
      <LineField
        {...field('post')}
        label={t('work.minutes.present.post')}
        description={t('work.minutes.present.post.why')}
        maxLength={200}
      />
      <Button type="button" variant="secondary" disabled={values.name.trim() === ''} onClick={add}>
        {t('work.minutes.present.add')}
      </Button>
    </fieldset>
  )
}

function Present({ line, onRemove }: { readonly line: string; readonly onRemove: () => void }) {
  const t = useText()
  const { name, post } = personOf(line)
  return (
    <div className="minutes__one">
      <span>
        {name}
        {post !== '' && <span className="field__note minutes__post">{post}</span>}
      </span>
      <Button
        type="button"
        size="small"
        variant="tertiary"
        aria-label={t('work.minutes.present.remove', { name })}
        onClick={onRemove}
      >
        {t('work.minutes.remove')}
      </Button>
    </div>
  )
}
