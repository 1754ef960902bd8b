import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'

/** The case as it was seen when the form was sent: a later change by others is then noticed (`stale`). */
export const targetOf = ({ line }: Pick<CaseCard, 'line'>) => ({
  district: line.district,
  subject: line.id,
  base: line.version,
})
