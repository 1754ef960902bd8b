import { list } from './en/list.ts'
import { publicFace } from './en/public.ts'
import { shell } from './en/shell.ts'
import { when } from './en/when.ts'
import type { MessageKey } from './id.ts'

/** The same texts in English; a missing one does not compile. */
export const en: Record<MessageKey, string> = {
  ...list,
  ...publicFace,
  ...shell,
  ...when,
}
