export { placeOf } from './queries.ts'
export type { Reference } from './reference.ts'
export { openReference } from './reference.ts'
