export { beginEpoch } from './queries-epoch.ts'
export { replicaRoutesOf } from './routes.ts'
