// The contact flows, by the rules of Amazon Connect's flow language.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../examples/lambda/flows/', import.meta.url);
const flows = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);

const isArn = (service) => (value) => value.startsWith(`arn:aws:${service}:`);
const isPath = (value) => /^\$\.[A-Za-z]+(\.[A-Za-z0-9_]+)*$/.test(value);
const isText = (value) => typeof value === 'string' && value.length > 0 && value.length <= 3000;
const isSpoken = (parameters) => ['Text', 'SSML', 'PromptId', 'Media'].filter((key) => key in parameters).length === 1;
const isOneOf =
  (...values) =>
  (value) =>
    values.includes(value);
const isWhole = (least, most) => (value) => /^\d+$/.test(value) && value >= least && value <= most;
const isWords = (value) => Object.entries(value).every(([key, words]) => /^[A-Za-z0-9_-]+$/.test(key) && isText(words));
const anything = () => true;

/**
 * What each type takes, after "Actions in the Amazon Connect Flow language": its parameters (`?` for what may be left
 * out), the errors it may have, whether it may have conditions, and whether anything comes next.
 */
const types = {
  UpdateFlowLoggingBehavior: { parameters: { FlowLoggingBehavior: isOneOf('Enabled', 'Disabled') }, errors: [] },
  UpdateContactData: { parameters: { LanguageCode: isOneOf('ja-JP', 'en-US') }, errors: ['NoMatchingError'] },
  UpdateContactTextToSpeechVoice: {
    parameters: { TextToSpeechVoice: isText, 'TextToSpeechEngine?': isOneOf('Neural', 'Standard', 'Generative') },
    errors: ['NoMatchingError'],
  },
  UpdateContactMediaStreamingBehavior: {
    parameters: {
      MediaStreamingState: isOneOf('Enabled', 'Disabled'),
      MediaStreamType: isOneOf('Audio'),
      Participants: ([{ ParticipantType, MediaDirections }]) =>
        ParticipantType === 'Customer' && MediaDirections.every(isOneOf('From', 'To')),
    },
    errors: ['NoMatchingError'],
  },
  InvokeLambdaFunction: {
    parameters: {
      LambdaFunctionARN: isArn('lambda'),
      InvocationTimeLimitSeconds: isWhole(1, 8),
      'LambdaInvocationAttributes?': isWords,
      'ResponseValidation?': ({ ResponseType }) => isOneOf('STRING_MAP', 'JSON')(ResponseType),
    },
    errors: ['NoMatchingError'],
  },
  UpdateContactAttributes: {
    parameters: { Attributes: isWords, TargetContact: isOneOf('Current', 'Related') },
    errors: ['NoMatchingError'],
  },
  Compare: { parameters: { ComparisonValue: isPath }, errors: ['NoMatchingCondition'], hasConditions: true },
  MessageParticipant: { parameters: { 'Text?': isText, 'SSML?': isText }, all: isSpoken, errors: ['NoMatchingError'] },
  GetParticipantInput: {
    parameters: {
      'Text?': isText,
      'SSML?': isText,
      InputTimeLimitSeconds: isWhole(1, 180),
      StoreInput: isOneOf('True'),
      InputValidation: ({ CustomValidation }) => isWhole(1, 20)(CustomValidation.MaximumLength),
      'DTMFConfiguration?': ({ InputTerminationSequence: ends }) => ends.length <= 5 && /^[0-9#*]+$/.test(ends),
    },
    all: isSpoken,
    errors: ['NoMatchingError'],
  },
  ConnectParticipantWithLexBot: {
    parameters: {
      'Text?': isText,
      'SSML?': isText,
      LexV2Bot: ({ AliasArn }) => isArn('lex')(AliasArn),
      'LexSessionAttributes?': isWords,
    },
    all: isSpoken,
    errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'],
    hasConditions: true,
  },
  UpdateContactTargetQueue: { parameters: { QueueId: isArn('connect') }, errors: ['NoMatchingError'] },
  TransferContactToQueue: { parameters: {}, errors: ['QueueAtCapacity', 'NoMatchingError'] },
  DisconnectParticipant: { parameters: {}, errors: [], isLast: true },
};

const targetsOf = ({ Transitions: { NextAction, Conditions = [], Errors = [] } }) =>
  [NextAction, ...[...Conditions, ...Errors].map((one) => one.NextAction)].filter((id) => id !== undefined);
const pathsIn = (value) =>
  typeof value === 'string'
    ? (value.match(/\$\.[A-Za-z0-9_.]*[A-Za-z0-9_]/g) ?? [])
    : Object.values(value ?? {}).flatMap(pathsIn);

const problemsOf = ({ Version, StartAction, Metadata, Actions }) => {
  const problems = [];
  const expect = (right, what) => right || problems.push(what);
  const byId = new Map(Actions.map((action) => [action.Identifier, action]));
  expect(Version === '2019-10-30', 'version');
  expect(byId.size === Actions.length, 'an identifier stands twice');
  expect(byId.has(StartAction), 'it begins nowhere');
  for (const action of Actions) {
    const { Identifier: id, Type, Parameters, Transitions } = action;
    expect(id.length <= 50 && !/[%:(\\/)=$,;[\]{}]/.test(id), `${id}: identifier`);
    expect(Metadata.ActionMetadata[id]?.position, `${id}: stands nowhere on the canvas`);
    for (const target of targetsOf(action)) expect(byId.has(target), `${id}: leads to ${target}`);
    const type = types[Type];
    if (!expect(type, `${id}: ${Type} is no type`)) continue;
    if (type === undefined) continue;
    const known = new Map(Object.entries(type.parameters).map(([key, check]) => [key.replace('?', ''), check]));
    for (const key of Object.keys(type.parameters)) expect(key.endsWith('?') || key in Parameters, `${id}: no ${key}`);
    for (const [key, value] of Object.entries(Parameters))
      expect((known.get(key) ?? (() => false))(value), `${id}: ${key}`);
    expect((type.all ?? anything)(Parameters), `${id}: parameters`);
    expect((Transitions.NextAction === undefined) === (type.isLast ?? false), `${id}: next`);
    expect(Transitions.Conditions === undefined || type.hasConditions, `${id}: conditions`);
    const errors = (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType);
    expect([...errors].sort().join() === [...type.errors].sort().join(), `${id}: errors`);
  }
  for (const id of Object.keys(Metadata.ActionMetadata)) expect(byId.has(id), `${id}: metadata of nothing`);
  return problems;
};
const reachedFrom = ({ StartAction, Actions }) => {
  const byId = new Map(Actions.map((action) => [action.Identifier, action]));
  const reached = new Set([StartAction]);
  for (const id of reached) targetsOf(byId.get(id)).forEach((target) => reached.add(target));
  return reached;
};
/** Actions from which every way on can only go round. */
const trapped = ({ Actions }) => {
  const ending = new Set(
    Actions.filter(({ Type }) => Type === 'DisconnectParticipant').map(({ Identifier }) => Identifier),
  );
  for (let before = -1; before !== ending.size;) {
    before = ending.size;
    for (const action of Actions) if (targetsOf(action).some((id) => ending.has(id))) ending.add(action.Identifier);
  }
  return Actions.map(({ Identifier }) => Identifier).filter((id) => !ending.has(id));
};

for (const [name, flow] of flows) {
  test(`${name} keeps the flow language's rules, and every call in it ends`, () => {
    assert.deepEqual(problemsOf(flow), []);
    assert.deepEqual([...reachedFrom(flow)].sort(), flow.Actions.map(({ Identifier }) => Identifier).sort());
    assert.deepEqual(trapped(flow), []);
  });
  test(`${name} asks for nothing that nobody gives`, () => {
    const given =
      /^\$\.(External\.(route|ssml|restaurantName|restaurantId|next|denwaban|handOver|notes)|Lex\.SessionAttributes\.(next|handOver|notes)|CustomerEndpoint\.Address|MediaStreams\.Customer\.Audio\.(StreamARN|StartFragmentNumber)|StoredCustomerInput)$/;
    for (const path of flow.Actions.flatMap(({ Parameters }) => pathsIn(Parameters))) assert.match(path, given);
  });
}

test('a flow that breaks a rule is told so', () => {
  const [, flow] = flows[0];
  const broken = (change) => {
    const copy = structuredClone(flow);
    change(copy, (id) => copy.Actions.find(({ Identifier }) => Identifier === id));
    return problemsOf(copy).join('; ');
  };
  assert.match(
    broken((copy) => (copy.StartAction = 'nowhere')),
    /begins nowhere/,
  );
  assert.match(
    broken((_, at) => (at('Hear').Parameters.InvocationTimeLimitSeconds = '9')),
    /InvocationTimeLimitSeconds/,
  );
  assert.match(
    broken((_, at) => delete at('Hear').Transitions.Errors),
    /errors/,
  );
  assert.match(
    broken((_, at) => (at('Ask').Type = 'AskNicely')),
    /is no type/,
  );
  assert.match(
    broken((_, at) => (at('Ask').Parameters.Text = 'はい')),
    /parameters/,
  );
  assert.match(
    broken((_, at) => (at('Keep').Transitions.NextAction = 'gone')),
    /leads to gone/,
  );
});
