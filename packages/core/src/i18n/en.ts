import { account } from './en/account.ts'
import { office } from './en/office.ts'
import { outbox } from './en/outbox.ts'
import { accessWords } from './en/access-words.ts'
import { caseWords } from './en/case-words.ts'
import { list } from './en/list.ts'
import { measureWords } from './en/measure-words.ts'
import { moveWords } from './en/move-words.ts'
import { publicFace } from './en/public.ts'
import { refusalDoor } from './en/refusal-door.ts'
import { refusalLaw } from './en/refusal-law.ts'
import { shell } from './en/shell.ts'
import { when } from './en/when.ts'
import type { MessageKey } from './id.ts'

/** The same texts in English; a missing one does not compile. */
export const en: Record<MessageKey, string> = {
  ...accessWords,
  ...caseWords,
  ...measureWords,
  ...moveWords,
  ...refusalDoor,
  ...refusalLaw,
  ...list,
  ...account,
  ...office,
  ...outbox,
  ...publicFace,
  ...shell,
  ...when,
}
