import type { VisitPage } from '@openslrt/core/contract/visit-queries.ts'

/** What the form of an act of a visit is given. */
export interface ActFormProps {
  readonly visit: VisitPage
  readonly onClose: () => void
}

/** The visit as it was seen when a form was sent. */
export const targetOf = ({ district, id, version }: VisitPage) => ({ district, subject: id, base: version })
