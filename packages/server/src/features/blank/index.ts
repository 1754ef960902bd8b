export { blankHandler } from './commands.ts'
export { blankBook } from './find-blank.ts'
export { blankRoutesOf } from './routes.ts'
