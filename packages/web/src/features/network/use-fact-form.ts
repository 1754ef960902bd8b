import type { FactAbout } from '@openslrt/core/contract/network.ts'
import type { NetworkCard } from '@openslrt/core/contract/network-queries.ts'
import { type NetworkFactId, networkFactId } from '@openslrt/core/kernel/id.ts'
import { useState } from 'react'
import { type ActForm, useActForm } from '../../platform/act/use-act-form.ts'
import type { Errors } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Sendable } from '../../platform/outbox/sendable.ts'
import { newId } from '../../platform/outbox/uuid.ts'

export interface FactFormProps {
  readonly card: NetworkCard
  readonly onClose: () => void
}

interface Dated {
  readonly fact: NetworkFactId
  readonly from: string
}

interface Plan<About extends FactAbout, Values> {
  readonly initial: Values
  readonly check: (values: Values) => Errors<Values>
  readonly data: (values: Values, dated: Dated) => Sendable[`network.${About}`]
}

/** The form of one fact of an office: the day from which it holds, and what the fact itself asks. */
export function useFactForm<About extends FactAbout, Values extends { readonly from: string }>(
  about: About,
  { card: { district, id, version }, onClose }: FactFormProps,
  { initial, check, data }: Plan<About, Values>,
): ActForm<Values> {
  const t = useText()
  const [fact] = useState(newId)
  const kind = `network.${about}` as const
  return useActForm<typeof kind, Values>(
    { kind, key: `network ${id} ${about}`, target: { district, subject: id, base: version }, onDone: onClose },
    {
      initial,
      check: (values) => ({ ...(values.from === '' && { from: t('network.form.missing') }), ...check(values) }),
      data: (values) => data(values, { fact: networkFactId.parse(fact), from: values.from }),
    },
  )
}
