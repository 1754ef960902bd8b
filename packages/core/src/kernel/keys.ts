/**
 * The keys of a record with their own type. The compiler gives back `string[]`, because an object may carry more keys
 * than its type tells; ours are tables written out in one place. The one cast for it in this code base is here.
 */
export const keysOf = <Table extends object>(table: Table): readonly (keyof Table & string)[] =>
  Object.keys(table) as (keyof Table & string)[]
