import type { ChainStep } from '@openslrt/core/letter/letter.ts'
import type { ChainData } from '@openslrt/core/letter/rules.ts'
import { mostSteps } from '@openslrt/core/letter/rules.ts'
import type { OfficeLevel } from '@openslrt/core/office/office.ts'

type Texts = Readonly<Record<OfficeLevel, string>>

/** A chain as a line of text at each level: "Kepala Bidang, Kepala Dinas". Empty where no such letters are made. */
export function chainTexts(said: ChainData | undefined): Texts {
  const line = (level: OfficeLevel): string => said?.levels[level]?.map(({ post }) => post).join(', ') ?? ''
  return {
    village: line('village'),
    subdistrict: line('subdistrict'),
    district: line('district'),
    province: line('province'),
    nation: line('nation'),
  }
}

const postsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((post) => post.trim())
    .filter((post) => post !== '')

/** LETTER-13 At most two initials and the signature, each by a post that has a name. */
export const isChainText = (text: string): boolean => {
  const posts = postsIn(text)
  return posts.length <= mostSteps && posts.every((post) => post.length >= 2 && post.length <= 80)
}

/** The chain that such lines say: the last post signs, those before it initial. */
export function chainOf(texts: Texts): ChainData['levels'] {
  const steps = (text: string): ChainStep[] | null => {
    const posts = postsIn(text)
    return posts.length === 0
      ? null
      : posts.map((post, at) => ({ act: at === posts.length - 1 ? 'sign' : 'initial', post }))
  }
  return {
    village: steps(texts.village),
    subdistrict: steps(texts.subdistrict),
    district: steps(texts.district),
    province: steps(texts.province),
    nation: steps(texts.nation),
  }
}
