import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Where the conversation is kept between two turns. Lex carries 12 KB of attributes; the others need a little of it. */
const kept = 'denwaban';
const most = 8 * 1024;
const compressed = 'deflate:';

const packed = (conversation) => {
  const text = JSON.stringify(conversation);
  return Buffer.byteLength(text) <= most ? text : compressed + deflateRawSync(text).toString('base64');
};
const unpacked = (text) =>
  text.startsWith(compressed) ? inflateRawSync(Buffer.from(text.slice(compressed.length), 'base64')).toString() : text;

const saidIn = ({ inputMode, inputTranscript: words = '' }) =>
  inputMode === 'DTMF' ? { keys: words } : { text: words };

const takesSsml = ({ requestAttributes }) =>
  (requestAttributes?.['x-amz-lex:accept-content-types'] ?? 'PlainText,SSML').includes('SSML');
const messageOf = (event, { text, ssml }) =>
  takesSsml(event) ? { contentType: 'SSML', content: ssml } : { contentType: 'PlainText', content: text };

/** How Lex is to listen, whatever it makes of the intent. */
const listeningOf = ({ keypad, barge_in: bargeIn }) => ({
  'x-amz-lex:allow-interrupt:*:*': String(bargeIn === 'allowed'),
  ...(keypad && {
    'x-amz-lex:dtmf:max-length:*:*': String(keypad.most + 1),
    'x-amz-lex:dtmf:end-character:*:*': keypad.end,
  }),
});
/** Words to expect, for each slot that the bot has. */
const hintsOf = ({ interpretations = [] }, { hints }) => {
  if (hints.length === 0) return undefined;
  const runtimeHintValues = hints.slice(0, 100).map((phrase) => ({ phrase }));
  const slotHints = {};
  for (const { intent } of interpretations) {
    const slots = Object.keys(intent.slots ?? {}).map((name) => [name, { runtimeHintValues }]);
    if (slots.length > 0) slotHints[intent.name] = Object.fromEntries(slots);
  }
  return Object.keys(slotHints).length > 0 ? { slotHints } : undefined;
};

const others = (attributes) =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name !== kept && !/^x-amz-lex:(dtmf|allow-interrupt):/.test(name)),
  );

/** Where the conversation is over: the flow goes on by `handOver`, the reason, if it is there. */
const closing = (event, attributes, state, message) => ({
  sessionState: {
    sessionAttributes: attributes,
    dialogAction: { type: 'Close' },
    intent: { ...(event.sessionState?.intent ?? { name: 'FallbackIntent' }), state },
  },
  messages: [message],
});
const answerOf = (event, { conversation, say, listen, handOver }) => {
  const attributes = others(event.sessionState?.sessionAttributes ?? {});
  const message = messageOf(event, say);
  if (handOver) {
    const { reason, notes } = handOver;
    return closing(event, { ...attributes, handOver: reason ?? '', notes }, 'Failed', message);
  }
  if (listen === null) return closing(event, attributes, 'Fulfilled', message);
  const runtimeHints = hintsOf(event, listen);
  return {
    sessionState: {
      sessionAttributes: { ...attributes, ...listeningOf(listen), [kept]: packed(conversation) },
      dialogAction: { type: 'ElicitIntent' },
      ...(runtimeHints && { runtimeHints }),
    },
    messages: [message],
  };
};

const sorry = '申し訳ございません。担当者におつなぎいたします。';

/**
 * A code hook of Lex V2 for each of its intents, FallbackIntent above all: what the caller said goes to the desk as it was
 * heard, and Lex says what the desk answers. A session attribute `caller` has their number, where the flow knows it. An
 * event that comes twice has the same conversation in it, and books once.
 */
export const hookOf =
  ({ deskFor, clock = Date.now }) =>
  async (event) => {
    try {
      const { sessionAttributes = {} } = event.sessionState ?? {};
      const now = clock();
      const desk = await deskFor(event);
      const before = sessionAttributes[kept];
      const said = saidIn(event);
      if (before !== undefined) return answerOf(event, await desk.hear(unpacked(before), said, now));
      const greeted = desk.greet({ id: event.sessionId, caller: sessionAttributes.caller }, now);
      const isSilent = !said.text && !said.keys;
      return answerOf(event, isSilent ? greeted : await desk.hear(greeted.conversation, said, now));
    } catch (error) {
      console.error(error);
      const message = { text: sorry, ssml: `<speak>${sorry}</speak>` };
      return closing(event, { handOver: 'unavailable' }, 'Failed', messageOf(event, message));
    }
  };

/** The restaurant and its books are in the table. */
const opening = async () => {
  const [{ KeptRestaurants, Restaurant, TalkDesk }, { DynamoDbLedger }, { DynamoDBClient }] = await Promise.all([
    import('denwaban'),
    import('denwaban/dynamodb'),
    import('@aws-sdk/client-dynamodb'), // Lambda has one
  ]);
  const ledger = new DynamoDbLedger({ client: new DynamoDBClient(), table: process.env.DENWABAN_TABLE });
  const restaurant = await new KeptRestaurants(ledger).find(process.env.DENWABAN_RESTAURANT);
  return new TalkDesk(ledger, Restaurant.fromJson(restaurant));
};
let opened;
/** Once for a container; what failed is tried again. */
const deskFor = async () => {
  opened ??= opening();
  try {
    return await opened;
  } catch (error) {
    opened = undefined;
    throw error;
  }
};
export const hook = hookOf({ deskFor });
