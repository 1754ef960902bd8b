export { challengeHandler } from './commands.ts'
export { pressChallenges } from './press.ts'
export { challengeRoutesOf } from './routes.ts'
