export { uploadTasks, uploadTimes } from './jobs.ts'
export { uploadRoutesOf } from './routes.ts'
export { serveParts } from './serve-parts.ts'
