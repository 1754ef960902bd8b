/** As a `ref`: what opens below what was pressed, in a long dialog on a phone, is brought into sight. */
export const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })
