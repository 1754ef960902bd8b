import { registerData } from '@openslrt/core/contract/case.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { Command } from '../../platform/outbox/entry.ts'

const titles = {
  'visit.done': 'field.visit.done',
  'visit.miss': 'field.visit.miss',
} as const

/** What somebody did, so that they know it again: a complaint by its sentence, the rest by what it was. */
export function titleOf({ kind, data }: Command, t: Say): string {
  if (kind === 'visit.done' || kind === 'visit.miss') return t(titles[kind])
  const said = registerData.pick({ summary: true }).loose().safeParse(data)
  return said.success ? said.data.summary : t('field.complaint.title')
}
