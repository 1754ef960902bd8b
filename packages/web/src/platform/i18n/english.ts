/**
 * English at the desk, which few choose: its texts are fetched when somebody does. The build puts this `en` in the
 * place of core's, so that they stay out of the first load; until they are fetched nothing is said in English.
 */
export const en: Record<string, string> = {}

let fetched = false

/** Whether English can be spoken already. */
export const hasEnglish = (): boolean => fetched

/** False where they could not be fetched, as without a signal: then the language stays what it is. */
export async function fetchEnglish(): Promise<boolean> {
  if (fetched) return true
  const texts = await import('@openslrt/core/i18n/en.ts').catch(() => null)
  if (!texts) return false
  Object.assign(en, texts.en)
  fetched = true
  return true
}
