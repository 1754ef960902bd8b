import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import type { DistrictKeys } from './keys.ts'

const deflated = promisify(deflate)

/** An entry of one command has some kilobytes; packing those would cost more than it saves. */
const small = 64 * 1024

/**
 * LEDGER-21 The words of an entry as they are sealed. Those of a bulk load name each field a thousand times over: packed
 * they take a tenth of the room. The digest is taken over the words themselves.
 */
export const pack = async (plain: Buffer): Promise<Buffer> =>
  plain.length < small ? plain : deflated(plain, { level: 1 })

// JSON of an entry begins with a brace; what is packed, with the mark of its format.
const mark = 0x78

/** The words of an entry again. */
export const unpack = (opened: Buffer): Buffer => (opened[0] === mark ? inflateSync(opened) : opened)

/** What an entry says, out of its sealed payload. */
export const openWords = (keys: DistrictKeys, sealed: Buffer, commandId: string): unknown =>
  JSON.parse(unpack(keys.open(sealed, `entry ${commandId}`)).toString())
