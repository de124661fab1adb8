import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

const client = { id: 'the-shop-there', secret: 'the-shops-secret-there' }

/** Whom a provider vouches for. */
export type Person = { id: string; name?: string; email?: string; isVerified: boolean }

/** Google and Kakao as OpenID Connect speaks, and Naver in its own way; each asks with a yes and a no. */
export class Providers {
  readonly person: Record<'google' | 'kakao' | 'naver', Person>
  private servers: Server[] = []
  private urls: Record<string, string> = {}

  private constructor() {
    const person = { name: '김지우', isVerified: true }
    this.person = {
      google: { id: '1', email: 'google@example.kr', ...person },
      kakao: { id: '2', email: 'kakao@example.kr', ...person },
      naver: { id: '3', email: 'naver@example.kr', ...person, isVerified: false },
    }
  }

  static async start(): Promise<Providers> {
    const all = new Providers()
    for (const name of ['google', 'kakao'] as const) {
      await all.serve(name, (url) => openId(url, () => all.person[name]))
    }
    await all.serve('naver', () => naver(() => all.person.naver))
    return all
  }

  async close(): Promise<void> {
    for (const server of this.servers) {
      server.closeAllConnections()
      server.close()
    }
  }

  /** What the shop is told of them. */
  get settings(): Record<string, string> {
    const told = Object.entries(this.urls).map(([name, url]) => {
      const prefix = `SEONCHAK_${name.toUpperCase()}`
      return [
        [`${prefix}_CLIENT_ID`, client.id],
        [`${prefix}_CLIENT_SECRET`, client.secret],
        [`${prefix}_URL`, url],
      ]
    })
    return Object.fromEntries(told.flat())
  }

  private async serve(name: string, listener: (url: string) => RequestListener): Promise<void> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', listener(url))
    this.servers.push(server)
    this.urls[name] = url
  }
}

function openId(url: string, person: () => Person): RequestListener {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(url, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: ['http://127.0.0.1/'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => {
        const { name, email, isVerified } = person()
        return { sub: accountId, name, email, email_verified: isVerified }
      },
    }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => true },
    // Kakao's own beside those of the standard.
    scopes: ['openid', 'email', 'profile', 'account_email', 'profile_nickname'],
  })
  // The shop's port is known only later.
  provider.Client.prototype.redirectUriAllowed = (uri: string) => /^http:\/\/127\.0\.0\.1:\d+\/sign-in\//.test(uri)
  const standard = provider.callback()
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, url)
    if (pathname.startsWith('/interaction/')) return void decide(provider, person(), searchParams, request, response)
    if (pathname === '/v2/user/me') return json(response, kakaoUser(person()))
    return void standard(request, response)
  }
}

/** Asks whether to let the shop know, and tells the provider what was said. */
async function decide(
  provider: Provider,
  person: Person,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!query.has('answer')) return ask(response, '?answer=yes', '?answer=no')
  if (query.get('answer') === 'no') {
    return provider.interactionFinished(request, response, { error: 'access_denied' })
  }
  const { params } = await provider.interactionDetails(request, response)
  const grant = new provider.Grant({ accountId: person.id, clientId: client.id })
  grant.addOIDCScope(String(params.scope))
  const grantId = await grant.save()
  return provider.interactionFinished(request, response, { login: { accountId: person.id }, consent: { grantId } })
}

function kakaoUser({ id, name, email, isVerified }: Person): unknown {
  const profile = { nickname: name }
  return { id: Number(id), kakao_account: { email, is_email_valid: true, is_email_verified: isVerified, profile } }
}

function naver(person: () => Person): RequestListener {
  const codes = new Set<string>()
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://naver')
    if (pathname === '/oauth2.0/authorize') {
      const back = (found: Record<string, string>) => {
        const state = searchParams.get('state')!
        return `${searchParams.get('redirect_uri')}?${new URLSearchParams({ ...found, state })}`
      }
      const code = randomBytes(8).toString('hex')
      codes.add(code)
      return ask(response, back({ code }), back({ error: 'access_denied', error_description: 'Canceled By User' }))
    }
    if (pathname === '/oauth2.0/token') {
      const form = new URLSearchParams(await body(request))
      const isGood = form.get('client_secret') === client.secret && codes.delete(form.get('code') ?? '')
      // Naver refuses with a 200, and counts in strings.
      return json(response, isGood ? { access_token: 'one', token_type: 'bearer', expires_in: '3600' } : { error: 'x' })
    }
    if (pathname === '/v1/nid/me' && request.headers.authorization === 'Bearer one') {
      const { id, name, email } = person()
      return json(response, { resultcode: '00', message: 'success', response: { id, name, email } })
    }
    response.writeHead(404).end()
  }
}

function ask(response: ServerResponse, yes: string, no: string): void {
  const link = (id: string, href: string) => `<p><a id="${id}" href="${href.replaceAll('&', '&amp;')}">${id}</a></p>`
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    `<!doctype html><html lang="ko"><title>provider</title><link rel="icon" href="data:,">${link('yes', yes)}${link('no', no)}`,
  )
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

async function body(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}
