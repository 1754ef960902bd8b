/** The numbers by which PostgreSQL knows what a list is of. */
const kinds = { text: 25, jsonb: 25, bytea: 17 } as const
const headBytes = 20

/**
 * A list of words or bytes in the form in which PostgreSQL keeps it. As text, the values of a thousand people have forty
 * thousand quote marks to be told apart here and joined again there, and bytes take twice their room.
 */
export function listBytes(type: keyof typeof kinds, values: readonly unknown[]): Buffer {
  const members = values.map(memberOf)
  const sizes = members.map((member) => (member === null ? 0 : Buffer.byteLength(member)))
  const list = Buffer.allocUnsafe(headBytes + sizes.reduce((sum, size) => sum + 4 + size, 0))
  const hasNull = members.includes(null)
  // How many sides, whether something is missing, of what; how many on its one side, and from which number on.
  const head = [1, hasNull ? 1 : 0, kinds[type], members.length, 1]
  let at = head.reduce((nth, part) => list.writeInt32BE(part, nth), 0)
  for (const [nth, member] of members.entries()) {
    const size = sizes[nth] ?? 0
    at = list.writeInt32BE(member === null ? -1 : size, at)
    if (typeof member === 'string') list.write(member, at)
    else if (member) member.copy(list, at)
    at += size
  }
  return list
}

function memberOf(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null
  return Buffer.isBuffer(value) ? value : String(value)
}
