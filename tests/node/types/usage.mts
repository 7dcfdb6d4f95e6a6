import {
  DenwabanError,
  Directory,
  HolidayCalendar,
  OutboundCallerPolicy,
  Restaurant,
  Rules,
  agentConnect,
  callEventOf,
  contactFlow,
  outboundWhisper,
  parseCaller,
  parsePhoneNumber,
  startOutboundVoiceContact,
  type DayBook,
  type FlowAttributes,
  type TalkFlowAttributes,
  type Hours,
  type Status,
  type Weight,
} from 'denwaban';

const calendar: HolidayCalendar = HolidayCalendar.japan().with('2026-10-01', '都民の日').without(new Date());
const restaurant = Restaurant.fromJson('{}', { calendar, horizon: { last: '2027-12-31' } });
const hours: Hours = restaurant.hours;
const status: Status = hours.status(Date.now());

export const closing: string = status.closesAt?.toISOString() ?? '';
export const words: Record<Status['state'], string> = { open: '営業中', closed: '営業時間外', unknown: '不明' };
export const bulk: Uint8Array = hours.isOpenMany(new Float64Array(3));
export const some: Uint8Array = hours.isOpenMany([new Date(), 0]);
export const next: Date | null = hours.nextChange(new Date());
export const fates = hours.explain('2026-11-24').closings.map(({ fate, other }) => `${fate} ${other ?? ''}`);
export const lengths: number[] = hours.intervals(0, 1).map(({ begins, ends }) => ends.getTime() - begins.getTime());
export const answer: FlowAttributes = contactFlow({}, Directory.fromJson([restaurant, {}]), new Date());
export const national: string = parsePhoneNumber('03-1234-5678').national;

export const chairs = ({ reservations }: DayBook): number =>
  reservations.reduce((all, { party }) => all + party.adults + party.children, 0);

const caller = parseCaller('非通知');
export const shown: string = caller.number === null ? caller.withheld : caller.number.e164;

const listing: Rules = Rules.fromJapanese('17:00～23:00', '月曜');
export const weights: Weight[] = listing.findings.map(({ weight }) => weight);
export const osm: string = `${listing.toOsm()}`;
export const open: boolean = listing.hours({ zone: 'Asia/Tokyo' }).isOpen(Date.now());
// @ts-expect-error: immutable
listing.isComplete = true;

const policy: OutboundCallerPolicy = OutboundCallerPolicy.fromJson({ claimed: [] });
const chosen = policy.choose({ restaurant, callee: '090-1234-5678', queues: ['arn:'] });
export const source: string = chosen.number === null ? chosen.passedOver[0].reason : chosen.source;
/** As `@types/aws-lambda` has what a Lambda answers a flow. */
type FlowResult = { [key: string]: string | null };
export const told: FlowResult[] = [
  contactFlow({}, Directory.fromJson([]), 0),
  outboundWhisper({}, policy, Directory.fromJson([])),
];
export const toldByTalk = (attributes: TalkFlowAttributes): FlowResult => attributes;
export const callerId: string = outboundWhisper({}, policy, Directory.fromJson([])).callerId;
export const queueARN: string = agentConnect({ callee: '090-1234-5678', queue: 'arn:' }).queueARN;
export const request = startOutboundVoiceContact({
  destination: '090-1234-5678',
  instanceId: 'i',
  contactFlowId: 'f',
  source: chosen.number,
});
// @ts-expect-error: there may be no number
chosen.number.length;

export const whatIsWrong = (error: unknown): string =>
  error instanceof DenwabanError ? error.errors.map(({ code, where }) => `${code} ${where}`).join() : '';

// @ts-expect-error: a time is no text
hours.isOpen('2026-11-22');
// @ts-expect-error: hours come from a restaurant
new (hours.constructor as typeof Hours)();
// @ts-expect-error: immutable
restaurant.name = '';
// @ts-expect-error: may be null
status.closesAt.getTime();

export const flowResult: { [key: string]: string | undefined } = contactFlow({}, Directory.fromJson([]), 0);
export const three: Uint8Array = hours.states(new Set([new Date(), 0]));
export const state: Status['state'] = hours.state(0);
export const said: string = hours.say(0) + hours.ssml(0);
export const opens: Date[] = hours.openingsOn('2026-11-24').map(({ begins }) => begins);
export const names: string[] = [...Directory.fromJson([])].map(({ name }) => name);
export const holiday: string | null = hours.status(0).holiday ?? hours.calendar.name('2026-11-23');
export const event: 'answered' | 'contact_gone' | string | null = callEventOf('connected');
