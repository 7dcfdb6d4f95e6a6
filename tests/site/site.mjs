// The site as it was built, served on loopback, and pages of Chromium from which no request may leave it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const site = join(root, 'build/site');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Every file of the site below its folder, ascending. */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

/** Serves `folder`; `answers(request, response)` may answer first, and says whether it has. Gives the address. */
const serve = async (folder, answers) => {
  const server = createServer(async (request, response) => {
    if (await answers(request, response)) return;
    const path = decodeURIComponent(new URL(request.url, 'http://loopback').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, home: `http://127.0.0.1:${server.address().port}` };
};

/** A site and a browser for a file of tests: gives `open(path, options)`, and what is served. */
export const useSite = ({ folder = site, answers = () => false } = {}) => {
  const held = {};
  before(async () => {
    assert.ok(existsSync(join(folder, 'index.html')), 'the site has not been built: tests/run.sh site');
    Object.assign(held, await serve(folder, answers));
    const executablePath = spawnSync('which', ['chromium'], { encoding: 'utf8' }).stdout.trim();
    held.browser = await chromium.launch({
      executablePath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
  });
  after(async () => {
    await held.browser?.close();
    held.server?.close();
  });
  /** `act(page)` on a page of its own; nothing may leave loopback or fail by itself. */
  const onPage = async (path, { scheme = 'light', width = 1280 } = {}, act) => {
    const context = await held.browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    const wrong = [];
    try {
      const page = await context.newPage();
      page.on('pageerror', (error) => wrong.push(String(error)));
      await page.route(
        (url) => !url.href.startsWith(held.home) && !['data:', 'blob:'].includes(url.protocol),
        (route) => {
          wrong.push(route.request().url());
          return route.abort();
        },
      );
      await page.goto(held.home + path);
      await act(page);
      assert.deepEqual(wrong, []);
    } finally {
      await context.close();
    }
  };
  return { onPage };
};
