import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, openOwnMenu, say, setUpFactor, signIn } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, enter, sit } = await setScene()
const { admin, people } = sleman
const { fo } = people
const own = await sit(fo)
let codes: readonly string[] = []

/** The recovery codes that are shown, which are then put away. */
async function keepCodes(): Promise<readonly string[]> {
  await heading(own, say('factor.codes.title')).waitFor()
  const shown = await own.locator('.recovery__codes code').allInnerTexts()
  await button(own, say('factor.codes.done')).click()
  return shown
}
const type = async (code: string | undefined, act: 'factor.go' | 'factor.end'): Promise<void> => {
  await field(own, say('factor.code')).fill(code ?? '')
  await button(own, say(act)).click()
}

test('OWN-1 a person finds their account in their own menu, and puts a second factor on', async () => {
  await own.goto('/meja/')
  await openOwnMenu(own, fo.name)
  await button(own, say('own.title')).click()
  await heading(own, say('own.title')).waitFor()
  await own.getByText(say('factor.off'), { exact: true }).waitFor()
  await own.getByText(say('sessions.own'), { exact: true }).waitFor()
  await own.getByText(say('log.password-set')).waitFor()
  await checkScreen(own, 'own-account')
  await button(own, say('factor.begin')).click()
  await setUpFactor(own)
  codes = await keepCodes()
  assert.equal(codes.length, 10)
  await own.getByText(say('factor.codes-left', { count: 10 })).waitFor()
  await checkScreen(own, 'own-account-guarded')
})

test('OWN-2 from then on the password is not enough; a recovery code is', async () => {
  const elsewhere = await enter()
  await elsewhere.goto('/meja/antrean')
  await signIn(elsewhere, fo.signInName)
  await heading(elsewhere, say('factor.code.title')).waitFor()
  await field(elsewhere, say('factor.code')).fill('000000')
  await button(elsewhere, say('factor.code.go')).click()
  await elsewhere.getByText(say('refusal.wrong-code')).waitFor()
  await checkScreen(elsewhere, 'sign-in-code')
  await field(elsewhere, say('factor.code')).fill(codes[0] ?? '')
  await button(elsewhere, say('factor.code.go')).click()
  await heading(elsewhere, say('case.queue.title')).waitFor()

  await own.reload()
  await own.getByText(say('log.recovery-code')).waitFor()
  await button(own, say('sessions.end-others')).click()
  await own.getByText(say('sessions.ended-others')).waitFor()
  await elsewhere.reload()
  await heading(elsewhere, say('account.title')).waitFor()
  await elsewhere.context().close()
})

test('OWN-3 codes are made anew, the phone is changed, and the second factor is taken off, each with a code', async () => {
  await button(own, say('factor.renew')).click()
  await checkScreen(own, 'own-account-code')
  await type(codes[0], 'factor.go')
  await own.getByText(say('refusal.wrong-code')).waitFor()
  await type(codes[1], 'factor.go')
  codes = await keepCodes()
  await button(own, say('factor.replace')).click()
  await type(codes[0], 'factor.go')
  await setUpFactor(own)
  codes = await keepCodes()
  await button(own, say('factor.end')).click()
  await type(codes[0], 'factor.end')
  await own.getByText(say('factor.ended')).waitFor()
  await own.getByText(say('factor.off'), { exact: true }).waitFor()
})

test('OWN-4 an administrator has no button to do without; and takes a lost one away from somebody else', async () => {
  await button(own, say('factor.begin')).click()
  await setUpFactor(own)
  await keepCodes()
  const desk = await enter({ cookie: admin.cookie })
  await desk.goto('/meja/akun')
  await button(desk, say('factor.renew')).waitFor()
  assert.equal(await button(desk, say('factor.end')).count(), 0)
  await desk.goto('/meja/petugas?cari=sari')
  await link(desk, fo.name).click()
  await button(dialogOf(desk), say('factor.reset')).click()
  await desk.getByText(say('factor.reset.title', { name: fo.name })).waitFor()
  await checkScreen(desk, 'staff-reset-factor')
  await button(dialogOf(desk).getByRole('alert'), say('factor.reset')).click()
  await desk.getByText(say('factor.reset.done', { name: fo.name })).waitFor()
  await own.reload()
  await heading(own, say('account.title')).waitFor()
  await signIn(own, fo.signInName)
  await heading(own, say('own.title')).waitFor()
  await own.getByText(say('log.factor-reset')).waitFor()
})

test('OWN-5 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
