import { list } from './id/list.ts'
import { publicFace } from './id/public.ts'
import { shell } from './id/shell.ts'
import { when } from './id/when.ts'

/** Every text a person may see, in Indonesian: the source of the keys. One file per capability in `id/`. */
export const id = {
  ...list,
  ...publicFace,
  ...shell,
  ...when,
} as const satisfies Record<string, string>

export type MessageKey = keyof typeof id
