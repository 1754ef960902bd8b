import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { strongPassword } from './clerk.ts'
import { button, heading, say, signOut } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const name = 'INApas'
const { sleman, faults, enter, sit } = await setScene({
  own: async (url, dataFolder) => {
    const { issuer, clientId, clientSecret } = await startProvider(`${url}/meja/penyedia`)
    const secretFile = join(dataFolder, 'client.secret')
    await writeFile(secretFile, clientSecret)
    return {
      PUBLIC_URL: url,
      OPENSLRT_OIDC_ISSUER: issuer,
      OPENSLRT_OIDC_CLIENT_ID: clientId,
      OPENSLRT_OIDC_CLIENT_SECRET_FILE: secretFile,
      OPENSLRT_OIDC_NAME: name,
    }
  },
})
const { fo } = sleman.people

/** A real identity provider beside the house, until this file ends. */
async function startProvider(
  returnTo: string,
): Promise<Readonly<Record<'issuer' | 'clientId' | 'clientSecret', string>>> {
  const file = join(import.meta.dirname, '../packages/server/src/testing/identity-provider.ts')
  const child = spawn(process.execPath, [file, returnTo], { stdio: ['ignore', 'pipe', 'ignore'] })
  after(() => void child.kill())
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  return JSON.parse(String(value))
}

/** The provider's own pages: who, and whether that is all right. */
async function atProvider(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill('apa saja')
  await page.locator('button[type="submit"]').click()
  await page.locator('input[name="prompt"][value="consent"]').waitFor({ state: 'attached' })
  await page.locator('button[type="submit"]').click()
}

test('OWN-6 a person connects their account with their password, and then signs in by the provider alone', async () => {
  const own = await sit(fo)
  await own.goto('/meja/akun')
  await heading(own, say('provider.title', { name })).waitFor()
  await button(own, say('provider.connect', { name })).click()
  await own.getByText(say('account.password.missing')).waitFor()
  await checkScreen(own, 'own-account-provider')
  await own.getByLabel(say('account.password'), { exact: true }).fill(strongPassword)
  await button(own, say('provider.connect', { name })).click()
  await atProvider(own, 'sari')
  await button(own, say('provider.leave', { name })).waitFor()
  await own.getByText(say('log.provider-connected')).waitFor()

  await signOut(own, fo.name)
  await heading(own, say('account.title')).waitFor()
  await checkScreen(own, 'sign-in-provider')
  // The provider still knows them: nothing is typed any more.
  await button(own, say('provider.go', { name })).click()
  await heading(own, say('case.queue.title')).waitFor()
  await own.context().close()
})

test('SESSION-8 whoever came for a page is led back to it by the provider too', async () => {
  const own = await enter()
  await own.goto('/meja/cari?cari=beras')
  await heading(own, say('account.title')).waitFor()
  await button(own, say('provider.go', { name })).click()
  await atProvider(own, 'sari')
  await heading(own, say('case.search.title')).waitFor()
  assert.equal(new URL(own.url()).pathname + new URL(own.url()).search, '/meja/cari?cari=beras')
  await own.context().close()
})

test('OWN-6 an identity that is not connected is told how to connect it', async () => {
  const stranger = await enter()
  await stranger.goto('/meja/masuk')
  await button(stranger, say('provider.go', { name })).click()
  await atProvider(stranger, 'orang-asing')
  await stranger.getByText(say('refusal.provider-unknown')).waitFor()
  await checkScreen(stranger, 'provider-unknown')
  await button(stranger, say('provider.back.to-sign-in')).click()
  await heading(stranger, say('account.title')).waitFor()
})

test('OWN-6 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
