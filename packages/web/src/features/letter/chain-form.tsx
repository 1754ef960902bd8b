import { Button } from '@navikt/ds-react/Button'
import type { LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import { chainData } from '@openslrt/core/letter/rules.ts'
import { type FormEvent, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { chainOf, chainTexts, isChainText } from './chain-state.ts'

interface ChainFormProps {
  readonly kind: LetterKind
  readonly rules: readonly LetterRuleLine[]
  readonly district: string
  readonly today: string
}

/** Who initials and who signs a kind of letter at each level: the posts in their order, the last one signs. */
export function ChainForm({ kind, rules, district, today }: ChainFormProps) {
  const t = useText()
  const act = useAct()
  const [subject, setSubject] = useState(newId)
  const now = rules.find(({ list, code }) => list === 'letter-chain' && code === kind)?.now
  const said = chainData.safeParse(now?.data).data
  const form = useForm(`letter-chain ${kind}`, chainTexts(said), (values) =>
    Object.fromEntries(
      keysOf(values)
        .filter((level) => !isChainText(values[level]))
        .map((level) => [level, t('letter.rule.chain.wrong')]),
    ),
  )
  const save = async (): Promise<void> => {
    if (!form.passes() || !now) return
    const words = { levels: chainOf(form.values), basis: said?.basis ?? '' }
    const data = { list: 'letter-chain', code: kind, names: now.names, from: today, data: words } as const
    const acted = await act.send('list.change', { district, subject, base: null, data })
    if (acted.state !== 'refused') setSubject(newId())
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) void save()
  }
  return (
    <form className="letter-rules__form" noValidate onSubmit={send}>
      <p className="letter__aside">{t('letter.rule.chain.hint')}</p>
      {keysOf(form.values).map((level) => (
        <LineField key={level} {...form.field(level)} label={t(`level.${level}`)} maxLength={200} />
      ))}
      <ActProblem problem={act.problem} />
      <div className="letter__acts">
        <Button variant="secondary" loading={act.busy}>
          {t('letter.rule.chain.save')}
        </Button>
      </div>
    </form>
  )
}
