import * as rxjs from 'rxjs';
import {
  AdapterError,
  AmazonConnectAdapter,
  emptyDesk,
  observe,
  readSnapshot,
  type AdapterErrorCode,
  type Call,
  type Streams,
} from 'denwaban/adapter';

declare const connect: Streams;

const adapter = new AmazonConnectAdapter({
  connect,
  rxjs,
  timeout: 5000,
  zone: { run: (act) => act(), runOutsideAngular: (act) => act() },
});
adapter.callStatus$.subscribe((status) => {
  if (status.state === 'idle') return;
  const number: string | null = status.number;
  const spoken: number = status.contact.times.talking;
  void [number, spoken];
});
adapter.agentStatus$.pipe(rxjs.map(({ since }) => since.getTime())).subscribe();
adapter.durations$.subscribe(({ contacts }) => contacts.map(({ duration }) => duration + 1));
const call: Call = await adapter.dial('+81312345678', { queueARN: 'arn' });
await adapter.transfer({ type: 'queue', name: '支店' }, { contactId: call.contactId, stay: true });
await adapter.setState('休憩', { enqueue: true });
try {
  await adapter.hangUp({ connectionId: 'p' });
} catch (error) {
  if (error instanceof AdapterError) {
    const code: AdapterErrorCode = error.code;
    void code;
  }
}
new AmazonConnectAdapter({ workspace: { agent: {}, contact: {}, voice: {} }, rxjs }).dispose();
// @ts-expect-error It needs streams or the workspace.
void new AmazonConnectAdapter({ rxjs });
await adapter.hold({ party: 'agent', contactId: call.contactId });
adapter.health$.subscribe(({ state, lastHeardAt }) => state === 'stale' && lastHeardAt?.getTime());
adapter.health$.subscribe(({ region, failover }) => (failover?.stage === 'pending' ? failover.to : region)?.length);
export const shared: boolean = call.screenShared;
export const language: string | null = call.contact.language;
// @ts-expect-error A failover that is over is none.
adapter.health$.subscribe(({ failover }) => failover?.stage === 'completed');
// @ts-expect-error An action takes no such option.
void adapter.accept({ contact: 'c1' });
const { desk, notices } = observe(emptyDesk, readSnapshot({}));
for (const notice of notices) if (notice.about === 'contact') void notice.times.held;
void desk.state;
adapter.dispose();
