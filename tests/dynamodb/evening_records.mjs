// An evening of contact records, and the restaurant that they are for.
export const restaurants = [
  {
    id: 'r1',
    name: 'とりべえ',
    lines: [{ number: '03-1234-5678' }],
    hours: { rules: [{ when: 'every_day', services: [{ opens: '17:00', closes: '26:00' }] }] },
  },
];

export const minute = (n) => new Date(Date.parse('2026-11-22T08:00:00Z') + n * 60_000).toISOString();
export const leg = (id, begins, more = {}) => ({
  ContactId: id,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: minute(begins),
  ConnectedToSystemTimestamp: minute(begins),
  DisconnectTimestamp: minute(begins + 3),
  LastUpdateTimestamp: minute(begins + 4),
  DisconnectReason: 'CUSTOMER_DISCONNECT',
  CustomerEndpoint: { Address: '+819012345678', Type: 'TELEPHONE_NUMBER' },
  SystemEndpoint: { Address: '+81312345678', Type: 'TELEPHONE_NUMBER' },
  ...more,
});
/** An evening: calls of one leg and of three, each leg of which comes to whichever shard it falls to. */
export const evening = Array.from({ length: 40 }, (_, n) => {
  const first = leg(`c${n}`, n);
  if (n % 2) return [first];
  const then = { InitiationMethod: 'TRANSFER', InitialContactId: `c${n}` };
  return [
    first,
    leg(`c${n}-2`, n + 3, { ...then, PreviousContactId: `c${n}` }),
    leg(`c${n}-3`, n + 6, { ...then, PreviousContactId: `c${n}-2` }),
  ];
}).flat();
