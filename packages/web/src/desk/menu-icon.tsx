import { type ComponentType, lazy, Suspense } from 'react'
import type { menuPictures } from './menu-icons.ts'

type Icon = ComponentType<{ readonly 'aria-hidden'?: boolean }>
type IconName = keyof typeof menuPictures

/**
 * The picture of an entry of the menu. Each entry has its word, so the pictures come after the first screen; without a line
 * their room stays empty.
 */
export function menuIcon(name: IconName): Icon {
  const Picture = lazy(async (): Promise<{ default: Icon }> => {
    const loaded = await import('./menu-icons.ts').catch(() => null)
    return { default: loaded?.menuPictures[name] ?? Room }
  })
  return (props) => (
    <Suspense fallback={<Room />}>
      <Picture {...props} />
    </Suspense>
  )
}

const Room: Icon = () => <svg width="1em" height="1em" aria-hidden />
