import denwaban from './index.js';

export const {
  version,
  DenwabanError,
  HolidayCalendar,
  Hours,
  Rules,
  Restaurant,
  Directory,
  AgentTimeline,
  ContactHistory,
  readAgentEvent,
  readStreamsSnapshot,
  readContactEvent,
  lifecycle,
  contactFlow,
  parsePhoneNumber,
  parseCaller,
  OutboundCallerPolicy,
  outboundWhisper,
  startOutboundVoiceContact,
  agentConnect,
} = denwaban;
