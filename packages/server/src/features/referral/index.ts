export { referralHandler } from './commands.ts'
export { referralRoutesOf } from './routes.ts'
