import { placeOf, read, readAll } from './documents.mjs';

const restaurants = placeOf(process.env.DENWABAN_RESTAURANTS ?? 'restaurants.json');
const numbers = placeOf(process.env.DENWABAN_OUTBOUND_CALLER ?? 'outbound-caller.json');

/** At the cold start, and not as a static import: even an addon that does not load must not stop a call. */
const opening = (async () => {
  const { Directory, OutboundCallerPolicy, outboundWhisper } = await import('denwaban');
  const policy = OutboundCallerPolicy.fromJson(read(numbers));
  const directory = Directory.fromJson(readAll(restaurants));
  return (event) => outboundWhisper(event, policy, directory);
})();
opening.catch(() => {});

/** The flow's block without a caller id then shows the queue's number. */
const unavailable = {
  result: 'unavailable',
  problem: 'unavailable',
  callerId: '',
  reason: '',
  label: '',
  queue: '',
  restaurantId: '',
  callee: '',
  passedOver: '',
};

/** The "Invoke AWS Lambda function" block of an outbound whisper flow. */
export const outboundCaller = async (event) => {
  try {
    const attributes = (await opening)(event);
    const { problem, passedOver, error, errorWhere } = attributes;
    if (problem) console.warn({ problem, passedOver, error, errorWhere });
    return attributes;
  } catch (error) {
    console.error(error);
    return unavailable;
  }
};
