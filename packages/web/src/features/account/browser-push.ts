import type { PushSubscriptionData } from '@openslrt/core/contract/notice-ways.ts'
import { pushSubscription } from '@openslrt/core/contract/notice-ways.ts'

const worker = '/meja/kabar-sw.js'

/** Whether this browser can be told at all. */
export const canBeTold = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window

/** Asks the person and the browser for leave to tell news here. Null: one of both said no. */
export async function beginPush(publicKey: string): Promise<PushSubscriptionData | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  await navigator.serviceWorker.register(worker, { scope: '/meja/' })
  const { pushManager } = await navigator.serviceWorker.ready
  const given = await pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    .catch(() => null)
  if (!given) return null
  const { endpoint, keys } = given.toJSON()
  const read = pushSubscription.safeParse({ endpoint, keys })
  return read.success ? read.data : null
}

/** Ends it in this browser. */
export async function endPush(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/meja/')
  const given = await registration?.pushManager.getSubscription()
  await given?.unsubscribe()
}
