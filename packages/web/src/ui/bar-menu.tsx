import { type ReactNode, useEffect, useRef } from 'react'
import './bar-menu.css'

interface BarMenuProps {
  readonly button: ReactNode
  readonly className?: string
  /** What heads the opened list. */
  readonly heading: string
  readonly children: ReactNode
}

/** A list that opens under a button of the bar; it closes by choosing, by Escape, and by looking elsewhere. */
export function BarMenu({ button, className = '', heading, children }: BarMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const look = (event: Event) => {
      if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target)) shut(menu.current)
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return
      shut(menu.current)
      menu.current.querySelector('summary')?.focus()
    }
    document.addEventListener('keydown', leave)
    document.addEventListener('pointerdown', look)
    document.addEventListener('focusin', look)
    return () => {
      document.removeEventListener('keydown', leave)
      document.removeEventListener('pointerdown', look)
      document.removeEventListener('focusin', look)
    }
  }, [])
  return (
    <details ref={menu} className="bar-menu">
      <summary className={`shell__button ${className}`}>{button}</summary>
      <div className="bar-menu__list">
        <p className="bar-menu__heading">{heading}</p>
        {children}
      </div>
    </details>
  )
}

interface BarMenuItemProps {
  readonly children: ReactNode
  readonly detail?: string
  /** Set where one of several is chosen. */
  readonly chosen?: boolean
  readonly lang?: string
  readonly onChoose: () => void
}

/** One thing to choose. */
export function BarMenuItem({ children, detail, chosen, lang, onChoose }: BarMenuItemProps) {
  return (
    <button
      type="button"
      className="bar-menu__item"
      lang={lang}
      aria-current={chosen ? 'true' : undefined}
      onClick={(event) => {
        shut(event.currentTarget.closest('details'))
        onChoose()
      }}
    >
      <span>{children}</span>
      {detail && <span className="bar-menu__detail">{detail}</span>}
    </button>
  )
}

const shut = (menu: HTMLDetailsElement | null): void => menu?.removeAttribute('open')
