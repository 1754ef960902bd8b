export { figureRoutesOf } from './routes.ts'
