export { independenceHandler } from './commands.ts'
export { independenceRoutesOf } from './routes.ts'
