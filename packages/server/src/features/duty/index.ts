export { dutyHandler } from './commands.ts'
export { selectOnDuty } from './queries.ts'
export { dutyRoutesOf } from './routes.ts'
