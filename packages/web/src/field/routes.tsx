import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { useText } from '../platform/i18n/use-text.ts'
import { Loading } from '../ui/loading.tsx'
import { TodayScreen } from './screens/today.tsx'

// Fetched after the first screen; the worker keeps them from the first start on, so that they are there without a line.
const Complaint = lazy(async () => ({ default: (await import('./screens/complaint.tsx')).Complaint }))
const CaseScreen = lazy(async () => ({ default: (await import('./screens/case.tsx')).CaseScreen }))
const FamilyScreen = lazy(async () => ({ default: (await import('./screens/family.tsx')).FamilyScreen }))
const SearchScreen = lazy(async () => ({ default: (await import('./screens/search.tsx')).SearchScreen }))
const SyncScreen = lazy(async () => ({ default: (await import('./screens/sync.tsx')).SyncScreen }))
const VisitScreen = lazy(async () => ({ default: (await import('./screens/visit.tsx')).VisitScreen }))
const VillageScreen = lazy(async () => ({ default: (await import('./village/village-screen.tsx')).VillageScreen }))
const VillagesScreen = lazy(async () => ({ default: (await import('./screens/villages.tsx')).VillagesScreen }))
const SignInScreen = lazy(async () => ({ default: (await import('./screens/sign-in.tsx')).SignInScreen }))
const DoneScreen = lazy(async () => ({ default: (await import('./screens/visit-forms.tsx')).DoneScreen }))
const AskRoutes = lazy(async () => ({ default: (await import('./ask/ask-routes.tsx')).AskRoutes }))
const NeedRoutes = lazy(async () => ({ default: (await import('./need/need-routes.tsx')).NeedRoutes }))
const MinutesRoutes = lazy(async () => ({ default: (await import('./minutes/minutes-routes.tsx')).MinutesRoutes }))
const ProposeRoutes = lazy(async () => ({ default: (await import('./propose/propose-routes.tsx')).ProposeRoutes }))
const FollowScreen = lazy(async () => ({ default: (await import('./follow/follow-screen.tsx')).FollowScreen }))
const MendScreen = lazy(async () => ({ default: (await import('./mend/mend-screen.tsx')).MendScreen }))
const SayScreen = lazy(async () => ({ default: (await import('./say/say-screen.tsx')).SayScreen }))
const MatchRoutes = lazy(async () => ({ default: (await import('./match/match-routes.tsx')).MatchRoutes }))
const MissScreen = lazy(async () => ({ default: (await import('./screens/visit-forms.tsx')).MissScreen }))

/** Every screen of an open phone. */
export function FieldRoutes() {
  const t = useText()
  return (
    <Suspense fallback={<Loading label={t('shell.loading')} rows={5} />}>
      <Switch>
        <Route path="/desa">
          <VillagesScreen />
        </Route>
        <Route path="/desa/:code">{({ code }) => <VillageScreen code={code} />}</Route>
        <Route path="/cari">
          <SearchScreen />
        </Route>
        <Route path="/keluarga/:id">{({ id }) => <FamilyScreen id={id} />}</Route>
        <Route path="/kasus/:id/perbaiki">{({ id }) => <MendScreen id={id} />}</Route>
        <Route path="/kasus/:id">{({ id }) => <CaseScreen id={id} />}</Route>
        <Route path="/kunjungan/:id">{({ id }) => <VisitScreen id={id} />}</Route>
        <Route path="/kunjungan/:id/hasil">{({ id }) => <DoneScreen id={id} />}</Route>
        <Route path="/kunjungan/:id/tidak-bertemu">{({ id }) => <MissScreen id={id} />}</Route>
        <Route path="/tanya/*">
          <AskRoutes />
        </Route>
        <Route path="/program/*">
          <MatchRoutes />
        </Route>
        <Route path="/kebutuhan/*">
          <NeedRoutes />
        </Route>
        <Route path="/penerimaan/*">
          <NeedRoutes />
        </Route>
        <Route path="/musyawarah/*">
          <MinutesRoutes />
        </Route>
        <Route path="/usulan/*?">
          <ProposeRoutes />
        </Route>
        <Route path="/kunjungan-hasil/:id">{({ id }) => <FollowScreen id={id} />}</Route>
        <Route path="/catat/lain">
          <SayScreen />
        </Route>
        <Route path="/catat">
          <Complaint />
        </Route>
        <Route path="/kirim">
          <SyncScreen />
        </Route>
        <Route path="/masuk">
          <SignInScreen />
        </Route>
        <Route>
          <TodayScreen />
        </Route>
      </Switch>
    </Suspense>
  )
}
