import { readFile } from 'node:fs/promises'
import type { Configuration } from 'openid-client'
import * as oidc from 'openid-client'

/** What an installation says of its identity provider. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly secretFile: string
  /** As people know it: "Masuk dengan ...". */
  readonly name: string
  /** Where the provider sends the browser back to. */
  readonly returnTo: string
}

/** What must be known again when the browser comes back. */
export interface Begun {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** An OpenID Connect provider that people sign in by. */
export interface Provider {
  readonly name: string
  readonly issuer: string
  /** A new attempt, and the address at the provider where it goes on. Throws while the provider is away. */
  begin(): Promise<{ readonly address: string; readonly begun: Begun }>
  /** Who came back, proved by the provider; null when it did not work out, for whatever reason. */
  finish(search: string, begun: Begun): Promise<Identity | null>
}

const timeoutSeconds = 10

/** ACCOUNT-19 The code flow with PKCE, state and nonce. The provider is asked for what it can do at the first use, not at the start. */
export function makeProvider(settings: ProviderSettings, onFault: (error: unknown) => void): Provider {
  const { issuer, name, returnTo } = settings
  let known: Promise<Configuration> | undefined
  const configuration = (): Promise<Configuration> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
  return {
    name,
    issuer,
    async begin() {
      const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnTo,
        scope: 'openid',
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, begun }
    },
    async finish(search, { state, nonce, verifier }) {
      try {
        const came = new URL(returnTo)
        came.search = search
        const tokens = await oidc.authorizationCodeGrant(await configuration(), came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        return claims ? { issuer, subject: claims.sub } : null
      } catch (error) {
        onFault(error)
        return null
      }
    },
  }
}

async function discover({ issuer, clientId, secretFile }: ProviderSettings): Promise<Configuration> {
  const secret = (await readFile(secretFile, 'utf8')).trim()
  const execute = isPlain(issuer) ? [oidc.allowInsecureRequests] : []
  const options = { execute, timeout: timeoutSeconds }
  return oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(secret), options)
}

// The configuration allows it on this machine only.
const isPlain = (issuer: string): boolean => issuer.startsWith('http:')
