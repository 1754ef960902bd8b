interface DumpedTable {
  readonly name: string
  readonly keyPath: string | readonly string[] | null
  readonly autoIncrement: boolean
  readonly indexes: readonly {
    readonly name: string
    readonly keyPath: string | readonly string[]
    readonly unique: boolean
  }[]
  /** As JSON holds them: bytes and the device's key are told by how they are wrapped. */
  readonly rows: readonly unknown[]
}

/** One of the stores of a browser, as it lay there: its shape, and what was in it. */
export interface DumpedStore {
  readonly name: string
  readonly version: number
  readonly tables: readonly DumpedTable[]
}

/** All that a release left on a phone, and what its people knew by heart. */
export interface PhoneDump {
  readonly staff: string
  readonly name: string
  readonly pin: string
  readonly dataKey: string
  readonly outboxKey: string
  readonly stores: readonly DumpedStore[]
}

/** The shape alone, by which two releases are compared. */
export const shapeOf = ({ name, version, tables }: DumpedStore) => ({
  name,
  version,
  tables: tables.map(({ rows: _, ...shape }) => shape),
})

/** Lays a dump down where a browser keeps its stores. Stands alone: it is run in pages as well. */
export async function layDown(stores: readonly DumpedStore[], factory: IDBFactory = indexedDB): Promise<void> {
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const unpack = async (value: unknown): Promise<unknown> => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return Promise.all(value.map(unpack))
    const [[tag, inner] = ['', null]] = Object.entries(value)
    if (tag === '$bytes') return bytesOf(String(inner))
    if (tag === '$buffer') return bytesOf(String(inner)).buffer
    if (tag === '$hmac')
      return crypto.subtle.importKey('raw', bytesOf(String(inner)), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign'])
    const parts = await Promise.all(
      Object.entries(value).map(async ([name, one]) => [name, await unpack(one)] as const),
    )
    return Object.fromEntries(parts)
  }
  for (const { name, version, tables } of stores) {
    const rows = await Promise.all(tables.map((table) => Promise.all(table.rows.map(unpack))))
    await new Promise<void>((resolve, reject) => {
      const asked = factory.open(name, version)
      asked.addEventListener('error', () => reject(asked.error))
      asked.addEventListener('upgradeneeded', () => {
        for (const [nth, table] of tables.entries()) {
          const { keyPath, autoIncrement } = table
          const path = typeof keyPath === 'string' || keyPath === null ? keyPath : [...keyPath]
          const made = asked.result.createObjectStore(table.name, { keyPath: path, autoIncrement })
          for (const index of table.indexes) {
            const over = typeof index.keyPath === 'string' ? index.keyPath : [...index.keyPath]
            made.createIndex(index.name, over, { unique: index.unique })
          }
          for (const row of rows[nth] ?? []) made.put(row)
        }
      })
      asked.addEventListener('success', () => {
        asked.result.close()
        resolve()
      })
    })
  }
}

/** Reads what lies in a browser's stores. */
export async function dumpOf(factory: IDBFactory): Promise<readonly DumpedStore[]> {
  const known = (await factory.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]))
  return Promise.all(known.toSorted().map((name) => dumpStore(factory, name)))
}

async function dumpStore(factory: IDBFactory, name: string): Promise<DumpedStore> {
  const db = await told(factory.open(name))
  const names = [...db.objectStoreNames].toSorted()
  const reading = db.transaction(names).objectStore.bind(db.transaction(names))
  const tables = await Promise.all(names.map((one) => dumpTable(reading(one))))
  const dumped = { name, version: db.version, tables }
  db.close()
  return dumped
}

async function dumpTable(table: IDBObjectStore): Promise<DumpedTable> {
  const { name, keyPath, autoIncrement } = table
  const indexes = [...table.indexNames].toSorted().map((one) => {
    const { keyPath: over, unique } = table.index(one)
    return { name: one, keyPath: over, unique }
  })
  const found: unknown[] = await told(table.getAll())
  return { name, keyPath, autoIncrement, indexes, rows: await Promise.all(found.map(pack)) }
}

async function pack(value: unknown): Promise<unknown> {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number')
    return value ?? null
  if (typeof value === 'string') return value
  if (value instanceof CryptoKey) return { $hmac: base64(await crypto.subtle.exportKey('raw', value)) }
  if (value instanceof ArrayBuffer) return { $buffer: base64(value) }
  if (ArrayBuffer.isView(value)) return { $bytes: base64(value.buffer) }
  if (Array.isArray(value)) return Promise.all(value.map(pack))
  const parts = await Promise.all(Object.entries(value).map(async ([name, one]) => [name, await pack(one)] as const))
  return Object.fromEntries(parts)
}

const base64 = (bytes: ArrayBufferLike): string => Buffer.from(new Uint8Array(bytes)).toString('base64')

const told = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result), { once: true })
    asked.addEventListener('error', () => reject(asked.error), { once: true })
  })
