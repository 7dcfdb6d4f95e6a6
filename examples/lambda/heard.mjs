/** How long what the bot has heard is of use to whoever answers, in milliseconds. */
const hour = 3_600_000;

const keyOf = (restaurant, number) => ({ partition: `desk#heard#${restaurant}`, sort: number });

/** Keeps what the bot has heard (`HandedOver` of a `TalkDesk`) for the agent to whom the call goes. */
export const keepHeard = (ledger, { restaurant, number, heard }, now) =>
  ledger.commit({
    writes: [{ put: { ...keyOf(restaurant, number), body: JSON.stringify(heard), expires: new Date(now + hour) } }],
    now: new Date(now),
  });

/** What it heard of whoever calls a restaurant from a number; null where that was nothing, or long ago. */
export const heardOf = async (ledger, { id }, number, now) => {
  if (!number) return null;
  const [document] = await ledger.read([keyOf(id, number)]);
  return document && Date.parse(document.expires) > now ? JSON.parse(document.body) : null;
};
