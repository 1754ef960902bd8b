import assert from 'node:assert/strict'
import type { Answer } from './door.ts'

/** R7 What an answer that is not a yes looks like to a program: code, sentence, and the number of its request. */
export function assertJsonProblem(answer: Answer, about = ''): void {
  const { code, message, requestId } = answer.body
  assert.match(answer.headers['content-type'] ?? '', /^application\/json/, `${about} ${answer.status} ${answer.text}`)
  assert.match(code ?? '', /^[a-z-]{3,}$/, `${about} ${answer.text}`)
  assert.ok((message ?? '').length > 10, `${about} ${answer.text}`)
  assert.match(requestId ?? '', /^[0-9a-f-]{36}$/, about)
  assert.equal(requestId, answer.headers['x-request-id'], about)
}

/** The same to somebody who reads pages: a page in words, and its number in the answer. */
export function assertPageProblem(answer: Answer, about = ''): void {
  assert.match(answer.headers['content-type'] ?? '', /^text\/html/, `${about} ${answer.status} ${answer.text}`)
  assert.match(answer.text, /<html lang="(id|en)">[\s\S]*<h1[\s>]/, about)
  assert.match(answer.headers['x-request-id'] ?? '', /^[0-9a-f-]{36}$/, about)
}

/** Nothing that was asked is a fault of ours, and a no has our shape: `/api` speaks JSON, forms answer in pages. */
export function assertAnswered(answer: Answer, path: string, reads: boolean, about = path): void {
  assert.ok(answer.status >= 200 && answer.status < 500, `${about} ${answer.status} ${answer.text.slice(0, 500)}`)
  if (answer.status < 400) return
  const isPage = (answer.headers['content-type'] ?? '').startsWith('text/html')
  if (!path.startsWith('/api') && (reads || isPage)) assertPageProblem(answer, about)
  else assertJsonProblem(answer, about)
}
