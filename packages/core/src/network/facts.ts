import type { SaidFact } from '../contract/network.ts'
import type { KeptFact, NetworkOfficeRow } from './network.ts'

/** What of one office there is one of at a time: one paper of each form, one sum of each source and year. */
export function nameOfFact(said: SaidFact): string {
  switch (said.about) {
    case 'legal':
      return `legal ${said.form}`
    case 'funding':
      return `funding ${said.year} ${said.source}`
    default:
      return said.about
  }
}

/** NETWORK-2 What holds after one more fact was said: the one that holds from the later day, and of two from one day the last. */
export function keep(facts: readonly KeptFact[], fact: KeptFact): readonly KeptFact[] {
  const name = nameOfFact(fact.said)
  const others = facts.filter(({ said }) => nameOfFact(said) !== name)
  const before = facts.find(({ said }) => nameOfFact(said) === name)
  const holds = before && before.from > fact.from ? before : fact
  return [...others, holds].toSorted((one, other) => (nameOfFact(one.said) < nameOfFact(other.said) ? -1 : 1))
}

type Found = Pick<NetworkOfficeRow, 'grownYear' | 'cohort' | 'initiator' | 'connection'>

/** What lists are found by, out of the facts that hold. */
export function foundBy(facts: readonly KeptFact[]): Found {
  const found = { grownYear: null, cohort: null, initiator: null, connection: null } as Found
  return facts.reduce((all, { said }) => {
    if (said.about === 'grown') return { ...all, grownYear: said.year, cohort: said.cohort, initiator: said.initiator }
    return said.about === 'connection' ? { ...all, connection: said.connection } : all
  }, found)
}
