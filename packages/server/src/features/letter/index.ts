export { letterHandler } from './commands.ts'
export { letterRoutesOf } from './routes.ts'
export { servePapers } from './serve-papers.ts'
