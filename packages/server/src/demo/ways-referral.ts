import type { Trail } from './trail.ts'
import type { AskedOffice } from './world.ts'

const fields = ['story', 'client', 'contact', 'files'] as const
const silent = ''
const asksFor: Readonly<Record<AskedOffice, string>> = {
  dinsos: 'Mohon pemeriksaan dan tindak lanjut.',
  dinkes: 'Mohon pengaktifan kembali jaminan kesehatan.',
  disdik: 'Mohon diterima lewat jalur afirmasi.',
  rsud: 'Mohon perawatan. Jaminan sedang diurus.',
  baznas: 'Mohon bantuan sesuai ketentuan.',
}

/** Asks another office and hears from it: most accept and finish, some decline and it goes to the next, a few fail. */
export function refer(trail: Trail, to: AskedOffice): void {
  const { dice } = trail.kase
  const first = trail.newId('referral')
  const grant = trail.newId('grant')
  const request = { referral: first, to: trail.officeId(to), grant, fields, note: asksFor[to] }
  trail.staff('handles', 'referral.request', request, [10, 200])
  const heard = dice.next()
  if (heard < 0.12) {
    const note = 'Bukan layanan kami.'
    trail.asked(to, 'referral.reject', { referral: first, reason: 'not-our-service', note }, [60, 1200])
    return redirect(trail, first, to === 'dinsos' ? 'baznas' : 'dinsos')
  }
  trail.asked(to, 'referral.accept', { referral: first, note: silent }, [30, 900])
  serve(trail, first, to, heard > 0.95)
}

function redirect(trail: Trail, old: string, to: AskedOffice): void {
  const next = trail.newId('next referral')
  const asked = { to: trail.officeId(to), grant: trail.newId('next grant'), fields, note: asksFor[to] }
  trail.staff('handles', 'referral.redirect', { referral: old, next, ...asked }, [30, 400])
  trail.asked(to, 'referral.accept', { referral: next, note: silent }, [30, 900])
  serve(trail, next, to, false)
}

function serve(trail: Trail, referral: string, office: AskedOffice, fails: boolean): void {
  const { dice, need } = trail.kase
  if (dice.chance(0.3)) trail.asked(office, 'referral.start', { referral, note: silent }, [20, 600])
  if (fails) {
    const note = 'Warga tidak datang setelah dua kali diundang.'
    return trail.asked(office, 'referral.fail', { referral, reason: 'citizen-absent', note }, [600, 3000])
  }
  trail.asked(office, 'referral.complete', { referral, outcome: 'granted', note: need.done[1] }, [200, 2600])
}
