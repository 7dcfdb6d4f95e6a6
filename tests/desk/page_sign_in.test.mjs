// Signing in at an issuer: authorization code with PKCE, renewal, and what is left when it ends in a call.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after } from 'node:test';

import { openIdentity } from '../../examples/desk/server/identity.mjs';
import { answered, comesTo, isAnswered, onPage, root, says, seen, useDesk } from './page_desk.mjs';

const { default: Provider } = await import(
  createRequire(`${root}examples/desk/server/package.json`).resolve('oidc-provider')
);
const client = 'desk-client';

/** An issuer on loopback with one person, who signs in by a button. */
const openIssuer = async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const claims = { sub: 'sub-ito', name: '伊藤 花', 'cognito:groups': ['agent'], 'custom:restaurants': '*' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client,
        application_type: 'native', // whose port on loopback may be any
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/ja/'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'cognito:groups', 'custom:restaurants'] },
    conformIdTokenClaims: false,
    clientBasedCORS: () => true,
    issueRefreshToken: () => true,
    findAccount: (_, accountId) => ({ accountId, claims: () => claims }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['loopback'] },
    loadExistingGrant: async (context) => {
      const grant = new provider.Grant({ accountId: context.oidc.session.accountId, clientId: client });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url.startsWith('/interaction/')) return answer(request, response);
    const { prompt } = await provider.interactionDetails(request, response);
    if (prompt.name === 'consent') return provider.interactionFinished(request, response, { consent: {} });
    if (request.method === 'POST')
      return provider.interactionFinished(request, response, { login: { accountId: 'sub-ito' } });
    const page = '<!doctype html><title>issuer</title><form method="post"><button>Let me in</button></form>';
    return response.setHeader('content-type', 'text/html').end(page);
  });
  return { issuer, close: () => server.close() };
};
const opened = await openIssuer();
after(() => opened.close());
const { issuer } = opened;

useDesk({ identityOf: (clock) => openIdentity({ issuer, audience: client }, clock) });

const letIn = async (page) => {
  await page.getByRole('button', { name: 'Let me in' }).click();
  await page.waitForFunction(() => window.simulated);
};
const options = { others: [issuer], path: '#/day', isReady: () => document.title === 'issuer' };

onPage('one is led to the issuer, comes back to where one was, and works', options, async (page) => {
  await letIn(page);
  await page.locator('desk-heading', { hasText: '伊藤 花' }).waitFor();
  await page.locator('desk-floor button').first().waitFor();
  const { search, hash } = new URL(page.url());
  assert.equal(hash, '#/day');
  assert.doesNotMatch(search, /code|state/);
  await page.reload();
  await page.locator('desk-heading', { hasText: '伊藤 花' }).waitFor();
});

onPage('a token that is over is renewed without asking anybody', options, async (page) => {
  await letIn(page);
  const renewed = page.waitForResponse(`${issuer}/token`);
  let refused = 0;
  await page.route('**/api/errands/propose', (route) =>
    refused++ > 0
      ? route.continue()
      : route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"unauthenticated"}' }),
  );
  await page.locator('#booking-line').fill('2 21:00');
  await isAnswered(page);
  const { id_token: token } = await (await renewed).json();
  await comesTo(() => page.evaluate(() => sessionStorage.getItem('desk.token')), token);
});

onPage('who has to sign in anew in a call finds it, and what was typed, as they left it', options, async (page) => {
  await letIn(page);
  await page.keyboard.press('Alt+1');
  await answered(page, { number: '+819099990001' });
  await page.locator('desk-wrap-up textarea').first().fill('折り返しのお約束');
  await page.locator('#booking-line').fill('3 20:00');
  const dead = (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' });
  await page.route('**/api/errands/**', dead);
  await page.route(`${issuer}/token`, (route) =>
    route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' }),
  );
  await page.locator('#booking-line').fill('3 20:30');
  const alert = page.getByRole('alert').filter({ hasText: 'サインインが切れました' });
  await alert.waitFor();
  await page.unroute('**/api/errands/**');
  await page.unroute(`${issuer}/token`);
  await page.evaluate(() => (window.isOld = true));
  await alert.getByRole('button', { disabled: false }).press('Enter');
  // The issuer knows who it is, as a rule.
  await page.waitForFunction(() => !window.isOld && (window.simulated || document.title === 'issuer'));
  if ((await page.title()) === 'issuer') await letIn(page);
  await seen(page, '通話中');
  await says(page, 'desk-wrap-up textarea', '折り返しのお約束');
  await says(page, '#booking-line', '3 20:30');
});
