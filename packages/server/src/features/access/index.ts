export { forgetOldLooks } from './jobs.ts'
export { accessRoutesOf } from './routes.ts'
