import { sayNumber as sayIn } from '@openslrt/core/i18n/amount.ts'
import { currentLanguage } from '../platform/i18n/use-text.ts'

/** 1.240, as this reader writes it. */
export const sayNumber = (count: number): string => sayIn(count, currentLanguage())
