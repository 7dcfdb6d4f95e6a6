// The main example, as its reader sees it: what one run keeps, the next one shows, and nothing happens twice.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const evening = fileURLToPath(new URL('../../examples/evening.mjs', import.meta.url));

test('a second evening shows the first, and answers as it did', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const env = { ...process.env, DENWABAN_EVENING: join(folder, 'evening.sqlite') };
  const play = () => execFileSync(process.execPath, [evening], { encoding: 'utf8', env });
  const parts = (text) => text.split('\n\n').slice(3);

  const [served, kept, ...talks] = parts(play());
  assert.match(served, /予約 19:00 個室[^]*変更 19:30へ[^]*お断り（no_seat）[^]*取消[^]*忘れ物/);
  assert.match(kept, /通話 7、[^]*19:30　山田様　confirmed　個室[^]*佐藤様　cancelled/);

  assert.deepEqual(
    talks.slice(1, -1).map((text) => text.match(/【(.+)】/)[1]),
    ['ご予約', '満席、ほかのお時間で', '担当者へ'],
  );
  const [, booked, offered, handedOver] = talks;
  const report = talks.pop();
  assert.match(report, /122件 → 通話 60件、読めないもの 1件[^]*着信 60　応答 12　放棄 1[^]*予約 3件 12名/);
  assert.match(booked, /駐車場[^]*3台分[^]*ヤマダ様でご予約をお取りいたします[^]*ご予約を承りました/);
  assert.match(offered, /満席[^]*ご用意できます[^]*午後9時[^]*ご予約を承りました/);
  assert.match(handedOver, /おつなぎいたします[^]*▸ 引き継ぎの理由：人数が多い[^]*▸ 人数：20名/);

  const [shown, servedAgain, keptAgain, ...talksAgain] = parts(play());
  assert.deepEqual(talksAgain, [...talks, report]);
  assert.equal(shown.split('\n').slice(1).join('\n'), kept.trim().split('\n').slice(1).join('\n'));
  assert.equal(servedAgain, served);
  assert.equal(keptAgain, kept);
});
