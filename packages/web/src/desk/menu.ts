import type { DeskRoute } from './desk-route.ts'

type Placed = Pick<DeskRoute, 'path' | 'under' | 'menu'>

/** The entries of the menu, of the screens that somebody may open: what lies under another entry of theirs is reached by that. */
export function menuOf<R extends Placed>(open: readonly R[]): readonly R[] {
  const entries = open.filter(({ menu }) => menu)
  return entries.filter(({ under }) => !entries.some(({ path }) => under?.includes(path)))
}

/** The entry that a page belongs to: by its own first word, or as its route says. */
export function currentOf(open: readonly Placed[], location: string): string | undefined {
  const entries = menuOf(open)
  const here = (path: string): boolean => wordOf(path) === wordOf(location)
  const own = entries.find(({ path }) => here(path))
  const above = open.find(({ path, under }) => under && here(path))?.under
  return own?.path ?? above?.find((one) => entries.some(({ path }) => path === one))
}

const wordOf = (path: string): string | undefined => path.split(/[/?]/)[1]
