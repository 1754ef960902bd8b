export { retentionHandler } from './commands.ts'
export { forgetOver } from './jobs.ts'
export { forgetRoutesOf } from './routes.ts'
