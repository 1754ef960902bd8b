import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { codeLists } from '@openslrt/core/registry/code-lists.ts'
import { variableOf } from '@openslrt/core/registry/variables.ts'
import type { Choices } from '../../platform/replica/phone-db.ts'
import { aFieldPhone, newHardware } from '../../testing/a-field-phone.ts'
import { faultOf, newSheet, withAnswer, withoutAnswer } from './sheet.ts'
import { toggled } from './toggled.ts'
import { wordsOf } from './words.ts'

const choices: Choices = {
  lists: {
    ...tableOf(codeLists, () => []),
    jenis_atap: [{ code: '4', names: { id: 'Seng', en: 'Zinc' } }],
    penyakit_kronis: [{ code: 'asma', names: { id: 'Asma', en: 'Asthma' } }],
    status_pekerjaan: [{ code: '1', names: { id: 'Berusaha sendiri', en: 'Own work' } }],
  },
  local: [
    { name: 'lokal-makan', of: 'family', kind: 'yes-no', names: { id: 'Makan dua kali?', en: 'Eats?' }, why: 'Rawan' },
  ],
}
const words = wordsOf(choices, 'id', sayIn('id'))
const variable = (of: 'family' | 'person', name: string) => {
  const found = variableOf(of, name)
  assert.ok(found, name)
  return found
}

test('FIELD-1 questions, help and answers are said in the words of the lists on the phone', () => {
  assert.equal(words.label('jenis_atap_terluas'), 'Atap terluas')
  assert.match(words.help('jenis_atap_terluas'), /paling luas/)
  assert.equal(words.say('jenis_atap_terluas', '4'), 'Seng')
  assert.equal(words.say('jenis_atap_terluas', '9'), '9', 'a code that no list knows is shown as it is')
  assert.equal(words.say('penyakit_kronis', ['asma']), 'Asma')
  assert.equal(words.say('penyakit_kronis', []), 'Tidak ada')
  assert.equal(words.say('emas_perhiasan', 2.5), '2,5 gram')
  assert.equal(words.say('tanggal_lahir', '1970-01-31'), '31/01/1970')
  assert.equal(words.say('AC', null), 'tidak ada atau tidak diketahui')
  assert.deepEqual([words.label('lokal-makan'), words.help('lokal-makan')], ['Makan dua kali?', 'Rawan'])
  assert.equal(words.say('lokal-makan', true), 'Ya')
})

test('FIELD-1 "none" is offered where the law asks for it: of several, and of work', () => {
  const offered = (of: 'family' | 'person', name: string) => words.offers(variable(of, name)).map(({ label }) => label)
  assert.deepEqual(offered('person', 'penyakit_kronis'), ['Asma', 'Tidak ada'])
  assert.deepEqual(offered('person', 'status_pekerjaan'), ['Berusaha sendiri', 'Tidak bekerja'])
  assert.deepEqual(offered('family', 'jenis_atap_terluas'), ['Seng'])
  assert.equal(toggled(['asma'], 'stroke'), 'asma stroke')
  assert.equal(toggled(['asma', 'stroke'], 'asma'), 'stroke')
  assert.equal(toggled(['asma'], '-'), '-')
  assert.equal(toggled(['-'], 'asma'), 'asma')
})

test('FIELD-3, FIELD-5 an answer takes back that its question was passed by, and the other way round', () => {
  const passed = { ...newSheet(3), ...withoutAnswer(newSheet(3), 'AC') }
  assert.deepEqual([passed.base, passed.passed, passed.typed['AC']], [3, ['AC'], ''])
  const answered = { ...passed, ...withAnswer(passed, 'AC', '2') }
  assert.deepEqual([answered.passed, answered.typed['AC']], [[], '2'])
})

test('FIELD-4 what is wrong with an answer is told by its form', () => {
  assert.equal(faultOf(variable('family', 'AC'), 'dua'), 'ask.wrong')
  assert.equal(faultOf(variable('family', 'AC'), ''), null)
  assert.equal(faultOf(variable('family', 'nomor_kartu_keluarga'), '34'), 'ask.wrong.digits')
})

test('FIELD-11 choices lie on the phone with their age, also after a night in a drawer', async () => {
  const hardware = newHardware()
  const cut = () => Promise.reject(new Error('no line'))
  const line = { who: cut, pull: cut, marks: cut, post: cut }
  const phone = await aFieldPhone(line, {}, hardware)
  assert.equal(await phone.choices(), null)
  const before = Date.now()
  await phone.keepChoices(choices)
  await phone.keepLists({ category: [] })
  phone.close()
  const again = await aFieldPhone(line, {}, hardware)
  const kept = await again.choices()
  assert.deepEqual(kept?.choices, choices)
  assert.ok(kept && kept.at >= before)
  assert.deepEqual(await again.lists(), { category: [] })
})
