import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { soundsOf, soundText } from './sounds.ts'

const alike: readonly (readonly string[])[] = [
  ['Achmad Jusuf', 'Akhmad Yusup', 'Ahmat Yusuf', 'AHMAD YUSUF'],
  ['Soekarno Djojohadikoesoemo', 'Sukarno Joyohadikusumo', 'Sukarno Djojohadikusumo'],
  ['Fitri Handayani', 'Pitri Andayani', 'Vitri Handajani'],
  ['Slamet Riyadi', 'Selamat Rijadi', 'Slamat Riyadi'],
  ['Zainal Abidin', 'Jaenal Abidin', 'Zaenal Abidin'],
  ['Abdul Azis', 'Abd. Aziz', 'Abdul Asis'],
  ['Rachmat Sholeh', 'Rahmad Soleh', 'Rochmat Saleh'],
  ['Moh. Syaiful', 'Muhammad Saiful', 'M. Saipul'],
  ['Endang Sulistyowati', 'Indang Sulistiyowati'],
  ['Siti Aminah', 'Siti Amina', 'St. Aminnah'],
  ['Taufiq Qurrahman', 'Topik Kurrahman', 'Taupik Kurahman'],
  ['Nyoman Cipto', 'Njoman Tjipto'],
]

for (const names of alike)
  test(`FIND-1 ${names.join(', ')} sound the same`, () => {
    assert.equal(new Set(names.map(soundText)).size, 1, names.map(soundText).join(' / '))
  })

test('FIND-1 names that differ in a consonant sound differently, and words are told apart', () => {
  assert.notEqual(soundText('Siti'), soundText('Sari'))
  assert.notEqual(soundText('Bambang'), soundText('Lambang'))
  assert.deepEqual(soundsOf('Siti Aminah'), ['st', '-mn'])
  assert.deepEqual(soundsOf('Ayu Ayu'), ['-j'])
})

test('FIND-1 a name of one word stands a second time as a whole; no name has no sound', () => {
  assert.deepEqual(soundsOf('Suparman'), ['sprmn', '=sprmn'])
  assert.deepEqual(soundsOf('Hj. Suparman'), ['sprmn', '=sprmn'])
  assert.deepEqual(soundsOf(' - '), [])
  assert.deepEqual(soundsOf('Ai'), ['-', '=-'])
})

property(
  'FIND-1 whatever is typed gives sounds without vowels, spaces or the sign that stands between them, each once',
  fc.string({ maxLength: 40 }),
  (typed) => {
    const sounds = soundsOf(typed)
    assert.equal(new Set(sounds).size, sounds.length)
    for (const sound of sounds) assert.match(sound, /^=?-?[b-df-hj-np-tv-z]*$/)
  },
)

property(
  'FIND-1 the order of words, case and dots change no sound',
  fc.array(fc.constantFrom('Siti', 'Aminah', 'Nur', 'Hidayat', 'Bambang', 'Tri'), { minLength: 2, maxLength: 4 }),
  (words) => {
    const sounds = (name: string): readonly string[] => soundsOf(name).toSorted()
    assert.deepEqual(sounds(words.toReversed().join('. ').toUpperCase()), sounds(words.join(' ')))
  },
)
