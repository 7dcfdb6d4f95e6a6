import fastifyStatic from '@fastify/static';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from './problems.mjs';

const languages = ['ja', 'en'];
const year = 31_536_000;

/** Files whose name has a hash of what is in them never change. */
const isHashed = (path) => /[-.][A-Za-z0-9_-]{8}\.(js|css|woff2?|svg|png)$/.test(path);

/** Angular puts components' styles into the page under this answer's nonce, and nothing else is let in. */
const withNonce = (html, reply) => {
  const nonce = randomBytes(16).toString('base64');
  const policy = reply.getHeader('content-security-policy') ?? '';
  reply.header('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`));
  return html.replace(/<[a-z]+-root\b/, (root) => `${root} ngCspNonce="${nonce}"`);
};

/** The page's own file, in a folder, or in a folder for each language. */
const homesIn = (root) => {
  const homes = new Map();
  for (const language of root ? ['', ...languages] : []) {
    const index = join(root, language, 'index.html');
    if (existsSync(index)) homes.set(language, readFileSync(index, 'utf8'));
  }
  return homes;
};

const serveFiles = (app, root) =>
  app.register(fastifyStatic, {
    root,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) =>
      reply.setHeader('cache-control', isHashed(path) ? `public, max-age=${year}, immutable` : 'no-cache'),
  });

/** Serves the page, if it has been built; whatever is nowhere is a problem. */
export const servePage = async (app, root) => {
  const homes = homesIn(root);
  if (homes.size > 0) await serveFiles(app, root);
  const send = (reply, language) =>
    reply
      .status(200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(withNonce(homes.get(language), reply));
  /** A path of the page's own router is the page. */
  const answer = (request, reply) => {
    const path = request.url.split('?')[0];
    const isPage = ['GET', 'HEAD'].includes(request.method) && !path.startsWith('/api/') && !/\.\w+$/.test(path);
    if (!isPage || homes.size === 0) throw new Problem('not_found', 'there is nothing here');
    const [, first] = path.split('/');
    if (first && homes.has(first)) return send(reply, first);
    if (homes.has('')) return send(reply, '');
    const wanted = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ja';
    const [home] = homes.has(wanted) ? [wanted] : homes.keys();
    return reply.redirect(`/${home}/${request.url.slice(1)}`, 302);
  };
  app.setNotFoundHandler(async (request, reply) => answer(request, reply));
  for (const home of homes.size > 0 ? new Set(['', ...homes.keys()]) : []) {
    app.get(`/${home}${home && '/'}`, async (request, reply) => answer(request, reply));
  }
};
