/** The JWT of CDS clients: who signed it, for whom and until when; and that a file of keys is refused with what to mend. */
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { readCdsClients, trustClients } from '../../src/service/index.ts';
import { ask, documentOf, NOTE, openService } from './world.ts';

const AUDIENCE = 'https://notes.clinic.example';
const SERVICE = `${AUDIENCE}/cds-services/spine-note`;
const [ehr, other] = [await generateKeyPair('ES384'), await generateKeyPair('ES384')];
const publicKey = { ...(await exportJWK(ehr.publicKey)), kid: 'k1' };
const otherKey = { ...(await exportJWK(other.publicKey)), kid: 'k2' };
const file = {
  audience: `${AUDIENCE}/`,
  clients: [
    { issuer: 'https://ehr.example', keys: [publicKey] },
    { issuer: 'https://other.example', keys: [otherKey] },
  ],
};

interface Claims {
  readonly issuer?: string;
  readonly audience?: string;
  readonly from?: number;
  readonly until?: number;
  readonly jti?: string | null;
  readonly signer?: CryptoKey;
  readonly kid?: string;
}
/** Seconds from now. */
const at = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
function sign({
  issuer = 'https://ehr.example',
  audience = SERVICE,
  from = -5,
  until = 120,
  jti = 'j1',
  ...by
}: Claims) {
  const { signer = ehr.privateKey, kid = 'k1' } = by;
  const token = new SignJWT(jti === null ? {} : { jti }).setProtectedHeader({ alg: 'ES384', typ: 'JWT', kid });
  return token.setIssuer(issuer).setAudience(audience).setIssuedAt(at(from)).setExpirationTime(at(until)).sign(signer);
}

const trusts = await trustClients(readCdsClients(JSON.stringify(file)));
const TOKEN = 'a-token-of-forty-characters-aaaaaaaaaaaa';
const app = await openService({ trusts });
const locked = await openService({ trusts, token: TOKEN });
afterAll(() => Promise.all([app.close(), locked.close()]));

const payload = { hook: 'note-sign', hookInstance: 'h1', context: { document: documentOf(NOTE) } };
const send = async (token: string | null, each = app) =>
  (
    await ask(each, 'POST', '/cds-services/spine-note', {
      payload,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    })
  ).status;

describe('the hooks are open to', () => {
  it.each<[string, Claims, number]>([
    ['a known client, for this service', {}, 200],
    ['a known client, for the base address', { audience: AUDIENCE }, 200],
    ['a known client, for the list of services', { audience: `${AUDIENCE}/cds-services` }, 200],
    ['nobody, for another service', { audience: `${AUDIENCE}/cds-services/spine-order` }, 401],
    ['nobody, for another address', { audience: 'https://elsewhere.example' }, 401],
    ['nobody, after the end', { from: -600, until: -300 }, 401],
    ['nobody, without an id', { jti: null }, 401],
    ['no unknown issuer', { issuer: 'https://evil.example' }, 401],
    ['no key of another issuer', { signer: other.privateKey, kid: 'k2' }, 401],
    ['no key of another issuer under the name of ours', { signer: other.privateKey }, 401],
  ])('%s', async (_name, claims, status) => expect(await send(await sign(claims))).toBe(status));

  it('nobody without a JWT, or with one that is unsigned or signed with the public key as a secret', async () => {
    const [head, claims] = (await sign({})).split('.') as [string, string];
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const shared = await new SignJWT({ jti: 'j' })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setIssuer('https://ehr.example')
      .setAudience(SERVICE)
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(new TextEncoder().encode(JSON.stringify(publicKey)));
    for (const token of [null, 'x', `${none}.${claims}.`, `${head}.${claims}.AAAA`, shared])
      expect([token, await send(token)]).toEqual([token, 401]);
  });

  it('the token too, which alone opens what is no hook', async () => {
    const jwt = await sign({});
    expect([await send(TOKEN, locked), await send(jwt, locked), await send('x', locked)]).toEqual([200, 200, 401]);
    const analyze = (token: string) =>
      ask(locked, 'POST', '/analyze', { payload: { text: 'x' }, headers: { authorization: `Bearer ${token}` } });
    expect([(await analyze(TOKEN)).status, (await analyze(jwt)).status]).toEqual([200, 401]);
    // without a token the rest is as open as ever, and discovery always is
    expect((await ask(app, 'POST', '/analyze', { payload: { text: 'x' } })).status).toBe(200);
    expect((await ask(locked, 'GET', '/cds-services')).status).toBe(200);
  });

  it('feedback, for the service that it is about', async () => {
    const feedback = [{ card: '0c0c0c0c-0c0c-8c0c-8c0c-0c0c0c0c0c0c', outcome: 'accepted' }];
    const url = '/cds-services/spine-note/feedback';
    const headers = { authorization: `Bearer ${await sign({})}` };
    expect((await ask(app, 'POST', url, { payload: { feedback }, headers })).status).toBe(200);
    expect((await ask(app, 'POST', url, { payload: { feedback } })).status).toBe(401);
  });
});

describe('a file of clients', () => {
  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /not valid JSON/],
    ['no audience', { ...file, audience: undefined }, /^audience: /],
    ['no client', { ...file, clients: [] }, /^clients: /],
    ['no key', { ...file, clients: [{ issuer: 'i', keys: [] }] }, /^clients\.0\.keys: /],
    ['a shared secret', { ...file, clients: [{ issuer: 'i', keys: [{ kty: 'oct', k: 'zebrafinch' }] }] }, /kty/],
    [
      'a private key',
      { ...file, clients: [{ issuer: 'i', keys: [{ ...publicKey, d: 'zebrafinch' }] }] },
      /secret part/,
    ],
    ['an unknown field', { ...file, jku: 'https://ehr.example/keys' }, /jku/],
  ])('with %s is refused', (_name, value, message) => {
    const words = typeof value === 'string' ? value : JSON.stringify(value);
    expect(() => readCdsClients(words)).toThrow(message);
    expect(() => readCdsClients(words)).not.toThrow(/zebrafinch/);
  });
});
