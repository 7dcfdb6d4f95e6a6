// The bot's definition as Lex V2 imports it: that its parts fit, that it keeps Lex's limits, and that what it expects
// callers to say is understood so.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { understand } from 'denwaban';

const lambda = fileURLToPath(new URL('../../examples/lambda/', import.meta.url));
const files = JSON.parse(readFileSync(join(lambda, 'lex_bot.json'), 'utf8'));
const bot = files['denwaban/Bot.json'];
const now = new Date('2026-11-24T06:00:00Z');

/** Everything below a folder, by what its names have in place of the star. */
const filesAt = (pattern) => {
  const path = new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`);
  return Object.entries(files).flatMap(([name, file]) => {
    const match = path.exec(name);
    return match ? [[...match.slice(1), file]] : [];
  });
};
const locales = filesAt('denwaban/BotLocales/*/BotLocale.json').map(([id]) => id);
const intentsOf = (locale) => filesAt(`denwaban/BotLocales/${locale}/Intents/*/Intent.json`);
const slotsOf = (locale, intent) =>
  filesAt(`denwaban/BotLocales/${locale}/Intents/${intent}/Slots/*/Slot.json`).map(([, file]) => file);
const utterancesOf = ({ sampleUtterances = [] }) => sampleUtterances.map(({ utterance }) => utterance);
const messagesIn = (value) =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, one]) => (key === 'plainTextMessage' ? [one.value] : messagesIn(one)));

/** Of every locale: docs "Built-in slot types". */
const builtIn = ['AMAZON.Date', 'AMAZON.Time', 'AMAZON.Number', 'AMAZON.LastName', 'AMAZON.PhoneNumber'];
const isName = (name) => /^([0-9a-zA-Z][_-]?){1,100}$/.test(name);

test('the archive has what Lex looks for, and each file is named as it says', () => {
  assert.deepEqual(files['Manifest.json'].metaData, { schemaVersion: '1', fileFormat: 'LexJson', resourceType: 'BOT' });
  assert.equal(bot.name, 'denwaban');
  assert.ok(bot.idleSessionTTLInSeconds >= 60 && bot.idleSessionTTLInSeconds <= 86_400);
  assert.deepEqual(locales, ['ja_JP', 'en_US']);
  for (const locale of locales) {
    assert.equal(files[`denwaban/BotLocales/${locale}/BotLocale.json`].identifier, locale);
    for (const [name, intent] of intentsOf(locale)) assert.equal(intent.name, name);
  }
  for (const [, , folder, slot] of filesAt('denwaban/BotLocales/*/Intents/*/Slots/*/Slot.json'))
    assert.equal(slot.name, folder);
  for (const [, folder, type] of filesAt('denwaban/BotLocales/*/SlotTypes/*/SlotType.json'))
    assert.equal(type.name, folder);
  const known =
    /^(Manifest|denwaban\/(Bot|BotLocales\/[a-z]{2}_[A-Z]{2}\/(BotLocale|Intents\/\w+\/(Intent|Slots\/\w+\/Slot)|SlotTypes\/\w+\/SlotType)))\.json$/;
  for (const path of Object.keys(files)) assert.match(path, known);
});

for (const locale of locales) {
  test(`${locale}: slots, their types and the slots that are said are the same`, () => {
    const types = filesAt(`denwaban/BotLocales/${locale}/SlotTypes/*/SlotType.json`).map(([name]) => name);
    const used = new Set();
    for (const [name, intent] of intentsOf(locale)) {
      const slots = slotsOf(locale, name);
      const named = (intent.slotPriorities ?? []).map(({ slotName }) => slotName);
      assert.deepEqual([...named].sort(), slots.map((slot) => slot.name).sort());
      assert.deepEqual(
        (intent.slotPriorities ?? []).map(({ priority }) => priority),
        named.map((_, place) => place + 1),
      );
      for (const { slotTypeName } of slots) {
        assert.ok(builtIn.includes(slotTypeName) || types.includes(slotTypeName), slotTypeName);
        used.add(slotTypeName);
      }
      for (const utterance of utterancesOf(intent)) {
        const said = [...utterance.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot);
        assert.deepEqual(said, [...new Set(said)], utterance);
        for (const slot of said) assert.ok(named.includes(slot), `${name}: ${utterance}`);
        assert.equal(utterance.replace(/(^| )\{\w+\}(?= |$)/g, '').match(/[{}]/), null, utterance);
      }
    }
    for (const type of types) assert.ok(used.has(type), type);
  });

  test(`${locale}: no words are two intents', and all keeps Lex's quotas`, () => {
    const owners = new Map();
    let characters = 0;
    for (const [name, intent] of intentsOf(locale)) {
      const all = utterancesOf(intent);
      assert.ok(isName(name) && all.length <= 1500);
      for (const utterance of all) {
        assert.ok(utterance.length > 0 && utterance.length <= 500);
        assert.equal(owners.get(utterance.toLowerCase()), undefined, `${utterance}: ${name}`);
        owners.set(utterance.toLowerCase(), name);
        characters += utterance.length;
      }
      assert.equal(all.length === 0, intent.parentIntentSignature === 'AMAZON.FallbackIntent', name);
      for (const slot of slotsOf(locale, name)) assert.ok(isName(slot.name));
    }
    assert.ok(characters <= 200_000);
    for (const [, type] of filesAt(`denwaban/BotLocales/${locale}/SlotTypes/*/SlotType.json`)) {
      const values = type.slotTypeValues.flatMap(({ sampleValue, synonyms = [] }) => [sampleValue, ...synonyms]);
      const words = values.map(({ value }) => value.toLowerCase());
      assert.deepEqual(words, [...new Set(words)]);
      for (const one of words) assert.ok(one.length > 0 && one.length <= 140);
    }
    const identifiers = intentsOf(locale).map(([, { identifier }]) => identifier);
    assert.equal(new Set(identifiers).size, identifiers.length);
    for (const identifier of identifiers) assert.match(identifier, /^[0-9A-Z]{10}$/);
  });

  test(`${locale}: the code hook hears everything, and callers may interrupt, press keys and think`, () => {
    for (const [name, intent] of intentsOf(locale)) {
      assert.ok(intent.dialogCodeHook.enabled && intent.fulfillmentCodeHook.enabled, name);
      const { codeHook, nextStep } = intent.initialResponseSetting;
      assert.ok(codeHook.enableCodeHookInvocation && codeHook.isActive);
      assert.equal(nextStep.dialogAction.type, 'InvokeDialogCodeHook');
      for (const slot of slotsOf(locale, name)) {
        const { slotConstraint, promptSpecification } = slot.valueElicitationSetting;
        const { Initial: attempt } = promptSpecification.promptAttemptsSpecification;
        const { audioSpecification, dtmfSpecification, startTimeoutMs } = attempt.audioAndDTMFInputSpecification;
        assert.deepEqual(
          [slotConstraint, attempt.allowInterrupt, dtmfSpecification.endCharacter],
          ['Optional', true, '#'],
        );
        assert.ok(audioSpecification.maxLengthMs <= 15_000, 'Amazon Connect takes no longer one');
        assert.ok(startTimeoutMs >= 4000 && audioSpecification.endTimeoutMs >= 500);
      }
      for (const message of messagesIn([intent, ...slotsOf(locale, name)])) {
        assert.ok(message.length > 0 && message.length <= 1024);
        assert.doesNotMatch(message, /[{}]/);
      }
    }
  });
}

test('what a Japanese caller is expected to say is understood as just that', () => {
  const words = { Day: '明日', Time: '7時', Party: '3', Needs: '個室', Occasion: '誕生日' };
  const snake = (name) => name.replace(/(?<=.)[A-Z]/g, '_$&').toLowerCase();
  for (const [name, intent] of intentsOf('ja_JP')) {
    for (const utterance of utterancesOf(intent)) {
      const said = utterance.replace(/ ?\{(\w+)\} ?/g, (_, slot) => words[slot]);
      const { intents, slots } = understand(said, { now });
      assert.equal(intents[0]?.intent, snake(name), said);
      for (const [, slot] of utterance.matchAll(/\{(\w+)\}/g)) assert.ok(slots[snake(slot)], `${said}: ${slot}`);
    }
  }
});

test('the archive unzips to the same files', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const zip = join(folder, 'bot.zip');
  execFileSync(process.execPath, [join(lambda, 'lex_archive.mjs'), zip]);
  const program =
    'import json,sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; ' +
    'print(json.dumps({n: json.loads(z.read(n)) for n in z.namelist()}))';
  const unzipped = execFileSync('python3', ['-c', program, zip], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.deepEqual(JSON.parse(unzipped), files);
});
