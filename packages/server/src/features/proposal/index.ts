export { proposalHandler } from './commands.ts'
export { pressProposals } from './press.ts'
export { proposalRoutesOf } from './routes.ts'
export { serveProposalFiles } from './serve-files.ts'
