import type { LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import { useState } from 'react'
import { useAct } from '../../platform/act/use-act.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Sendable } from '../../platform/outbox/sendable.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { ruleFor, standard } from './number-state.ts'
import type { RulesOf } from './office-choice.tsx'

type Own = Extract<Sendable['list.change'], { list: 'letter-number' | 'letter-logo' }>
/** Of whom something is said, and from when. */
export type Whose = Pick<Own, 'code' | 'names' | 'from'>

/** Saying a rule of one office, or of all, from a day on: and what came of it. */
export function useOfficeRule({ rules, offices, district }: RulesOf, list: Own['list'], office: string) {
  const t = useText()
  const day = useDay()
  const act = useAct()
  const [subject, setSubject] = useState(newId)
  const [saved, setSaved] = useState('')
  const rule: LetterRuleLine | undefined = ruleFor(rules, list, office)
  const name = offices.find((one) => one.office === office)?.name ?? ''
  const names = office === standard && rule?.now ? rule.now.names : { id: name, en: name }
  const save = async (from: string, say: (whose: Whose) => Own): Promise<boolean> => {
    const data = say({ code: office, names, from })
    const acted = await act.send(rule ? 'list.change' : 'list.add', { district, subject, base: null, data })
    if (acted.state === 'refused') return false
    setSubject(newId())
    setSaved(acted.state === 'waiting' ? t('outbox.kept') : t('letter.rule.done', { day: day(from) }))
    return true
  }
  const end = async (from: string): Promise<boolean> => {
    const data = { list, code: office, from, above: false }
    const acted = await act.send('list.end', { district, subject, base: null, data })
    if (acted.state === 'refused') return false
    setSaved(t('letter.rule.done', { day: day(from) }))
    return true
  }
  return { act, rule, saved, save, end }
}
