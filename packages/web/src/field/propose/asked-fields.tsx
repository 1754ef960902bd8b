import { kindLaw, type ProposalKind } from '@openslrt/core/proposal/kinds.ts'
import { variables } from '@openslrt/core/registry/variables.ts'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import type { Form } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { AnswerField } from '../ask/answer-field.tsx'
import { useWords } from '../ask/use-words.ts'
import { ChoiceField } from '../choice-field.tsx'
import { usePhone } from '../phone-context.ts'
import { mendable, type ProposeValues } from './propose-values.ts'

interface AskedFieldsProps {
  readonly form: Form<ProposeValues>
  readonly kind: ProposalKind
}

/** What a kind asks for by name, and for a correction what is wrong. */
export function AskedFields({ form, kind }: AskedFieldsProps) {
  const t = useText()
  const law = kindLaw(kind)
  const { asked } = form.values
  const put = (name: string, value: string): void => form.change({ asked: { ...asked, [name]: value } })
  return (
    <>
      {law.asks.map((name) => (
        <OwnField key={name} name={name} value={asked[name] ?? ''} onChange={(value) => put(name, value)} />
      ))}
      {law.some && kind !== 'new' && <Mended form={form} put={put} />}
      {form.errors.asked && <p role="alert">{t('work.propose.asked.missing')}</p>}
    </>
  )
}

interface OwnFieldProps {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function OwnField({ name, ...rest }: OwnFieldProps) {
  const t = useText()
  const { villages } = usePhone().state
  const field = { ...rest, id: `asked-${name}`, error: undefined }
  if (name === 'kelayakan') {
    const options = (['ya', 'tidak'] as const).map((value) => ({ value, label: t(`work.propose.fit.${value}`) }))
    return <RadioField {...field} label={t('work.propose.fit')} options={options} />
  }
  if (name === 'tanggal_meninggal') return <DayField {...field} label={t('work.propose.died')} />
  if (name === 'kode_kelurahan_desa')
    return (
      <>
        <LineField
          {...field}
          label={t('work.propose.moved')}
          description={t('work.propose.moved.why')}
          inputMode="text"
          maxLength={20}
        />
        {villages.length > 1 && (
          <p className="field__note">{villages.map((one) => `${one.name}: ${one.code}`).join(' · ')}</p>
        )}
      </>
    )
  return <LineField {...field} label={t('work.propose.twin')} inputMode="numeric" maxLength={24} />
}

const names = [...new Set(variables.filter(({ from }) => from !== 'enrichment').map(({ name }) => name))]

/** Which values are wrong, each with what is right instead. */
function Mended({ form, put }: { readonly form: Form<ProposeValues>; readonly put: OwnFieldPut }) {
  const t = useText()
  const { view } = usePhone()
  const words = useWords()?.words
  const { asked, who } = form.values
  const person = view.person.get(who)
  if (!words || !person) return <p role="alert">{t('field.lists.none')}</p>
  const family = view.family.get(person.family ?? '') ?? null
  const known = names.filter((name) => mendable(name, person, family) !== null)
  const chosen = Object.keys(asked)
  return (
    <>
      {chosen.map((name) => {
        const found = mendable(name, person, family)
        if (!found) return null
        const before = found.before === '' ? null : words.say(name, found.before)
        return (
          <div key={name}>
            {before && <p className="field__note">{t('work.propose.before', { value: before })}</p>}
            <AnswerField
              variable={found.variable}
              words={words}
              value={asked[name] ?? ''}
              onChange={(value) => put(name, value)}
              error={undefined}
            />
          </div>
        )
      })}
      <ChoiceField
        id="asked-more"
        label={t(chosen.length === 0 ? 'work.propose.wrong' : 'work.propose.wrong.more')}
        value=""
        error={undefined}
        onChange={(name) => name !== '' && put(name, '')}
        options={known
          .filter((name) => !chosen.includes(name))
          .map((name) => ({ value: name, label: words.label(name) }))}
      />
    </>
  )
}

type OwnFieldPut = (name: string, value: string) => void
