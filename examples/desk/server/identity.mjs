import { createHash } from 'node:crypto';
import { createLocalJWKSet, createRemoteJWKSet, errors, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';

import { Problem } from './problems.mjs';

/** Who has several is the first. */
export const roles = ['supervisor', 'agent', 'restaurant', 'guest'];
const everywhere = '*';

const unauthenticated = (message) => new Problem('unauthenticated', message);

const discover = async (issuer) => {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error(`the issuer's discovery answers ${answer.status}`);
  const discovery = await answer.json();
  if (discovery.issuer !== issuer) throw new Error("the issuer's discovery is another issuer's");
  return discovery;
};
/** How a page signs in (OAuth 2.1's authorization code with PKCE), and which origins it asks for that; null where it cannot. */
const signInOf = ({ issuer, audience, scope = 'openid profile' }, discovery) =>
  discovery?.authorization_endpoint
    ? {
        issuer,
        client: audience,
        scope,
        origins: [...new Set([issuer, discovery.token_endpoint].map((url) => new URL(url).origin))],
      }
    : null;

/** Cognito's access tokens have their client in `client_id`, everybody's ID tokens in `aud`. */
const isFor = (claims, audience) =>
  claims.token_use === 'access' ? claims.client_id === audience : [claims.aud].flat().includes(audience);

const roleOf = (claims, groups) => {
  const given = [claims['cognito:groups'] ?? []].flat().map((group) => groups[group] ?? group);
  return roles.find((role) => given.includes(role));
};
const restaurantsOf = ({ 'custom:restaurants': given = [] }) =>
  [given].flat().flatMap((text) =>
    String(text)
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  );

/** Who a token is of. `key` tells one from everybody else, in keys of requests and where they are counted. */
const personOf = (claims, groups) => {
  const role = roleOf(claims, groups);
  if (!role) throw new Problem('forbidden', 'the token gives no role');
  const who = String(claims.username ?? claims['cognito:username'] ?? claims.sub);
  const restaurants = restaurantsOf(claims);
  return Object.freeze({
    who,
    role,
    restaurants,
    name: claims.name ?? who,
    expires: new Date(claims.exp * 1000).toISOString(),
    key: createHash('sha256')
      .update(JSON.stringify([claims.iss, claims.sub]))
      .digest('base64url')
      .slice(0, 22),
  });
};

export const hasAll = ({ restaurants }) => restaurants.includes(everywhere);
export const hasRestaurant = (person, id) => hasAll(person) || person.restaurants.includes(id);

const verifying =
  (keys, { issuer, audience, groups = {} }, clock) =>
  async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(clock()),
      });
      if (!isFor(payload, audience)) throw unauthenticated('the token is for another audience');
      return personOf(payload, groups);
    } catch (error) {
      if (error instanceof errors.JWKSTimeout) throw new Problem('unavailable', "the issuer's keys do not come");
      if (error instanceof errors.JOSEError) throw unauthenticated(`the token is not good: ${error.code}`);
      throw error;
    }
  };

/** How long one goes by a token that was good, in milliseconds: its issuer may take back a key. */
const knownFor = 60_000;
const mostKnown = 1000;

/** The same without a signature's work at each request; a token that is refused is looked at each time. */
export const remembering = (verify, clock) => {
  const known = new Map();
  return async (token) => {
    const now = clock();
    const before = known.get(token);
    if (before && now < before.until) return before.person;
    known.delete(token);
    const person = await verify(token);
    if (known.size >= mostKnown) known.delete(known.keys().next().value);
    known.set(token, { person, until: Math.min(now + knownFor, Date.parse(person.expires)) });
    return person;
  };
};
const verifyingOnce = (keys, identity, clock) => remembering(verifying(keys, identity, clock), clock);

/** Verifies tokens of an issuer: who it is that asks, or `unauthenticated`. */
export const openIdentity = async (identity, clock = Date.now) => {
  const discovery = identity.jwks ? null : await discover(identity.issuer);
  const keys = createRemoteJWKSet(new URL(identity.jwks ?? discovery.jwks_uri));
  return { verify: verifyingOnce(keys, identity, clock), login: null, signIn: signInOf(identity, discovery) };
};

const development = { issuer: 'urn:denwaban:desk:development', audience: 'denwaban-desk' };
const hours = 12;

/** An issuer for one start of the desk on loopback, whose keys are made now and are never anywhere else. */
export const developmentIdentity = async (clock = Date.now) => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'development' };
  const login = ({ as, who, restaurants }) => {
    const now = Math.floor(clock() / 1000);
    return new SignJWT({
      token_use: 'access',
      client_id: development.audience,
      username: who,
      'cognito:groups': [as],
      'custom:restaurants': restaurants,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'development' })
      .setIssuer(development.issuer)
      .setSubject(`${as}:${who}`)
      .setIssuedAt(now)
      .setExpirationTime(now + hours * 3600)
      .sign(privateKey);
  };
  return { verify: verifyingOnce(createLocalJWKSet({ keys: [jwk] }), development, clock), login, signIn: null };
};
