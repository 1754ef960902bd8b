export { carryLines } from './carry-lines.ts'
export { needHandler } from './commands.ts'
export { pressApplications } from './press.ts'
export { needRoutesOf } from './routes.ts'
