/**
 * The JWT by which a CDS client says who it is (CDS Hooks 2.0, "Trusting CDS Clients"), checked against keys that are given
 * beforehand: nothing is fetched, and a key speaks for its own issuer only.
 */
import { z } from 'zod';

const jwk = z.looseObject({
  kty: z.enum(['EC', 'RSA']),
  kid: z.string().exactOptional(),
  d: z.never('is the secret part of a key; only the client itself may hold it').exactOptional(),
});

const cdsClientsSchema = z.strictObject({
  /** The address by which clients call this service, without `/cds-services`. */
  audience: z.url({ protocol: /^https?$/ }),
  clients: z.array(z.strictObject({ issuer: z.string().min(1), keys: z.array(jwk).min(1) })).min(1),
});
export type CdsClients = z.infer<typeof cdsClientsSchema>;

/**
 * @param words the JSON of `CdsClients`
 * @throws Error that says what is wrong where, and never repeats a value
 */
export function readCdsClients(words: string): CdsClients {
  let value: unknown;
  try {
    value = JSON.parse(words);
  } catch {
    throw new Error(
      'it is not valid JSON. Write {"audience": "https://...", "clients": [{"issuer": "...", "keys": [...]}]}.',
    );
  }
  const read = cdsClientsSchema.safeParse(value);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0] as z.core.$ZodIssue;
  throw new Error(`${path.join('.') || 'the whole'}: ${message}, so no client can be known. Mend it and start again.`);
}

/** Whether the token was signed by a known client for the address of this path (`/cds-services/spine-note`). */
export type TrustsClient = (token: string, path: string) => Promise<boolean>;

/** Asymmetric only, so that no public key can be taken for a shared secret. */
const ALGORITHMS = ['ES384', 'RS384', 'ES256', 'RS256'];
/** Seconds that two clocks may differ by. */
const CLOCKS = 30;

/** Needs the optional package jose. */
export async function trustClients({ audience, clients }: CdsClients): Promise<TrustsClient> {
  const { createLocalJWKSet, decodeJwt, jwtVerify } = await import('jose');
  const base = audience.replace(/(?<!\/)\/+$/, '');
  const keysOf = new Map(clients.map(({ issuer, keys }) => [issuer, createLocalJWKSet({ keys })]));
  return async (token, path) => {
    try {
      const { iss = '' } = decodeJwt(token);
      const keys = keysOf.get(iss);
      if (!keys) return false;
      await jwtVerify(token, keys, {
        issuer: iss,
        // Some clients name the service that they call, as the standard says, and some the base of all.
        audience: [base, `${base}/cds-services`, base + path, base + path.replace(/\/feedback$/, '')],
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'iat', 'jti'],
        clockTolerance: CLOCKS,
      });
      return true;
    } catch {
      return false;
    }
  };
}
