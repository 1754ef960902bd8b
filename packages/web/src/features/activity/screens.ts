/** The screens of facilitators' activity, each fetched when it is opened: the desk's first load names this file alone. */
export const screens = {
  list: () => import('./people-screen.tsx'),
  cover: () => import('./cover-screen.tsx'),
  report: () => import('./report-screen.tsx'),
} as const

export type ActivityScreen = keyof typeof screens
