import type { Dexie } from 'dexie'

/** What lies here was written by a newer release than this one, which could misread it. */
export class NewerShape extends Error {}

/**
 * SYNC-50 Opens a store in the shape that its versions declare. The library would open a newer one as well, and write into
 * what it does not know; here it is left as it lies. Shapes only grow: no release takes a table away that an older one has.
 */
export async function openShape(db: Dexie): Promise<void> {
  const newest = db.verno
  await db.open()
  // The browser counts tenths of the library's versions.
  const found = Math.floor(db.backendDB().version / 10)
  if (found <= newest) return
  db.close()
  throw new NewerShape(`${db.name} has shape ${found}, and this release knows ${newest}`)
}
