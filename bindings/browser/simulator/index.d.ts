/** The global `connect` of amazon-connect-streams. */
export type Streams = object;

/** How a contact comes: `monitor` is another agent's call, for a supervisor; `callback` rings at the agent first. */
export type ContactKind =
  'inbound' | 'transfer' | 'outbound' | 'callback' | 'customer_first' | 'monitor' | 'chat' | 'task';
export type ContactState = 'incoming' | 'connecting' | 'connected' | 'paused' | 'ended' | 'error';
export type LegState = 'init' | 'connecting' | 'connected' | 'hold' | 'disconnected' | 'silent_monitor' | 'barge';

/** Who calls, and what they want: data, so that it outlives a refresh. */
export interface Guest {
  language: 'ja' | 'en';
  /** Which of the ways of saying a thing is theirs first. */
  manner?: number;
  goal: 'book' | 'change' | 'cancel' | 'ask_hours' | 'ask' | 'late' | 'lost';
  name: string;
  /** How many, children among them. */
  party?: number;
  children?: number;
  /** In words, as they would say it. */
  date?: string;
  /** `19:30`. */
  time?: string;
  /** How many minutes from it an offer may be. */
  flexible?: number;
  /** E.164; without it, the number they call from. */
  phone?: string;
  /** In words, where they are asked for them. */
  needs?: string;
  allergies?: string;
  /** What they want to know, in words. */
  asks?: string;
  /** What they have said so far. */
  told?: string[];
  count?: number;
}
/** What a guest says next, if anything, and whether they hang up after it. */
export interface Heard {
  guest: Guest;
  says: string | null;
  hangsUp: boolean;
}

/** A contact as it begins. */
export interface Ring {
  kind?: ContactKind;
  /** Unless given, it is made of the series and a count. */
  id?: string;
  /** E.164; null where it is withheld. */
  number?: string | null;
  /** The number that was dialled, E.164. */
  dialled?: string | null;
  /** Its name or ARN; the first of the profile where none is given. */
  queue?: string;
  attributes?: Record<string, string>;
  autoAccept?: boolean;
  /** How long it rings at the agent, in milliseconds. */
  ringsFor?: number;
  guest?: Guest | null;
}
/** A caller who comes to the queue, and how long they wait, in milliseconds. */
export interface Caller extends Ring {
  patience?: number;
}
/** A caller of a scenario: `after` so many milliseconds from its beginning. */
export interface ScriptedCaller extends Caller {
  after: number;
}

export interface Leg {
  id: string;
  type: 'agent' | 'inbound' | 'outbound' | 'monitoring';
  initial: boolean;
  state: LegState;
  since: number;
  number: string | null;
  name: string | null;
  muted: boolean;
}
export interface SaidLine {
  contact: string;
  who: 'guest' | 'agent';
  text: string;
  /** Milliseconds since 1970. */
  at: number;
}
export interface Contact {
  id: string;
  kind: ContactKind;
  state: ContactState;
  since: number;
  number: string | null;
  dialled: string | null;
  attributes: Record<string, string>;
  guest: Guest | null;
  said: Omit<SaidLine, 'contact'>[];
  /** Why it came to nothing, as the agent's status is then. */
  trouble: string | null;
  legs: Leg[];
}
export interface AgentStateOfProfile {
  name: string;
  type: 'routable' | 'not_routable' | 'offline';
  agentStateARN: string;
}
export interface QueueOfProfile {
  name: string;
  queueARN: string;
  queueId: string;
}
export interface QuickConnect {
  name: string;
  type: 'agent' | 'queue' | 'phone_number';
  endpointARN: string;
  phoneNumber?: string;
  agentLogin?: string;
}
export interface Profile {
  name: string;
  username: string;
  agentARN: string;
  agentStates: AgentStateOfProfile[];
  routingProfile: { name: string; routingProfileId: string };
  queues: QueueOfProfile[];
  quickConnects: QuickConnect[];
}
/** Times in milliseconds. */
export interface Settings {
  /** How long a request is on its way, and then how long until a snapshot shows what came of it. */
  acknowledged: number;
  settled: number;
  ringsFor: number;
  answersAfter: number;
  /** How long after-contact work may last; null: until it is completed. */
  afterContactWork: number | null;
  autoAccept: boolean;
  /** Up to six parties, instead of three. */
  manyParties: boolean;
  /** How long a guest thinks before they speak. */
  thinks: number;
}
/** What happens where a number, or a quick connect by its name, is called; `after` in milliseconds. */
export interface Line {
  does?: 'answers' | 'engaged' | 'invalid' | 'silent';
  after?: number;
}
/** The centre, a value of JSON. */
export interface Centre {
  profile: Profile;
  settings: Settings;
  series: string;
  lines: Record<string, Line>;
  chosen: AgentStateOfProfile & { since: number };
  next: (AgentStateOfProfile & { since: number }) | null;
  status: { name: string; type: string; agentStateARN: string | null; since: number };
  contacts: Contact[];
  waiting: (Caller & { since: number; until: number })[];
  /** Those of the scenario who are still to call; null before it. */
  coming: (ScriptedCaller & { place: number })[] | null;
  due: { at: number; event: CentreEvent }[];
  born: number;
  microphoneOff: boolean;
  secondWindow: boolean;
}
export type CentreEvent =
  | { type: 'rings'; given: Ring }
  | { type: 'arrives'; given: Caller }
  | { type: 'scripted'; callers: ScriptedCaller[]; speed: number }
  | { type: 'comes'; place?: number }
  | { type: 'asked' | 'taken'; method: string; params: Record<string, unknown> }
  | { type: 'microphone'; off: boolean }
  | { type: 'second_window'; open: boolean }
  | { type: 'sets'; settings?: Partial<Settings>; lines?: Record<string, Line>; profile?: Partial<Profile> }
  | { type: 'leaves_all' }
  | { type: 'rung_out' | 'customer_leaves' | 'work_over' | 'supervisor_leaves' | 'guest_opens'; id: string }
  | { type: 'party_answers' | 'party_leaves'; id: string; leg: string }
  | { type: 'party_fails'; id: string; leg: string; trouble: string }
  | { type: 'supervisor_joins'; id: string; mode: 'silent_monitor' | 'barge' }
  | { type: 'agent_says' | 'guest_says'; id: string; text: string };
export type Notice =
  | ({ type: 'said' } & SaidLine)
  | { type: 'abandoned'; number: string | null; waited: number; at: number }
  | { type: 'microphone'; off: boolean }
  /** A request was taken, and nothing came of it: things had changed meanwhile. */
  | { type: 'void'; method: string; at: number };
export type Answer =
  { success: object; failure?: undefined } | { success?: undefined; failure: { type: string; message: string } };

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back after so many milliseconds; gives what cancels it. */
  schedule(callback: () => void, milliseconds: number): () => void;
}
/** A clock that goes only when it is told to. */
export interface FakeClock extends Clock {
  pass(milliseconds: number): void;
  /** How many wait. */
  waiting(): number;
}
/** What keeps the centre through a refresh. */
export interface Keep {
  load(): Centre | null;
  save(centre: Centre): void;
  forget(): void;
  watch?(changed: (centre: Centre) => void): () => void;
}
export interface SimulateOptions {
  /** Without it, nobody but the agent workspace's clients is answered. */
  connect?: Streams;
  /** The browser's where none is given. */
  clock?: Clock;
  keep?: Keep | null;
  /** By how many milliseconds Amazon Connect's clock is before the page's. */
  skew?: number;
  agent?: Partial<Profile>;
  settings?: Partial<Settings>;
  lines?: Record<string, Line>;
  /** The first eight digits of every contact's id; at random where none are given. */
  series?: string;
}

/** A connection of the agent workspace, as its clients take it. */
export interface Workspace {
  /** @amazon-connect/core has it as a class with a private side, which nothing else can be. */
  readonly context: any;
}

/** A contact in hand. */
export interface SimulatedContact {
  id: string;
  /** Null once it is gone. */
  get(): Contact | null;
  customerHangsUp(): void;
  /** `leg`: its id. */
  partyHangsUp(leg: string): void;
  supervisorJoins(mode?: 'silent_monitor' | 'barge'): void;
  supervisorLeaves(): void;
  /** The agent says something in text, which the guest answers. */
  hear(text: string): void;
  /** The guest says something of themselves. */
  says(text: string): void;
}
export interface SimulatedConnect {
  /** A contact rings at the agent, whatever they are doing. */
  ring(given?: Ring): SimulatedContact;
  /** A caller comes to the queue, and is put through when the agent is free. */
  arrive(given: Caller): void;
  contact(id: string): SimulatedContact;
  /** The agent says something in text in a contact. */
  hear(contact: string, text: string): void;
  /**
   * The callers of a scenario come by themselves, `speed` times as fast; at 0, only by `next`. One that has begun goes on,
   * also through a refresh, and is not begun again.
   */
  script(callers: readonly ScriptedCaller[], options?: { speed?: number }): void;
  /** The next caller of the scenario comes at once; false where there is none left. */
  next(): boolean;
  set(what: { settings?: Partial<Settings>; lines?: Record<string, Line>; profile?: Partial<Profile> }): void;
  lose(): void;
  recover(): void;
  signOut(): void;
  signIn(): void;
  /** Another window is opened, which Amazon Connect refuses; gives what closes it. */
  secondTab(): () => void;
  skew(milliseconds: number): void;
  /** Streams is ended and begun again. */
  restart(): void;
  readonly centre: Centre;
  /** What `AgentClient`, `ContactClient` and `VoiceClient` of @amazon-connect are made with. */
  readonly workspace: Workspace;
  /** How many listen on streams' bus. */
  listeners(): number;
  on(listener: (notice: Notice) => void): () => void;
  /** All that is said, and was said in the contacts that are there. */
  said(listener: (line: SaidLine) => void): () => void;
  /** The next page begins with an empty centre. */
  forget(): void;
  dispose(): void;
}

/** An Amazon Connect of one agent behind `connect`, in place of `connect.core.initCCP`. */
export declare const simulateConnect: (options: SimulateOptions) => SimulatedConnect;
/** `storage`: sessionStorage outlives a refresh; localStorage is shared with other tabs, too. */
export declare const keepIn: (storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, events?: object) => Keep;
export declare const realClock: Clock;
export declare const makeClock: (start?: number) => FakeClock;

// The inside: a value, and what becomes of it.

export declare const usualProfile: Profile;
export declare const usualSettings: Settings;
export declare const emptyCentre: (
  options: Pick<SimulateOptions, 'settings' | 'lines' | 'series'> & { profile?: Partial<Profile> },
  at: number,
) => Centre;
/** What an event makes of the centre, and makes known; of what is `asked`, also the answer. */
export declare const step: (
  centre: Centre,
  event: CentreEvent,
  at: number,
) => { state: Centre; notices: Notice[]; answer?: Answer };
/** The centre at `until`, after all that was due before. */
export declare const advance: (centre: Centre, until: number) => { state: Centre; notices: Notice[] };
/** What the agent workspace's clients are told of what has become of the centre: topics, and what of them. */
export declare const newsOf: (before: Centre, after: Centre) => [topic: string, data: object][];
/** When something is due next; null where nothing is. */
export declare const nextAt: (centre: Centre) => number | null;
/** The centre as the update that streams' worker sends. */
export declare const showCentre: (
  centre: Centre,
  now: number,
  skew?: number,
) => { configuration: object; snapshot: object };

/** Streams with something else than Amazon Connect behind it. */
export interface Provided {
  begin(): void;
  end(): void;
  update(shown: object): void;
  microphone(isOff: boolean): void;
  /** An event on streams' bus, by its name. */
  trigger(event: string, data?: object): void;
  listeners(): number;
}
export interface StreamsCallbacks {
  success?(data: object): void;
  failure?(error: unknown, data?: unknown): void;
}
export declare const provide: (
  connect: Streams,
  handlers: {
    asked(method: string, params: Record<string, unknown>, callbacks: StreamsCallbacks): void;
    muted(isOff: boolean): void;
  },
) => Provided;

/** With what a guest comes. */
export declare const opens: (guest: Guest) => Heard;
/** What a guest answers to what an agent says. */
export declare const hear: (guest: Guest, text: string) => Heard;
