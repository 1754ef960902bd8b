export { noticeTasks, noticeTimes } from './jobs.ts'
export { noticeRoutesOf } from './routes.ts'
