export { activityHandler } from './commands.ts'
export { activityRoutesOf } from './routes.ts'
