export type { Handlers } from './routes.ts'
export { outcomeOf, serveCommands } from './routes.ts'
