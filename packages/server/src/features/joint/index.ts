export { jointHandler } from './commands.ts'
export { jointRoutesOf } from './routes.ts'
