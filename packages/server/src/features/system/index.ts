export { serveApiDocs } from './docs.ts'
export type { DemoFlag } from './queries.ts'
export { openDemoFlag } from './queries.ts'
export { serveHealth, serveWeb } from './routes.ts'
