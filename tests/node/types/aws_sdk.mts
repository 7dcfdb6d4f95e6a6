import { StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { startOutboundVoiceContact, type OutboundVoiceContact } from 'denwaban';

export const command = (contact: OutboundVoiceContact): StartOutboundVoiceContactCommand =>
  new StartOutboundVoiceContactCommand(startOutboundVoiceContact(contact));

// @ts-expect-error: it needs somebody to call
startOutboundVoiceContact({ instanceId: 'i', contactFlowId: 'f' });
