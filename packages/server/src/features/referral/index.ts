export { referralHandler } from './commands.ts'
export { referralRoutesOf } from './routes.ts'
export { linkSecrets } from './secrets.ts'
