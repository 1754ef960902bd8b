import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf } from './device.ts'

const told = (agent: string): string => Object.values(deviceOf(agent)).join(' ')

test('ACCOUNT-17 a device is named as its owner knows it, not by all the names that its browser claims', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0'
  assert.equal(told(`Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`), 'Chrome Android')
  assert.equal(told(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/141.0.0.0`), 'Edge Windows')
  assert.equal(told(`Mozilla/5.0 (Linux; Android 14) SamsungBrowser/27.0 ${chrome}`), 'Samsung Internet Android')
  assert.equal(told('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'), 'Firefox Linux')
  const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'
  assert.equal(told(`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${apple}`), 'Safari iPhone')
  assert.equal(told(`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple}`), 'Safari Mac')
})

test('ACCOUNT-17 browsers on other systems, and systems with other browsers, bear their own names', () => {
  const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
  assert.equal(told(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} OPR/120.0`), 'Opera Windows')
  assert.equal(told(`Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) ${apple} CriOS/141.0 Safari/604.1`), 'Chrome iPad')
  assert.equal(told(`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) ${apple} FxiOS/140.0 Safari/605.1`), 'Firefox iPhone')
  assert.equal(told(`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome}`), 'Chrome ChromeOS')
})

test('ACCOUNT-17 a device that does not say what it is has no name', () => {
  assert.deepEqual(deviceOf(''), { browser: null, system: null })
  assert.deepEqual(deviceOf('curl/8.5.0'), { browser: null, system: null })
})
