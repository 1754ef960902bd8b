/**
 * The keys of a record with their own type. The compiler gives back `string[]`, because an object may carry more keys
 * than its type tells; ours are tables written out in one place. The one cast for it in this code base is here.
 */
export const keysOf = <Table extends object>(table: Table): readonly (keyof Table & string)[] =>
  Object.keys(table) as (keyof Table & string)[]

/** A table that says something of each name. The compiler forgets the names here as well. */
export const tableOf = <Name extends string, Said>(
  names: readonly Name[],
  say: (name: Name, nth: number) => Said,
): Record<Name, Said> => Object.fromEntries(names.map((name, nth) => [name, say(name, nth)])) as Record<Name, Said>
