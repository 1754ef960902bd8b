export { serveApiDocs } from './docs.ts'
export { isDemo } from './queries.ts'
export { serveHealth, serveWeb } from './routes.ts'
