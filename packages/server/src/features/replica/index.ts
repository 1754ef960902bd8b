export { deviceRoutesOf } from './device-routes.ts'
export { beginEpoch, keepBackedUp } from './queries-epoch.ts'
export { replicaRoutesOf } from './routes.ts'
