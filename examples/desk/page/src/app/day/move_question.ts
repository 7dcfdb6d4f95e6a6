import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { Proposal } from '../api/types.ts';
import { Orders } from '../booking/orders.ts';
import { listed } from '../shared/listed.ts';
import { sayProblem } from '../shared/problems.ts';
import { Question } from '../shared/question.ts';
import { Shortcuts } from '../shared/shortcuts.ts';
import { exceededWords, obstacleWords } from '../shared/words.ts';
import { Day } from './day.ts';
import { movedWords, nameOf } from './reservations.ts';
import type { Move } from './timeline.ts';

/** Whether a party is to be moved: what would come of it, and who would have to move for it, is said before. */
@Component({
  selector: 'desk-move-question',
  imports: [Question],
  template: `
    <desk-question
      [label]="label"
      describedBy="move-verdict"
      [deed]="deed"
      [isPossible]="isPossible()"
      [leaning]="leaning()"
      (yes)="yes.emit()"
      (no)="no.emit()"
    >
      <span>
        {{ nameOf(move().booking) }} {{ move().booking.begin }} {{ move().booking.tables.join('+') }} →
        {{ move().begin }}
        {{ move().table ?? move().booking.tables.join('+') }}
      </span>
      <span id="move-verdict">{{ verdict() }}</span>
    </desk-question>
  `,
})
export class MoveQuestion {
  readonly move = input.required<Move>();
  readonly yes = output();
  readonly no = output();
  readonly #day = inject(Day);
  readonly #orders = inject(Orders);
  protected readonly nameOf = nameOf;
  protected readonly label = $localize`席の変更`;
  protected readonly deed = $localize`動かす`;
  /** What would come of it, or why nobody can say, as soon as that is known. */
  readonly #known = signal<{ proposal: Proposal } | { problem: string } | null>(null);
  readonly #proposal = computed(() => {
    const known = this.#known();
    return known && 'proposal' in known ? known.proposal : null;
  });
  readonly #others = computed(() => {
    const proposal = this.#proposal();
    return proposal?.answer === 'possible' ? proposal.moved : [];
  });
  protected readonly isPossible = computed(() => {
    const answer = this.#proposal()?.answer;
    return answer !== undefined && answer !== 'impossible';
  });
  protected readonly leaning = computed(() => {
    if (!this.#known()) return null;
    return this.isPossible() && this.#others().length === 0 ? 'yes' : 'no';
  });
  protected readonly verdict = computed(() => {
    const known = this.#known();
    return known && 'problem' in known ? known.problem : this.#wordsOf(this.#proposal());
  });
  #tried: Move | null = null;
  #trials = 0;

  constructor() {
    effect(() => {
      const move = this.move();
      this.#day.book();
      untracked(() => void this.#try(move));
    });
    inject(Shortcuts).add({ keys: 'Alt+y', label: '', when: () => this.isPossible(), run: () => this.yes.emit() });
  }
  async #try(move: Move): Promise<void> {
    if (move !== this.#tried) this.#known.set(null);
    this.#tried = move;
    const trying = ++this.#trials;
    const known = await this.#orders.preview(move.booking, move.begin, move.table).then(
      (proposal) => ({ proposal }),
      (error: unknown) => ({ problem: sayProblem(error) }),
    );
    if (trying === this.#trials) this.#known.set(known);
  }
  #wordsOf(proposal: Proposal | null): string {
    if (proposal?.answer === 'impossible')
      return listed([...proposal.limits.map(exceededWords), ...proposal.obstacles.map((one) => obstacleWords[one])]);
    if (proposal?.answer !== 'possible') return '';
    const others = this.#others().map((one) => movedWords(this.#day.book(), one));
    return listed([
      ...proposal.exceeded.map(exceededWords),
      others.length > 0 ? $localize`席の移動: ${listed(others)}:others:` : '',
    ]);
  }
}
