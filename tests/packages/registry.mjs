// `node registry.mjs FOLDER PORT`: the tarballs of a folder as a registry of this machine's own, read only. Everything else
// is not found, so that whatever is installed has come from the packages under test.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, port] = process.argv.slice(2);
const origin = `http://127.0.0.1:${port}`;

const tarballs = new Map();
const packages = new Map();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.tgz'))) {
  const bytes = readFileSync(join(folder, file));
  const manifest = JSON.parse(
    execFileSync('tar', ['xzOf', join(folder, file), 'package/package.json'], { encoding: 'utf8' }),
  );
  const { name, version } = manifest;
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  const dist = { integrity, tarball: `${origin}/-/${file}` };
  tarballs.set(`/-/${file}`, bytes);
  packages.set(`/${name}`, { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } });
}

createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, origin).pathname);
  const told = tarballs.get(path) ?? (packages.has(path) && JSON.stringify(packages.get(path)));
  response.writeHead(told ? 200 : 404, {
    'content-type': tarballs.has(path) ? 'application/octet-stream' : 'application/json',
  });
  response.end(told || '{"error":"not found"}');
}).listen(Number(port), '127.0.0.1');
