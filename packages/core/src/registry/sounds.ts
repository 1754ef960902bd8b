import { remembered } from '../kernel/remembered.ts'
import { nameKey } from '../person/name-key.ts'

/**
 * FIND-1 How the words of a name sound, coarsely: the consonants that are heard, whatever the vowels between them and
 * however they are spelled (Achmad, Akhmad, Ahmat; Fitri, Pitri; Slamet, Selamat; Jusuf, Yusup), and what slides from one
 * vowel to the next, written or not (Fitriani, Fitriyani; Suryadi, Suriadi; Suarno, Suwarno). People are fetched by these and then judged by their whole names, so that they may bring too many and must not lose one. A name of one
 * word stands a second time as a whole: "Siti" alone would else be lost among all Sitis of a district.
 */
export function soundsOf(name: string): readonly string[] {
  const words = nameKey(name)
    .split(' ')
    .filter((word) => word !== '')
  const sounds = [...new Set(words.map(heardAs))]
  return words.length === 1 ? [...sounds, ...sounds.map(whole)] : sounds
}

/** The sounds of a name as one text, as they are kept. */
export const soundText = (name: string): string => soundsOf(name).join(between)

/** What stands between two sounds of a kept text. */
export const between = '|'

/** The sound of a name that has this one word. */
export const whole = (sound: string): string => `=${sound}`

// In this order: what two letters spell is read before what one does.
const heard: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/y(?![aeiou])|(?<=[aeiou])y(?=i)/g, 'i'],
  // Behind s and n the slide is not heard (Syamsul, Nyoman, Kurniawan); elsewhere i and u have one before a vowel.
  [/(?<=[sn])(?:y?iy?|y)(?=[aeou])|(?<=[sn])y/g, ''],
  [/i(?=[aeou])/g, 'iy'],
  [/u(?=[aeio])/g, 'uw'],
  [/[ck]?h/g, ''],
  [/dz/g, 'z'],
  [/ts/g, 's'],
  [/[fv]/g, 'p'],
  [/^z/, 'j'],
  [/z/g, 's'],
  [/^[aeiou]+/, '-'],
  [/[aeiou]/g, ''],
  [/y/g, 'j'],
  [/d$/, 't'],
  [/b$/, 'p'],
  [/g$/, 'k'],
  [/(.)\1+/g, '$1'],
]

const heardAs = remembered(soundOf)

function soundOf(word: string): string {
  const sound = heard.reduce((rest, [spelled, said]) => rest.replace(spelled, said), word)
  // A word of which nothing is heard still is one.
  return sound === '' ? '-' : sound
}
