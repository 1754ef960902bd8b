import { en } from './en.ts'
import { id, type MessageKey } from './id.ts'

export type Lang = 'id' | 'en'

/** Puts parameters into the message of a key: `{name}` takes `params.name`; one that was not given stays visible. */
export function translate(lang: Lang, key: MessageKey, params: Record<string, string | number> = {}): string {
  const text: string = lang === 'en' ? en[key] : id[key]
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** Says a key in a language chosen before. */
export type Say = (key: MessageKey, params?: Record<string, string | number>) => string

/** The function that says keys in this language. */
export const sayIn =
  (lang: Lang): Say =>
  (key, params) =>
    translate(lang, key, params)
