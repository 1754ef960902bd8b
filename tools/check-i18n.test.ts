import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTexts } from './check-i18n.ts'
import { findHardText } from './hard-text.ts'

const ids = (text: string) => ({ path: 'packages/core/src/i18n/id/shell.ts', text })
const screen = (text: string) => ({ path: 'packages/web/src/features/queue/queue.tsx', text })
const sentences = (files: { path: string; text: string }[]) =>
  checkTexts(files).findings.map(({ line, sentence }) => `${line} ${sentence}`)

test('TEXT-1 a key that no file names is told; one named in full, in a template or by another capability is not', () => {
  const keys = ids(
    `export const shell = {\n  'shell.menu': 'Menu',\n  'status.closed': 'Selesai',\n  'shell.gone': 'Hilang',\n} as const`,
  )
  const user = screen("export const a = [t('shell.menu'), t(`status.${status}`)]")
  assert.deepEqual(sentences([keys, user]), ["4 the text 'shell.gone' is used nowhere: take it out, or use it"])
})

test('TEXT-2 neither a test nor a template of holes only counts as a use', () => {
  const keys = ids(`export const shell = { 'shell.menu': 'Menu' } as const`)
  const holes = screen('export const a = `${capability}.${name}`')
  const proof = { path: 'packages/web/src/menu.test.ts', text: "t('shell.menu')" }
  assert.equal(sentences([keys, holes, proof]).length, 1)
})

test('TEXT-3 a key made twice is told where the second one stands', () => {
  const twice = ids(`export const shell = {\n 'shell.menu': 'Menu',\n 'shell.menu': 'Daftar',\n}`)
  assert.match(sentences([twice, screen("t('shell.menu')")]).join(), /^3 the key 'shell.menu' is made before/)
})

test('TEXT-4 no keys at all is a fault, not a success', () => {
  assert.match(sentences([screen('export const a = 1')]).join(), /holds no key/)
})

test('TEXT-5 text that a person reads or hears must not stand in a screen', () => {
  const planted = [
    '<p>Simpan dan lanjut</p>',
    "<p>{'Simpan'}</p>",
    "<p>{sent ? 'Terkirim' : t('outbox.waiting')}</p>",
    '<p>{`Kasus ${number}`}</p>',
    '<input placeholder="Nomor kasus" />',
    '<button type="button" aria-label={open ? "Tutup" : t("menu.open")} />',
    "<Panel heading={'Riwayat'} />",
  ]
  for (const text of planted) assert.equal(findHardText(screen(`export const A = () => ${text}`)).length, 1, text)
})

test('TEXT-6 signs, numbers, names, keys, class names and test hooks are let through', () => {
  const clean = [
    '<p>· 12 &nbsp; / 30</p>',
    '<p>OpenSLRT</p>',
    "<p className='lead' data-kind='note' lang='id'>{t('shell.menu')}</p>",
    "<p>{words.join(', ')}</p>",
    "<p>{status === 'open' && t('shell.menu')}</p>",
    '<Icon title={t("shell.menu")} />',
  ]
  for (const text of clean) assert.deepEqual(findHardText(screen(`export const A = () => ${text}`)), [], text)
})
