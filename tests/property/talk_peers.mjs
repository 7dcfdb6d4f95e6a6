// Whether chrono-node's Japanese reads tests/data/talk/peer_forms.jsonl as that file says: `right` of a form names the peers
// that read it rightly and whole, and understanding is held to those by its unit tests. DENWABAN_UPDATE=1 writes it anew.
// `node talk_peers.mjs <folder with node_modules/chrono-node>`, in Tokyo's time.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const peer = 'chrono-node';
const chrono = createRequire(join(resolve(process.argv[2]), 'here.cjs'))(peer);
const file = new URL('../data/talk/peer_forms.jsonl', import.meta.url);
const now = new Date(2026, 10, 24, 15, 0);
const two = (number) => String(number).padStart(2, '0');

const reads = ({ text, day, time }) => {
  const [found] = chrono.ja.parse(text, now, { forwardDate: true });
  if (found?.text !== text) return false;
  const { start } = found;
  const said = `${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`;
  const at = start.isCertain('hour') ? `${two(start.get('hour'))}:${two(start.get('minute'))}` : undefined;
  return (day === undefined || said === day) && at === time;
};

const forms = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
let wrong = 0;
for (const form of forms) {
  const right = reads(form);
  if (right !== form.right.includes(peer)) {
    wrong += 1;
    console.error(`${form.text}: ${peer} is ${right ? 'right' : 'wrong'}`);
  }
  form.right = [...form.right.filter((one) => one !== peer), ...(right ? [peer] : [])].sort();
}
console.log(`${peer}: ${forms.filter(({ right }) => right.includes(peer)).length} of ${forms.length} right`);
if (process.env.DENWABAN_UPDATE) writeFileSync(file, forms.map((form) => `${JSON.stringify(form)}\n`).join(''));
else process.exitCode = wrong === 0 ? 0 : 1;
