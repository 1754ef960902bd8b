/** What the browser says of its room; null where it says nothing. */
export interface Room {
  readonly used: number
  readonly quota: number
  /** Whether what lies here is kept until a person removes it. */
  readonly persisted: boolean
}

/** Less than this is almost full: ten photos, and what is typed in a week. */
export const tightBytes = 5_000_000

/** SYNC-46 Whether something of this size is not to be kept any more: what is typed always has room left. */
export const isTight = (room: Room | null, need = 0): boolean =>
  room !== null && room.quota - room.used - need < tightBytes

export async function findRoom(storage: StorageManager | undefined): Promise<Room | null> {
  try {
    const said = await storage?.estimate()
    if (said?.quota === undefined || said.usage === undefined) return null
    return { used: said.usage, quota: said.quota, persisted: (await storage?.persisted?.()) ?? false }
  } catch {
    return null
  }
}
