export { closuresIn } from './closed-days.ts'
export { placeOf, postsOf, saidOf } from './queries.ts'
export type { Reference } from './reference.ts'
export { openReference } from './reference.ts'
