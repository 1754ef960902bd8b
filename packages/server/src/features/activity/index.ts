export { activityRoutesOf } from './routes.ts'
