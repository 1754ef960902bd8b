export { psksHandler } from './commands.ts'
export { psksRoutesOf } from './routes.ts'
