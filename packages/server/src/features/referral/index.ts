export { referralHandler } from './commands.ts'
export { pressReferrals } from './press-referrals.ts'
export { referralRoutesOf } from './routes.ts'
export { linkSecrets } from './secrets.ts'
