import type {
  ConversationKept,
  ConversationState,
  GreetedCaller,
  HandedOver,
  HandOverReason,
  HearingNote,
  Hours,
  Meaning,
  Reply,
  Restaurant,
  TalkPolicy,
  Utterance,
} from './index.js';
import type { Ledger, RunOptions } from './ledger.js';

/** Under what words are understood. */
export interface Hearing extends Omit<HearingNote, 'now'> {
  now: Date | number | string;
  /** They decide between 7:00 and 19:00, with their own zone and calendar. */
  hours?: Hours | null;
}

/**
 * What words mean: days, times and whatever else they hold, wants, and a yes or no. Any text means something. Throws for
 * a hearing that can't be read.
 */
export function understand(text: string, hearing: Hearing): Meaning;

/**
 * What Amazon Transcribe has heard of somebody who is still speaking. What `settled` has once given out is never given
 * again nor changed, whatever the recogniser makes of it later: what was read back stays as it was read.
 */
export class LiveTranscript {
  /** Takes a `TranscriptEvent` of a streaming transcription, as text or as an object; its first alternatives count. */
  apply(event: object | string): void;
  /** What is settled since it was asked last, to be heard: up to a stable mark, since 7時 may go on as 7時半. */
  settled(): string;
  /** What is heard beyond that, for who may not wait; it may change. */
  unsettled(): string;
}

/** As it is kept between two turns, in the core's words. Only `TalkDesk` changes it. */
export interface KeptConversation {
  id: string;
  state: ConversationState;
  [member: string]: unknown;
}
/** What is said next, and after which conversation. */
export interface TalkTurn extends Reply {
  conversation: KeptConversation;
  /** Where a human takes over. */
  handOver: HandedOver | null;
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
  /** Keeps a conversation in the ledger between two turns, for an hour, for whoever has no place for it. */
  keep(conversation: KeptConversation, now: Date | number): Promise<ConversationKept>;
  /** A conversation as it was kept last; null where it never was, or is gone. */
  kept(id: string): Promise<KeptConversation | null>;
  /**
   * Answers what Lex V2 sends to a code hook: what to say and how to listen, and the conversation among the session's
   * attributes, or in the ledger for an hour where they have no room for it. It is greeted where nobody has spoken yet. Once it is over, the attribute `next` is `end` or `queue`.
   */
  hearLex(event: object | string, now: Date | number): Promise<LexResponse>;
  /**
   * The same for a contact flow without a bot: its parameter `input` is what "Store customer input" took, and the flow
   * keeps the answer's `denwaban` as an attribute of the contact.
   */
  hearFlow(event: object | string, now: Date | number): Promise<TalkFlowAttributes>;
}
