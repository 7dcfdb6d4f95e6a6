import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from './problems.mjs';

const languages = ['ja', 'en'];
const year = 31_536_000;

/** Files whose name has a hash of what is in them never change. */
const isHashed = (path) => /[-.][A-Za-z0-9_-]{8,}\.(js|css|woff2?|svg|png)$/.test(path);

/** Serves the page, if it has been built: in a folder, or in a folder for each language. */
export const servePage = async (app, root) => {
  if (!root || !existsSync(root)) return;
  const homes = languages.filter((language) => existsSync(join(root, language, 'index.html')));
  await app.register(fastifyStatic, {
    root,
    wildcard: true,
    cacheControl: false,
    setHeaders: (reply, path) =>
      reply.setHeader('cache-control', isHashed(path) ? `public, max-age=${year}, immutable` : 'no-cache'),
  });
  /** A path of the page's own router is the page. */
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0];
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w+$/.test(path);
    if (!isPage) {
      request.problem = 'not_found';
      const problem = new Problem('not_found', 'there is nothing here');
      return reply.status(404).type('application/problem+json').send(JSON.stringify(problem));
    }
    const [, first] = path.split('/');
    if (homes.length === 0) return reply.sendFile('index.html');
    if (homes.includes(first)) return reply.sendFile(`${first}/index.html`);
    const wanted = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ja';
    return reply.redirect(`/${homes.includes(wanted) ? wanted : homes[0]}${request.url}`, 302);
  });
};
