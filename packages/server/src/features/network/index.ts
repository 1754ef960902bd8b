export { networkHandler } from './commands.ts'
export { networkRoutesOf } from './routes.ts'
