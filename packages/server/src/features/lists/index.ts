export { listHandler } from './commands.ts'
export { listRoutesOf } from './routes.ts'
