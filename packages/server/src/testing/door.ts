import type { FastifyInstance, InjectOptions } from 'fastify'
import { z } from 'zod'

/** What a request got: status, headers, and the body read as far as it can be. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The JSON body; an empty object when it is none. */
  readonly body: AnswerBody
  readonly text: string
  readonly bytes: Buffer
}

const answerBody = z.looseObject({
  code: z.string().optional(),
  message: z.string().optional(),
  requestId: z.string().optional(),
  status: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type AnswerBody = z.output<typeof answerBody>

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** A way to the server: into the application itself, or over a network. */
export type Door = (asked: Asked) => Promise<Answer>

/** Hands requests to the application without a network. */
export const doorInto =
  (app: FastifyInstance): Door =>
  async ({ method, path, headers, body }) => {
    const options: InjectOptions = {
      method,
      url: path,
      headers: { host: 'localhost', ...headers },
      ...(body === undefined ? {} : { payload: body }),
    }
    const response = await app.inject(options)
    const heads = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
    return answerOf(response.statusCode, Object.fromEntries(heads), response.rawPayload)
  }

/** Sends requests to an address. Throws when nobody answers. */
export const doorAt =
  (url: string): Door =>
  async ({ method, path, headers, body }) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    })
    return answerOf(
      response.status,
      Object.fromEntries(response.headers.entries()),
      Buffer.from(await response.arrayBuffer()),
    )
  }

/** An answer as its parts came over a wire. */
export function answerOf(status: number, headers: Readonly<Record<string, string>>, bytes: Buffer): Answer {
  const text = bytes.toString()
  const isJson = text !== '' && (headers['content-type']?.includes('json') ?? false)
  return { status, headers, text, bytes, body: isJson ? answerBody.parse(JSON.parse(text)) : {} }
}
