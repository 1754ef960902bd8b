export { listHandler } from './commands.ts'
