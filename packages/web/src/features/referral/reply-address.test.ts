import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { replyLink, replyPage } from './reply-address.ts'

test('REF-21 a reply link carries its secret where no server and no log sees it', () => {
  const link = new URL(replyLink('https://slrt.example.go.id', '3404.abc-_9'))
  assert.deepEqual([link.pathname, link.search, link.hash], [publicPaths.reply, '', '#k=3404.abc-_9'])
  assert.equal(replyPage('slrt.example.go.id'), `slrt.example.go.id${publicPaths.reply}`)
})
