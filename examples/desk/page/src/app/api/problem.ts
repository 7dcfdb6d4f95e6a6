/** What the server refuses, and why: RFC 9457 with the library's words. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly place: string;
  readonly errors: readonly { code: string; message: string; place: string }[];
  constructor(status: number, said: { code?: string; message?: string; place?: string; errors?: Problem['errors'] }) {
    super(said.message ?? '');
    this.code = said.code ?? 'failed';
    this.status = status;
    this.place = said.place ?? '';
    this.errors = said.errors ?? [{ code: this.code, message: this.message, place: this.place }];
  }
}

/** The server did not answer; the same may be asked again. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof Problem && [502, 503, 504].includes(error.status));
/** It did not, or was asked too often: it may go well later. */
export const mayPass = (error: unknown): boolean =>
  isUnreachable(error) || (error instanceof Problem && error.status === 429);
export const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
