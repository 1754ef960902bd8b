/**
 * All script of the public face; every page works without it. A link or QR from a receipt opens `/lacak#k=...`: what
 * stands behind the # never reaches a server's log, so the page itself moves it into the form and sends that.
 */
function sendKeyFromFragment(): void {
  const key = new URLSearchParams(location.hash.slice(1)).get('k')
  const form = document.querySelector<HTMLFormElement>('form[data-track]')
  const field = form?.querySelector<HTMLInputElement>('input[name="key"]')
  if (!key || !form || !field) return
  field.value = key
  // The key leaves the address, so that it stays neither in the history nor over someone's shoulder.
  history.replaceState(null, '', location.pathname + location.search)
  form.requestSubmit()
}

/** What is wrong, or what was just done, is where reading goes on after a form. */
function focusOnWhatIsSaid(): void {
  const said = document.querySelector<HTMLElement>('[data-focus]')
  if (!said) return
  said.tabIndex = -1
  said.focus()
}

/** Printing takes a script; without one the page says how to keep the receipt and shows no button that does nothing. */
function offerPrinting(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-print]')
  if (!button) return
  button.hidden = false
  button.addEventListener('click', () => print())
}

const liveMs = 20_000

/** Numbers that grow while somebody looks are fetched anew: what stands in their place, and nothing else of the page. */
function renewNumbers(): void {
  if (!document.querySelector('[data-live]')) return
  setInterval(() => void renew().catch(() => undefined), liveMs)
}

async function renew(): Promise<void> {
  if (document.hidden) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]')
  if (fresh) document.querySelector('[data-live]')?.replaceWith(fresh)
}

sendKeyFromFragment()
focusOnWhatIsSaid()
offerPrinting()
renewNumbers()
