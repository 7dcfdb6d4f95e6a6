// The Lambda of contact records as it is deployed, its events out of an emulated stream through the framework's offline
// plug-ins, its tables, bucket and warehouse where the environment says.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { mergeInto } from '../../examples/lambda/bigquery.mjs';
import { deadLettersIn, expectedRows, freePort, put, rowsIn, startEmulators } from './emulators.mjs';
import { evening, restaurants } from './evening_records.mjs';

const lambda = fileURLToPath(new URL('../../examples/lambda/', import.meta.url));
const install = () => {
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, stdout, stderr } = spawnSync('npm', options, { cwd: lambda, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
};
const startOffline = async (env) => {
  const options = ['--httpPort', await freePort(), '--lambdaPort', await freePort()];
  const child = spawn(
    process.execPath,
    ['node_modules/serverless/bin/serverless.js', 'offline', 'start', '--config', 'serverless.kinesis.yml', ...options],
    { cwd: lambda, env: { ...process.env, ...env } },
  );
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  for (const one of [child.stdout, child.stderr]) one.setEncoding('utf8').on('data', (text) => (output += text));
  const stop = async () => {
    child.kill('SIGINT');
    const late = pause(10_000, 'late', { ref: false });
    if ((await Promise.race([exited, late])) === 'late') child.kill('SIGKILL');
    await exited;
  };
  return { stop, said: () => output, isOver: () => child.exitCode !== null };
};

test('an evening of a stream is its rows, through the offline plug-ins', { timeout: 480_000 }, async (t) => {
  if (!existsSync(join(lambda, 'node_modules/serverless-offline-kinesis'))) install();
  const emulated = await startEmulators(2);
  t.after(emulated.stop);
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-offline-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'restaurants.json'), JSON.stringify(restaurants));

  await put(emulated, [...evening, ...evening.slice(0, 20), 'Hello']);
  const offline = await startOffline({
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_KINESIS: emulated.endpoints.aws,
    AWS_ENDPOINT_URL_S3: emulated.endpoints.aws,
    AWS_ENDPOINT_URL_DYNAMODB: emulated.endpoints.dynamodb,
    GOOGLE_CLOUD_PROJECT: 'demo',
    DENWABAN_RESTAURANTS: join(folder, 'restaurants.json'),
    DENWABAN_DATASET: 'calls',
    DENWABAN_TABLE: emulated.table,
    DENWABAN_DEAD_LETTERS: emulated.bucket,
    SLS_INTERACTIVE_SETUP_ENABLE: '0',
    SLS_NOTIFICATIONS_MODE: 'off',
    SLS_TELEMETRY_DISABLED: '1',
  });
  t.after(offline.stop);

  const calls = (name) => `calls.calls${name}`;
  const expected = expectedRows(evening, 40);
  let rows = [];
  for (let tries = 0; tries < 60 && !offline.isOver(); ++tries) {
    await mergeInto({ bigquery: emulated.bigquery, calls });
    rows = await rowsIn(emulated.bigquery);
    if (JSON.stringify(rows) === JSON.stringify(expected) && (await deadLettersIn(emulated)).length > 0) break;
    await pause(1000);
  }
  assert.deepEqual(rows, expected, offline.said());
  assert.deepEqual(await deadLettersIn(emulated), ['Hello']);
});
