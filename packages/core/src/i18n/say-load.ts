import { isMessageKey } from './known-key.ts'
import type { Lang } from './translate.ts'
import { translate } from './translate.ts'

/** Why a row of an extract can't be taken, as an officer says it. */
export function sayRowProblem(code: string, lang: Lang): string {
  const key = `load.wrong.${code}`
  return isMessageKey(key) ? translate(lang, key) : code
}
