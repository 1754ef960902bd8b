import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Metrics } from '../telemetry/metrics.ts'
import { refusalsOf } from './answers.ts'

/** Counts what is answered: by the row of the route and never by the address, which may name a case. */
export function countRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, next) => {
    const { method } = request
    metrics.request({ method, route: routeOf(request), status: reply.statusCode, seconds: reply.elapsedTime / 1000 })
    for (const code of refusalsOf(request)) metrics.refusal(code)
    next()
  })
}

/** Each built file has a route of its own, with a name that changes at every build: they count as one. */
function routeOf({ routeOptions: { url } }: FastifyRequest): string {
  if (url === undefined) return 'none'
  const [, folder] = /^(\/meja|\/lapangan|\/aset)\//.exec(url) ?? []
  return folder === undefined ? url : `${folder}/*`
}
