import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { DoubleReason } from '@openslrt/core/registry/double-score.ts'

/** Why two may be one, and what speaks against it, as one line. */
export const reasonsText = (t: Say, reasons: readonly DoubleReason[]): string =>
  reasons.map((reason) => t(`double.reason.${reason}`)).join(', ')
