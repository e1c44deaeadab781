/**
 * An identity provider as a process of its own, on this machine and in memory: signs in whom `login_hint` names, as
 * if the person had done so by a form. Prints its issuer. `node tests/oidc/provider.ts <redirect URI>`
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Context } from 'oidc-provider'
import { CLIENT_ID, CLIENT_SECRET, PEOPLE } from './people.ts'

const redirectUri = process.argv[2] ?? ''
const server = createServer(answer)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: [new URL('/sign-in', redirectUri).href],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'roles', 'department'] },
  cookies: { keys: ['for tests only'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  async findAccount(_context: Context, id: string) {
    return { accountId: id, claims: async () => ({ sub: id, ...PEOPLE[id] }) }
  },
  async loadExistingGrant({ oidc }: Context) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    })
    grant.addOIDCScope('openid profile')
    await grant.save()
    return grant
  },
})
console.log(issuer)

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/interaction/')) void signIn(request, response)
  else provider.callback()(request, response)
}

async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response)
  const accountId = params.login_hint ?? ''
  const result = Object.hasOwn(PEOPLE, accountId)
    ? { login: { accountId } }
    : { error: 'access_denied', error_description: 'upstream text <b>that nobody may see</b>' }
  await provider.interactionFinished(request, response, result)
}
