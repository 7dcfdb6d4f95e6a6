import * as rxjs from 'rxjs';
import { AmazonConnectAdapter as Adapter } from './adapter.mjs';

/** With RxJS as the page has it, unless another is passed in. */
export class AmazonConnectAdapter extends Adapter {
  constructor(options) {
    super({ rxjs, ...options });
  }
}
export { contactsOf, emptyDesk, observe } from './desk.mjs';
export { AdapterError } from './errors.mjs';
export { readSnapshot, SnapshotError } from './snapshot.mjs';
