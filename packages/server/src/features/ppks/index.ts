export { ppksHandler } from './commands.ts'
export { ppksRoutesOf } from './routes.ts'
