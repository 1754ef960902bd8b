export { surgeHandler } from './commands.ts'
export { surgeRoutesOf } from './routes.ts'
export { surgeTasks, surgeTimes } from './work.ts'
