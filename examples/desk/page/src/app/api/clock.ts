import { Injectable } from '@angular/core';

/** What time it is by the server, whatever this computer thinks. */
@Injectable({ providedIn: 'root' })
export class Clock {
  #ahead = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#ahead;
  }
  date(): Date {
    return new Date(this.now());
  }
  /** A moment of this computer's clock, by the server's. */
  corrected(at: Date): Date {
    return new Date(at.getTime() + this.#ahead);
  }
  /** The server said what time it is; half of the way there and back is taken off. */
  set(said: string, askedAt: number): void {
    const ahead = Date.parse(said) - (askedAt + Date.now()) / 2;
    if (!Number.isNaN(ahead)) this.#ahead = ahead;
  }
}
