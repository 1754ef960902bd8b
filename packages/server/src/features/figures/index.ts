export { countConditions } from './count-conditions.ts'
export { figureRoutesOf } from './routes.ts'
