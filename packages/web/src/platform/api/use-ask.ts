import type { RouteRow } from '@openslrt/core/contract/route.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { useActingOffice } from '../session/use-session.ts'
import { ask, type Input } from './ask.ts'
import { mayPass, type Problem } from './problem.ts'

export interface AskOptions {
  /** False while something that the question needs is not known yet. */
  readonly enabled?: boolean
  /** Keep showing the page before while the next one comes: for lists. */
  readonly keepPrevious?: boolean
  readonly staleTime?: number
  readonly refetchInterval?: number
}

export interface Asked<Reply> {
  readonly data: Reply | undefined
  /** Why there is no answer; an older answer may still stand in `data`. */
  readonly problem: Problem | null
  /** Nothing to show yet. */
  readonly isPending: boolean
  readonly isFetching: boolean
  /** What is shown belongs to the question before. */
  readonly isPlaceholderData: boolean
  readonly refetch: () => void
}

/** Asks while a screen is shown, and again when someone comes back to it or a command was accepted. */
export function useAsk<Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType>(
  row: RouteRow<Query, Body, Reply>,
  input: Input<Query, Body> = {},
  options: AskOptions = {},
): Asked<z.output<Reply>> {
  const office = useActingOffice()
  const query = useQuery<z.output<Reply>, NotAnswered>({
    queryKey: [row.method, row.path, input, office],
    queryFn: async () => {
      const answer = await ask(row, input)
      if (!answer.ok) throw new NotAnswered(answer.error)
      return answer.value
    },
    retry: (tries, fault) => tries < 1 && mayPass(fault.problem.code),
    // Without signal the question fails at once with a sentence, rather than pausing for ever behind a skeleton.
    networkMode: 'always',
    refetchOnReconnect: true,
    enabled: options.enabled ?? true,
    ...(options.keepPrevious && { placeholderData: keepPreviousData }),
    ...(options.staleTime !== undefined && { staleTime: options.staleTime }),
    ...(options.refetchInterval !== undefined && { refetchInterval: options.refetchInterval }),
  })
  return {
    data: query.data,
    problem: query.error?.problem ?? null,
    isPending: query.isPending,
    isFetching: query.isFetching,
    isPlaceholderData: query.isPlaceholderData,
    // The answer reaches the screen through the query itself; nobody waits for it here.
    refetch: () => void query.refetch(),
  }
}

/** Queries end in an exception where we have a value; this carries it. */
class NotAnswered extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}
