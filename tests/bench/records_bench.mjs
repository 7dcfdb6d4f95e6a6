// What contact records cost in Node, beside JSON.parse with the same mapping: records_bench.mjs FILE. The least of five.
import { readFileSync } from 'node:fs';
import { CallFacts, contactRecordsOf } from 'denwaban';

const data = readFileSync(process.argv[2]);
const parts = [];
for (let at = 0; at < data.length; at += 1 << 18) parts.push(data.subarray(at, at + (1 << 18)));

const times = [
  'LastUpdateTimestamp',
  'InitiationTimestamp',
  'ConnectedToSystemTimestamp',
  'DisconnectTimestamp',
  'TransferCompletedTimestamp',
  'ScheduledTimestamp',
];
const links = ['InitialContactId', 'PreviousContactId', 'NextContactId'];
const moment = (text) => text && Date.parse(text);
/** What a call fact is made of, and no more. */
const mapped = (told) => {
  const { Agent: agent, Queue: queue } = told;
  return {
    ...Object.fromEntries(times.map((name) => [name, moment(told[name])])),
    ...Object.fromEntries(links.map((name) => [name, told[name]])),
    id: told.ContactId,
    channel: told.Channel,
    initiation: told.InitiationMethod,
    reason: told.DisconnectReason,
    customer: told.CustomerEndpoint?.Address,
    line: told.SystemEndpoint?.Address,
    queue: queue && [queue.ARN, queue.Name, moment(queue.EnqueueTimestamp), moment(queue.DequeueTimestamp)],
    agent: agent && [
      agent.ARN,
      agent.Username,
      agent.RoutingProfile.Name,
      moment(agent.ConnectedToAgentTimestamp),
      moment(agent.AfterContactWorkStartTimestamp),
      moment(agent.AfterContactWorkEndTimestamp),
      agent.AgentInteractionDuration,
      agent.CustomerHoldDuration,
      agent.LongestHoldDuration,
      agent.AfterContactWorkDuration,
      agent.NumberOfHolds,
    ],
    attempts: told.AgentConnectionAttempts,
    attributes: told.Attributes,
    recordings: told.Recordings.map((one) => [one.Location, one.Status, one.MediaStreamType, one.ParticipantType]),
  };
};
const newestByCall = () => {
  const calls = new Map();
  for (const line of data.toString().split('\n')) {
    if (line === '') continue;
    const record = mapped(JSON.parse(line));
    const call = record.InitialContactId ?? record.id;
    if (!calls.has(call)) calls.set(call, new Map());
    const known = calls.get(call).get(record.id);
    if (!known || known.LastUpdateTimestamp < record.LastUpdateTimestamp) calls.get(call).set(record.id, record);
  }
  return calls;
};
const added = async () => {
  const facts = new CallFacts();
  await facts.addFile(parts);
  return facts;
};
const whole = await added();
if (whole.size !== newestByCall().size) throw new Error('not the same calls');
const rows = [
  ['JSON.parse alone', () => data.toString().split('\n').filter(Boolean).map(JSON.parse)],
  ['JSON.parse, mapped and by call', newestByCall],
  ['CallFacts.addFile', added],
  ['addFile, and all of them as Arrow', async () => (await added()).arrow()],
  [
    'contactRecordsOf',
    async () => {
      let count = 0;
      for await (const { line } of contactRecordsOf(parts)) count += line > 0;
      return count;
    },
  ],
  ['all of them as Arrow alone', () => whole.arrow()],
];
const told = [];
for (const [name, work] of rows) {
  let least = Infinity;
  for (let run = 0; run < 5; ++run) {
    const begin = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(begin);
    least = Math.min(least, (user + system) / 1000);
  }
  told.push([name, least]);
}
for (const [name, took] of told) {
  const ratio = (told[1][1] / took).toFixed(2);
  const speed = (data.length / 1000 / took).toFixed(0);
  console.log(`${name.padEnd(36)} ${took.toFixed(0).padStart(7)} ms ${speed.padStart(7)} MB/s ${ratio.padStart(6)}x`);
}
