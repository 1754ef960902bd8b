import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { DoubleReason } from '@openslrt/core/registry/double-score.ts'
import type { FamilyReason } from '@openslrt/core/registry/family-double.ts'

/** Why two may be one, and what speaks against it, as one line. */
export const reasonsText = (t: Say, reasons: readonly (DoubleReason | FamilyReason)[]): string =>
  reasons.map((reason) => t(`double.reason.${reason}`)).join(', ')
