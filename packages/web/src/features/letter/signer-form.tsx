import { Button } from '@navikt/ds-react/Button'
import type { LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import { signerData } from '@openslrt/core/letter/rules.ts'
import { type FormEvent, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Form, useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { FieldRow, FieldRows } from '../../ui/field-row.tsx'
import { ChoiceField } from './letter-fields.tsx'

interface SignerFormProps {
  readonly rules: readonly LetterRuleLine[]
  readonly signers: readonly { readonly staff: string; readonly name: string }[]
  readonly district: string
  readonly today: string
}

const blank = { staff: '', post: '', rank: '', nip: '' }

/** Under which post, rank and NIP people sign: what stands below their name on a letter. */
export function SignerForm({ rules, signers, district, today }: SignerFormProps) {
  const t = useText()
  const act = useAct()
  const [subject, setSubject] = useState(newId)
  const known = rules.filter(({ list }) => list === 'letter-signer')
  const form = useForm('letter-signer', blank, ({ staff, post, nip }) => ({
    ...(staff === '' && { staff: t('letter.form.missing') }),
    ...(post.trim().length < 2 && { post: t('letter.form.missing') }),
    ...(!/^(\d{18})?$/.test(nip.trim()) && { nip: t('letter.rule.signer.nip.wrong') }),
  }))
  const save = async (): Promise<void> => {
    if (!form.passes()) return
    const { staff, post, rank, nip } = form.values
    const name = signers.find((one) => one.staff === staff)?.name ?? ''
    const words = { post: post.trim(), rank: rank.trim(), nip: nip.trim() }
    const data = {
      list: 'letter-signer',
      code: staff,
      names: { id: name, en: name },
      from: today,
      data: words,
    } as const
    const kind = known.some(({ code }) => code === staff) ? 'list.change' : 'list.add'
    const acted = await act.send(kind, { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    setSubject(newId())
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) void save()
  }
  return (
    <form className="letter-rules__form" noValidate onSubmit={send}>
      <FieldRows>
        {known.map(({ code, now }) => (
          <FieldRow key={code} label={now?.names.id ?? ''}>
            {saidOf(now?.data)}
          </FieldRow>
        ))}
      </FieldRows>
      <ChoiceField
        {...form.field('staff')}
        label={t('letter.rule.signer.who')}
        options={signers.map(({ staff, name }) => [staff, name])}
      />
      <PostFields form={form} />
      <ActProblem problem={act.problem} />
      <div className="letter__acts">
        <Button variant="secondary" loading={act.busy}>
          {t('letter.rule.signer.save')}
        </Button>
      </div>
    </form>
  )
}

/** What stands below a name: the post, and rank and NIP where there are any. */
function PostFields({ form }: { form: Form<typeof blank> }) {
  const t = useText()
  return (
    <>
      <LineField {...form.field('post')} label={t('letter.rule.signer.post')} maxLength={120} />
      <LineField
        {...form.field('rank')}
        label={t('act.optional', { label: t('letter.rule.signer.rank') })}
        maxLength={80}
      />
      <LineField
        {...form.field('nip')}
        label={t('act.optional', { label: t('letter.rule.signer.nip') })}
        inputMode="numeric"
        maxLength={18}
        htmlSize={20}
      />
    </>
  )
}

function saidOf(data: unknown): string {
  const said = signerData.safeParse(data).data
  return said ? [said.post, said.rank, said.nip].filter((words) => words !== '').join(' · ') : ''
}
