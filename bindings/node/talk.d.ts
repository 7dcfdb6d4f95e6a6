import type { Decider, HandOverReason, Hours, Intent, Question, Restaurant, SlotKind } from './index.js';
import type { Ledger, RunOptions } from './ledger.js';

/** Bytes of the text as UTF-8. */
export interface SpokenRange {
  begin: number;
  end: number;
}
/** What some words say: every reading that stands, the likelier first. One is certain. */
export interface Heard<T> {
  readings: T[];
  words?: SpokenRange;
  precision?: 'about';
  /** While there are several readings. */
  decider?: Decider;
}
export type TimeWish =
  | { at: string }
  | { between: { from?: string; until?: string } }
  | { part: 'opening' | 'closing' | 'morning' | 'lunch' | 'afternoon' | 'evening' | 'night' | 'early' | 'late' };
export type PartyWish =
  | { party: { adults?: number; children?: number; infants?: number; strollers?: number } }
  | { change: { adults?: number; children?: number; infants?: number } };
/** What was said of a booking. */
export interface SpokenSlots {
  day?: Heard<string>;
  time?: Heard<TimeWish>;
  party?: Heard<PartyWish>;
  /** `kana` is missing where the reading is not known. */
  name?: Heard<{ kana?: string; written?: string }>;
  /** E.164 */
  phone?: Heard<string>;
  /** Of a telephone number that is no whole one yet. */
  digits?: Heard<string>;
  needs?: { need: string; wanted?: 'asked' | 'unwanted'; words?: SpokenRange }[];
  allergies?: { what?: string; wanted?: 'asked' | 'unwanted'; words?: SpokenRange }[];
  course?: Heard<{ seat_only: true } | { named: string }>;
  occasion?: Heard<string>;
  /** Yen, for each unless it says `all`. */
  budget?: Heard<{ least?: number; most?: number; of?: 'all' }>;
}
/** What somebody said, as far as the words say it: docs/talk.md. */
export interface Meaning {
  /** The strongest first. */
  intents: { intent: Intent; words?: SpokenRange }[];
  polarity: 'none' | 'yes' | 'no' | 'unclear';
  slots: SpokenSlots;
  /** Of which a value was taken back. */
  corrected: SlotKind[];
  /** Words with a figure in them that were not understood. */
  unread: SpokenRange[];
  /** Of the booking that is to be changed, cancelled or told of. */
  booked_day?: Heard<string>;
  /** Of the same booking. */
  booked_time?: Heard<TimeWish>;
}
/** Under what words are understood. */
export interface Hearing {
  now: Date | number | string;
  /** Of callers, where no hours are known; Asia/Tokyo */
  zone?: string;
  asked?: Question;
  /** What was heard so far. */
  known?: SpokenSlots;
  /** They decide between 7:00 and 19:00, with their own zone and calendar. */
  hours?: Hours | null;
  /** The times of an offer. */
  offered?: string[];
  /** The restaurant's names for them. */
  courses?: string[];
}

/**
 * What words mean: days, times and whatever else they hold, wants, and a yes or no. Any text means something. Throws for
 * a hearing that can't be read.
 */
export function understand(text: string, hearing: Hearing): Meaning;

/** Something to say: as one writes it, and as a whole document for Amazon Polly. */
export interface Spoken {
  text: string;
  ssml: string;
}
/** What to listen for. */
export interface Listening {
  asked: Question | null;
  /** Words that a recogniser should expect. */
  hints: string[];
  /** Keys that are taken in place of speech: how many figures, and the key that ends. */
  keypad: { most: number; end: string } | null;
  barge_in: 'allowed' | 'refused';
}
/** Where a caller's voice is streamed: of Kinesis Video, and the number of the fragment in which they begin. */
export interface VoiceStream {
  arn: string;
  fragment?: string;
}
/** What the agent sees who takes a conversation over. */
export interface HandedOver {
  purpose: 'book' | 'change' | 'cancel' | 'tell' | 'lost_property' | 'late_arrival' | null;
  reason: HandOverReason | null;
  /** A number as E.164, or why there is none. */
  caller: string;
  heard: { slot: SlotKind; value: string; words: string }[];
  message: string;
  held: { date: string; booking: string; until: string }[];
  unanswered: string[];
  lines: { who: 'caller' | 'machine'; text: string }[];
  /** In which the caller can be heard again, where the flow streams their voice. */
  stream?: VoiceStream;
  /** The same in lines. */
  notes: string;
}
/** As it is kept between two turns, in the core's words. Only `TalkDesk` changes it. */
export interface KeptConversation {
  id: string;
  state:
    | 'opened'
    | 'asking'
    | 'looking_up'
    | 'offering'
    | 'holding'
    | 'confirming'
    | 'letting_go'
    | 'acting'
    | 'closing'
    | 'handed_over'
    | 'ended';
  [member: string]: unknown;
}
/** What is said next, and after which conversation. */
export interface TalkTurn {
  conversation: KeptConversation;
  say: Spoken;
  /** Null where the conversation is over. */
  listen: Listening | null;
  /** Where a human takes over. */
  handOver: HandedOver | null;
}
/** How a restaurant lets a machine speak for it: docs/conversation.md. What is left out is as by default. */
export interface TalkPolicy {
  /** Of Amazon Polly. */
  voice?: string;
  manner?: 'formal' | 'friendly';
  barge_in?: 'allowed' | 'refused';
  /** What is asked for beside day, time and party, in this order: `name` and `phone`. */
  asked?: readonly SlotKind[];
  /** What is offered where what was wanted is full, the dearest first. */
  offered?: readonly ('earlier' | 'later' | 'split' | 'other_seat' | 'other_day')[];
  /** At once: 2. */
  most_offers?: number;
  /** How far around the day others are looked at: 1. */
  other_days?: number;
  /** How firm what the machine takes is. */
  terms?: 'confirmed' | 'requested';
  /** Seconds that a table is held for while it is read back: 300. */
  hold?: number;
  /** In chairs, 8; a human takes more. */
  largest_party?: number;
  /** 2; a human takes more. */
  most_allergies?: number;
  /** What may be written down without asking the kitchen; anything, if it is empty. */
  known_allergies?: readonly string[];
  /** Of the caller: 30. */
  most_turns?: number;
  /** Commands that the book refuses: 3. */
  most_failures?: number;
  /** Names of courses. */
  courses?: readonly string[];
  /** What is said to questions about directions, parking and the like. */
  answers?: Partial<Record<Intent, string>>;
  /** Under which code of the catalogue messages are taken; else a human takes them. */
  messages?: Partial<Record<Intent, string>>;
}
/** Who calls. */
export interface GreetedCaller {
  /** Of the contact or the chat; no two have the same. */
  id: string;
  /** In any form, or what a telephone system says where it shows none; not given, if it is left out. */
  caller?: string;
  language?: 'japanese' | 'english';
  stream?: VoiceStream;
}
/** What the caller said, or keyed. */
export interface Utterance {
  /** Of the turn: the same again is answered as before. */
  id?: string;
  text?: string;
  /** `1930#`; they are what counts, if there are any. */
  keys?: string;
}

/** What a code hook of Lex V2 answers. */
export interface LexResponse {
  sessionState: {
    dialogAction: { type: 'ElicitIntent' | 'Close' };
    /** Where it is closed. */
    intent?: { name: string; state: 'Fulfilled' | 'Failed' };
    runtimeHints?: { slotHints: Record<string, Record<string, { runtimeHintValues: { phrase: string }[] }>> };
    /** `next`, and where a human takes over, `handOver` and `notes`. */
    sessionAttributes: Record<string, string>;
  };
  messages: { contentType: 'SSML' | 'PlainText'; content: string }[];
}
/** What a contact flow is told of a conversation. */
export type TalkFlowAttributes = {
  next: 'listen' | 'end' | 'queue';
  say: string;
  ssml: string;
  /** Why a human takes over, or empty. */
  handOver: HandOverReason | '';
  /** For the agent who does. */
  notes: string;
  /** The conversation, for the flow to keep. */
  denwaban: string;
};

/**
 * Holds a restaurant's conversations upon a ledger that keeps its books: what a conversation wants to know is asked
 * there, what it decides is done there under its own request keys, so that a turn that comes twice books once. What the
 * ledger can't tell hands over to a human. Whoever calls keeps the conversation between two turns.
 */
export class TalkDesk {
  /** `humans`: when somebody can take over; always, if it is left out. */
  constructor(
    ledger: Ledger,
    restaurant: Restaurant,
    options?: RunOptions & {
      policy?: TalkPolicy;
      humans?: Hours | null;
      /** Told, and awaited, where `hearLex` or `hearFlow` has a human take over: before that is answered. */
      handedOver?: (heard: HandedOver) => unknown;
    },
  );
  /** A call is answered. */
  greet(caller: GreetedCaller, now: Date | number): TalkTurn;
  /** Understands what is said, and answers it. */
  hear(conversation: KeptConversation | string, said: Utterance, now: Date | number): Promise<TalkTurn>;
  /**
   * Answers what Lex V2 sends to a code hook: what to say and how to listen, and the conversation among the session's
   * attributes. It is greeted where nobody has spoken yet. Once it is over, the attribute `next` is `end` or `queue`.
   */
  hearLex(event: object | string, now: Date | number): Promise<LexResponse>;
  /**
   * The same for a contact flow without a bot: its parameter `input` is what "Store customer input" took, and the flow
   * keeps the answer's `denwaban` as an attribute of the contact.
   */
  hearFlow(event: object | string, now: Date | number): Promise<TalkFlowAttributes>;
}
