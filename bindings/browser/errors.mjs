/** Why an action was not carried out. `code`: failed, timed_out, gone, disposed, not_possible, ambiguous. */
export class AdapterError extends Error {
  constructor(code, message, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AdapterError';
    this.code = code;
  }
}
