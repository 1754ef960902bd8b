import type { Lang } from '@openslrt/core/i18n/translate.ts'

/** A share in hundredths of a percent, as people read it: 62,5. */
export const sayShare = (share: number, lang: Lang): string =>
  (share / 100).toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 })
