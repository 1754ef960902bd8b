/** The screens of independence, each fetched when it is opened: the desk's first load names this file alone. */
export const screens = {
  home: () => import('./home-screen.tsx'),
  instrument: () => import('./instrument-screen.tsx'),
  result: () => import('./result-screen.tsx'),
  fill: () => import('./fill-screen.tsx'),
  judge: () => import('./judge-screen.tsx'),
} as const

export type IndependenceScreen = keyof typeof screens
