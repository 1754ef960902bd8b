export { letterHandler } from './commands.ts'
