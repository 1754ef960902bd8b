export { listHandler } from './commands.ts'
export { roleRoutesOf } from './role-routes.ts'
export { listRoutesOf } from './routes.ts'
