import { lstat } from 'node:fs/promises'

/** Whether something has this name: a file, a folder, or a link, wherever that one leads. */
export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
