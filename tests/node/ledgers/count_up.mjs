// Counts a document up so many times, whoever else does; a program, or a worker thread.
import { isMainThread, workerData } from 'node:worker_threads';
import { SqliteLedger } from 'denwaban';

const key = { partition: 'p', sort: 'counter' };

export const countUp = async (ledger, rounds) => {
  for (let round = 0; round < rounds;) {
    const [seen] = await ledger.read([key]);
    const put = { ...key, expected: seen?.version ?? 'absent', body: String(Number(seen?.body ?? 0) + 1) };
    const { result } = await ledger.commit({ writes: [{ put }], now: new Date() });
    if (result === 'committed') ++round;
  }
};

const isProgram = isMainThread && process.argv[1] === new URL(import.meta.url).pathname;
if (isProgram || !isMainThread) {
  const [file, rounds] = isProgram ? process.argv.slice(2) : [workerData.file, workerData.rounds];
  const ledger = await SqliteLedger.open(file);
  await countUp(ledger, Number(rounds));
  await ledger.close();
}
