/** The screens of proposals, each fetched when it is opened: the desk's first load names this file alone. */
export const screens = {
  list: () => import('./proposals-screen.tsx'),
  one: () => import('./proposal-screen.tsx'),
  draft: () => import('./draft-screen.tsx'),
  sptjm: () => import('./sptjm-screen.tsx'),
  meetings: () => import('./minutes-list-screen.tsx'),
  meeting: () => import('./minutes-screen.tsx'),
  batches: () => import('./batches-screen.tsx'),
  batch: () => import('./batch-screen.tsx'),
  copy: () => import('./copy-screen.tsx'),
  answers: () => import('./answers-screen.tsx'),
  calendar: () => import('./calendar-screen.tsx'),
} as const

export type ProposalScreen = keyof typeof screens
