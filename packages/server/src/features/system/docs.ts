import { commandRows } from '@openslrt/core/contract/command.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import type { FastifyInstance } from 'fastify'
import type { ApiDocument, Described } from './openapi.ts'
import { openApiOf } from './openapi.ts'

/** The machine's description of every door, and a page on which a person can read it without loading anything else. */
export function serveApiDocs(app: FastifyInstance, rows: readonly RouteRow[], version: string): void {
  // Made when somebody first reads it: hundreds of schemas would hold up every start.
  let made: ApiDocument | undefined
  const document = (): ApiDocument => (made ??= openApiOf(rows, version))
  app.get('/api/openapi.json', document)
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(pageOf(document())))
}

function pageOf(document: ApiDocument): string {
  const paths = Object.entries(document.paths)
  const sections = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => sectionOf(method, path, operation)),
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>OpenSLRT API</title><style>${style}</style></head>
<body><h1>OpenSLRT API</h1><p>${commandRows.length} commands, ${paths.length} paths. The document for programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).
A command carries an id made by the sender; sent again under that id it is answered as the first time, and done once.</p>${sections.join('\n')}</body></html>`
}

function sectionOf(method: string, path: string, operation: Described): string {
  const parts = {
    parameters: operation.parameters,
    body: operation.requestBody,
    reply: operation.responses['200']?.content,
  }
  const shown = Object.entries(parts).filter(([, part]) => part !== undefined && JSON.stringify(part) !== '[]')
  const blocks = shown.map(
    ([name, part]) => `<h3>${name}</h3><pre tabindex="0">${escapeHtml(JSON.stringify(part, null, 2))}</pre>`,
  )
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code> ${escapeHtml(operation.summary)}</summary><p>${escapeHtml(operation.description)}</p>${blocks.join('')}</details>`
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#24211d}summary{cursor:pointer;padding:.4rem 0;border-bottom:1px solid #d8d3cb}b{display:inline-block;min-width:3.5rem;color:#0f5e5a}pre{overflow:auto;background:#f6f3ee;padding:1rem;font-size:14px}a{color:#0f5e5a}'
