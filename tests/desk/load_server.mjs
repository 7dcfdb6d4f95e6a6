// What the tests under load share: a desk's server as a process, what its ledger then has to say, and figures.
import { SqliteLedger, run } from 'denwaban';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** On a ledger of its own, in the morning of Friday, 11 December 2026; `page`: where the page is, if not where it is built. */
export const startServer = async ({ page } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-load-'));
  const file = join(folder, 'desk.sqlite');
  const rules = join(folder, 'wrap_up.json');
  writeFileSync(rules, JSON.stringify({ policy: { demand: 'required', default_outcome: 'other' } }));
  const main = fileURLToPath(new URL('../../examples/desk/server/main.mjs', import.meta.url));
  const env = {
    PATH: process.env.PATH,
    DENWABAN_LEDGER: file,
    DESK_WRAP_UP: rules,
    DESK_PORT: '0',
    DESK_LOG: 'error',
    DESK_NOW: '2026-12-11T10:00:00+09:00',
    ...(page && { DESK_PAGE: page }),
  };
  const server = spawn(process.execPath, [main], { env });
  server.stderr.pipe(process.stderr);
  const [first] = await once(server.stdout, 'data');
  const base = String(first).trim().replace(/\/$/, '');
  /** In megabytes. */
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;
  return { base, server, folder, file, memory };
};

const minutes = (time) => Number(time.slice(0, -3)) * 60 + Number(time.slice(-2));
const sits = ({ commitment }) => !['cancelled', 'declined', 'no_show', 'lapsed', 'waiting'].includes(commitment);

/**
 * Each acknowledged booking (by id) stands as it was last acknowledged, and no table has two parties at once; what is wrong,
 * and how many parties there are. `inLedger(ledger)` gives more that is.
 */
export const historyOf = async (file, { acknowledged = new Map(), dates, inLedger = async () => [] }) => {
  const ledger = await SqliteLedger.open(file);
  const wrong = [];
  for (const [id, { commitment, party, begin }] of acknowledged) {
    const kept = (await run(ledger, { find_booking: { id } }))?.reservation;
    const isSo =
      kept &&
      kept.commitment === commitment &&
      kept.begin === begin &&
      JSON.stringify(kept.party) === JSON.stringify(party);
    if (!isSo) wrong.push(`${id} is not as it was acknowledged`);
  }
  let parties = 0;
  const { restaurants } = await run(ledger, { list_restaurants: { limit: 100 } });
  for (const { id: restaurant } of restaurants) {
    for (const date of dates) {
      const { reservations } = await run(ledger, { find_day_book: { restaurant, date } });
      const stays = reservations
        .filter(sits)
        .flatMap(({ id, begin, end, buffer, tables }) =>
          tables.map((table) => ({ id, table, from: minutes(begin), to: minutes(end) + buffer })),
        );
      parties += reservations.filter(sits).length;
      for (const [place, a] of stays.entries()) {
        const other = stays.slice(place + 1).find((b) => a.table === b.table && a.from < b.to && b.from < a.to);
        if (other) wrong.push(`${restaurant} ${date}: ${a.id} and ${other.id} both have ${a.table}`);
      }
    }
  }
  wrong.push(...(await inLedger(ledger)));
  await ledger.close();
  return { wrong, parties };
};
