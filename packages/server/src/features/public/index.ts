export type { PublicParts, Renderer } from './parts.ts'
export { sendProblem } from './problem-page.ts'
export { openRenderer } from './renderer.ts'
export { servePublic } from './routes.ts'
