// An OpenID Connect issuer on loopback, with its discovery and its keys, and the tokens that it, or whoever pretends to be it,
// signs.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from '../../examples/desk/server/node_modules/jose/dist/webapi/index.js';

export const audience = 'desk-client';

export const openIssuer = async (clock = Date.now) => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'k1', use: 'sig' };
  const server = createServer(({ url }, response) => {
    const found = url === '/jwks' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/jwks` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${server.address().port}`;
  /** A token of somebody's. */
  const sign = (
    { role = 'agent', who = 'suzuki', restaurants = '*', iss = issuer, expires = 3600, ...claims } = {},
    { key = privateKey, header = { alg: 'RS256', kid: 'k1' } } = {},
  ) => {
    const now = Math.floor(clock() / 1000);
    return new SignJWT({
      iss,
      sub: `sub-${role}-${who}`,
      username: who,
      token_use: 'access',
      client_id: audience,
      iat: now,
      exp: now + expires,
      ...(role && { 'cognito:groups': [role] }),
      'custom:restaurants': restaurants,
      ...claims,
    })
      .setProtectedHeader(header)
      .sign(key);
  };
  return { issuer, sign, jwk, strangersKey: stranger.privateKey, close: () => server.close() };
};
