export type { OfficeParts } from './commands.ts'
export { officeHandler } from './commands.ts'
export { officeRoutesOf } from './routes.ts'
