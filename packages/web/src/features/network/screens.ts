/** The screens of the network of offices, each fetched when it is opened: the desk's first load names this file alone. */
export const screens = {
  list: () => import('./list-screen.tsx'),
  growth: () => import('./growth-screen.tsx'),
  one: () => import('./card-screen.tsx'),
} as const

export type NetworkScreen = keyof typeof screens
