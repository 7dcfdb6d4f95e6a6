import { placeOf, read } from './documents.mjs';
import { keepHeard } from './heard.mjs';
import { onceEach } from './once_each.mjs';

const sorry = '申し訳ございません。担当者におつなぎいたします。';
const ssml = `<speak>${sorry}</speak>`;
const toAgents = { next: 'queue', handOver: 'unavailable' };

/** What Lex is told where nothing else can be said. */
const closed = (event) => ({
  sessionState: {
    dialogAction: { type: 'Close' },
    intent: { name: event?.sessionState?.intent?.name ?? 'FallbackIntent', state: 'Failed' },
    sessionAttributes: toAgents,
  },
  messages: [
    event?.requestAttributes?.['x-amz-lex:accept-content-types']?.includes('SSML') === false
      ? { contentType: 'PlainText', content: sorry }
      : { contentType: 'SSML', content: ssml },
  ],
});
const queued = () => ({ ...toAgents, say: sorry, ssml, notes: '', denwaban: '' });

const answering =
  (answer, unavailable) =>
  ({ deskFor, clock = Date.now }) =>
  async (event) => {
    try {
      return await answer(await deskFor(event), event, clock());
    } catch (error) {
      console.error(error);
      return unavailable(event);
    }
  };

/** A code hook of Lex V2 for each intent of the bot: an event that comes twice is answered twice, and books once. */
export const hookOf = answering((desk, event, now) => desk.hearLex(event, now), closed);
/** An "Invoke AWS Lambda function" block behind "Store customer input", in a flow without a bot. */
export const flowOf = answering((desk, event, now) => desk.hearFlow(event, now), queued);

/**
 * Keeps what was heard for the agents' desk, under the number that calls. A call that shows none has nobody to keep it under,
 * and one that cannot be kept goes to an agent all the same.
 */
export const keeping =
  (ledger, restaurant, clock = Date.now) =>
  async (heard) => {
    if (!heard.caller.startsWith('+')) return;
    try {
      await keepHeard(ledger, { restaurant, number: heard.caller, heard }, clock());
    } catch (error) {
      console.error(error);
    }
  };

/** Which restaurant is called: as the flow says, or the only one. */
const restaurantOf = (event) =>
  event.sessionState?.sessionAttributes?.restaurantId ||
  event.Details?.Parameters?.restaurantId ||
  event.Details?.ContactData?.Attributes?.restaurantId ||
  process.env.DENWABAN_RESTAURANT;

/** The restaurants and their books are in the table. */
const opening = async () => {
  const [{ KeptRestaurants, Restaurant, TalkDesk }, { DynamoDbLedger }, { DynamoDBClient }] = await Promise.all([
    import('denwaban'),
    import('denwaban/dynamodb'),
    import('@aws-sdk/client-dynamodb'), // Lambda has one
  ]);
  const { DENWABAN_TABLE: table, DENWABAN_TALK_POLICY: policy } = process.env;
  const ledger = new DynamoDbLedger({ client: new DynamoDBClient(), table });
  const restaurants = new KeptRestaurants(ledger);
  const options = policy ? { policy: read(placeOf(policy)) } : {};
  const openDesk = async (id) =>
    new TalkDesk(ledger, Restaurant.fromJson(await restaurants.find(id)), {
      ...options,
      handedOver: keeping(ledger, id),
    });
  return { ledger, deskOf: onceEach(openDesk) };
};
export const openDesks = onceEach(opening);

const deskFor = async (event) => (await openDesks()).deskOf(restaurantOf(event));
export const hook = hookOf({ deskFor });
export const flow = flowOf({ deskFor });
