import './once/tsx.ts'
import { createElement, type FunctionComponent, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Router } from 'wouter'
import { type Part, readHtml } from './html.ts'

/** A component with what it is given; its content too stands among its properties. */
export const made = <Props extends object>(component: FunctionComponent<Props>, props: Props): ReactNode =>
  createElement(component, props)

/** Draws a component that keeps nothing of its own, and gives back what stands on the page. */
export const draw = (node: ReactNode, at = '/'): Part =>
  readHtml(renderToStaticMarkup(made(Router, { ssrPath: at, children: node })))
