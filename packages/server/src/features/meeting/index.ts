export { meetingHandler } from './commands.ts'
export { pressTasks } from './press-tasks.ts'
export { meetingRoutesOf } from './routes.ts'
