import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Call, Catalogue, DenwabanError, handOverTemplates } from 'denwaban';

const folder = new URL('../data/call_vectors/', import.meta.url);
const vectors = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);

/** What a step makes of a call: the next call, or something to look at. */
const steps = {
  apply: (call, { occurrence }) => call.apply(occurrence),
  draft: (call, { dispositions }, policy) => call.draft(dispositions, { policy }),
  extend: (call, { at }, policy) => call.extend({ policy, at: new Date(at) }),
  complete: (call, { by, at }, policy) => call.complete({ policy, by, at: new Date(at) }),
  expire: (call, { by, at }, policy) => call.expire({ policy, by, at: new Date(at) }),
  amend: (call, { dispositions, by, at, reason }) => call.amend(dispositions, { by, at: new Date(at), reason }),
  wrap_up_due: (call, _, policy) => call.wrapUpDue(policy),
};
const refusal = (step) => {
  try {
    step();
  } catch (error) {
    assert.ok(error instanceof DenwabanError, error);
    return error.errors.map(({ code, where }) => [code, where]);
  }
  return assert.fail('was not refused');
};

test('there are vectors', () => assert.ok(vectors.length >= 3));

for (const [name, vector] of vectors) {
  test(`${name}: ${vector.about}`, () => {
    let call = Call.fromJson(vector.call);
    for (const step of vector.steps) {
      const run = () => steps[step.do](call, step, vector.policy);
      if (step.errors) {
        assert.deepEqual(refusal(run), step.errors);
        continue;
      }
      const made = run();
      if (step.do === 'wrap_up_due') {
        assert.equal(made.toISOString(), step.due);
        continue;
      }
      call = step.do === 'apply' ? made.call : made;
      if (step.do === 'apply') assert.equal(made.effect, step.effect);
      assert.equal(call.state, step.state, JSON.stringify(step));
    }
    assert.equal(call.outcome, vector.outcome);
    assert.deepEqual(
      call.followUps().map((due) => ({ ...due, due: due.due.toISOString() })),
      vector.follow_ups,
    );
    const { text, ...handOver } = vector.hand_over;
    assert.equal(call.handOver(handOver), text);
    assert.deepEqual(call.contactAttributes(), { attributes: vector.attributes, shortened: [] });
    if (vector.unfinished) assert.deepEqual(call.toJSON().record.unfinished, vector.unfinished);
    assert.equal(Call.fromJson(call.toJson()).toJson(), call.toJson());
  });
}

test('a restaurant has its own catalogue', () => {
  const own = Catalogue.default().with({
    version: 'r1',
    removed: ['business'],
    added: [{ code: 'sauna', label: { ja: 'サウナ' } }],
  });
  assert.equal(own.version, 'r1');
  assert.equal(own.entries.find(({ code }) => code === 'business.sales').standing, 'retired');
  assert.deepEqual(
    own.check([{ code: 'business.sales' }, { code: 'sauna' }]).map(({ code, where }) => [code, where]),
    [['not_allowed', '/dispositions/0/code']],
  );
  assert.throws(() => Catalogue.default().with({ version: 'x', removed: ['no.such'] }), { code: 'unknown_reference' });
  assert.deepEqual(Catalogue.fromJson(own.toJson()).toJSON(), own.toJSON());
});

test('what is wrong in a template is told by its bytes', () => {
  const call = Call.fromJson(vectors[0][1].call);
  assert.throws(() => call.handOver({ template: 'あ{name}' }), { code: 'invalid_value', where: '3-9' });
  assert.match(call.handOver({ template: handOverTemplates.line }), /^【お電話のご報告】/);
});
