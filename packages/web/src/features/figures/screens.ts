/** The screens of figures, each fetched when it is opened. */
export const screens = {
  board: () => import('./figures-screen.tsx'),
  conditions: () => import('./condition-screen.tsx'),
  league: () => import('./league-screen.tsx'),
  indicators: () => import('./indicator-screen.tsx'),
  catalogue: () => import('./catalogue-screen.tsx'),
} as const
export type FiguresScreen = keyof typeof screens
