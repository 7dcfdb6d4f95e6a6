import { createHmac, timingSafeEqual } from 'node:crypto';

const forgotten = 60 * 60_000;
const sorry = '申し訳ございません。ただいまお返事できません。お電話でお問い合わせください。';

/** LINE signs the body as it sent it: anyone may know the address. */
export const isSigned = (body, signature, secret) => {
  const right = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature ?? '', 'base64');
  return given.length === right.length && timingSafeEqual(given, right);
};

/** What somebody wrote, or that they came: nothing else is answered. */
const saidIn = ({ type, message, webhookEventId, replyToken, source }) => {
  const from = source?.userId;
  if (!from || !replyToken) return null;
  if (type === 'follow') return { from, replyToken };
  if (type !== 'message' || message?.type !== 'text') return null;
  return { from, replyToken, said: { id: webhookEventId, text: message.text } };
};

/** Conversations in the ledger, which forgets them after an hour. */
export const keptIn = (ledger, channel = 'line') => {
  const keyOf = (from) => ({ partition: `chat#${channel}`, sort: from });
  return {
    async find(from, now) {
      const [document] = await ledger.read([keyOf(from)]);
      const { at, conversation } = document ? JSON.parse(document.body) : {};
      return { version: document?.version ?? 'absent', conversation: at > now - forgotten ? conversation : undefined };
    },
    async put(from, version, conversation, now) {
      const body = JSON.stringify({ at: now, conversation });
      const put = { ...keyOf(from), expected: version, body, expires: new Date(now + forgotten) };
      const { result } = await ledger.commit({ writes: [{ put }], now: new Date(now) });
      return result === 'committed';
    },
  };
};

const isOver = ({ state }) => state === 'ended' || state === 'handed_over';

/** A turn of who writes; whoever writes twice at once is answered one after the other. */
const turnOf = async ({ desk, kept, channel = 'line', handOver }, { from, said }, now) => {
  for (let tries = 0; tries < 5; ++tries) {
    const { version, conversation } = await kept.find(from, now);
    const goesOn = said && conversation && (!isOver(conversation) || conversation.last_utterance === said.id);
    const before = goesOn ? { conversation } : desk.greet({ id: `${channel}-${from}-${now}` }, now);
    const turn = said ? await desk.hear(before.conversation, said, now) : before;
    if (!(await kept.put(from, version, turn.conversation, now))) continue;
    if (turn.handOver) await handOver?.(from, turn.handOver);
    return turn.say.text;
  }
  return sorry;
};

/**
 * A webhook of LINE behind a function URL or an API. `reply(token, text)` sends; `handOver(user, notes)` tells the staff.
 * A message that is delivered again is answered as it was.
 */
export const webhookOf =
  ({ open, secret, reply, clock = Date.now }) =>
  async ({ body = '', isBase64Encoded = false, headers = {} }) => {
    const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
    if (!isSigned(text, headers['x-line-signature'] ?? headers['X-Line-Signature'], secret)) return { statusCode: 401 };
    for (const event of JSON.parse(text).events) {
      const said = saidIn(event);
      if (said === null) continue;
      const answer = await open()
        .then((chat) => turnOf(chat, said, clock()))
        .catch((error) => {
          console.error(error);
          return sorry;
        });
      await reply(said.replyToken, answer).catch((error) => console.error(error));
    }
    return { statusCode: 200 };
  };

/** https://developers.line.biz/en/reference/messaging-api/#send-reply-message */
const reply = async (replyToken, text) => {
  const response = await fetch('https://api.line.me/v2/bot/message/reply', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.LINE_CHANNEL_ACCESS_TOKEN}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ replyToken, messages: [{ type: 'text', text }] }),
  });
  if (!response.ok) throw new Error(`LINE answers ${response.status}: ${await response.text()}`);
};
const open = async () => {
  const { openDesks } = await import('./bot.mjs');
  const { ledger, deskOf } = await openDesks();
  return { desk: await deskOf(process.env.DENWABAN_RESTAURANT), kept: keptIn(ledger) };
};
export const webhook = (event) => webhookOf({ open, secret: process.env.LINE_CHANNEL_SECRET ?? '', reply })(event);
