import { Component, computed, input } from '@angular/core';
import { clockOf } from '../shared/minutes.ts';

/** A day of calls by the quarter hour. */
@Component({
  selector: 'desk-calls-picture',
  template: `
    <figure class="panel">
      <figcaption>
        <h2 i18n>本日の電話 {{ calls() }}件</h2>
        <p class="quiet" i18n>最も多い15分: {{ busiest() }}</p>
        <p class="quiet" i18n>うちコンタクトレコードのあるもの {{ recorded() }}件、ほかは受付席の記録による</p>
      </figcaption>
      <svg viewBox="0 0 960 120" role="img" [attr.aria-label]="label()">
        @for (bar of bars(); track bar.x) {
          <rect [attr.x]="bar.x" [attr.y]="100 - bar.height" width="8" [attr.height]="bar.height" />
        }
        @for (hour of hours; track hour) {
          <text [attr.x]="hour * 40" y="116">{{ hour }}</text>
        }
      </svg>
    </figure>
  `,
  styles: `
    figure {
      margin: 0;
    }
    svg {
      width: 100%;
      max-height: 160px;
    }
    rect {
      fill: light-dark(#1f6f82, #7cc4d6);
    }
    text {
      fill: currentColor;
      font-size: 11px;
    }
  `,
})
export class CallsPicture {
  readonly quarters = input.required<readonly number[]>();
  readonly calls = input.required<number>();
  /** Of how many of them Amazon Connect's own records are there. */
  readonly recorded = input.required<number>();
  protected readonly hours = Array.from({ length: 12 }, (_, place) => place * 2);
  protected readonly bars = computed(() => {
    const most = Math.max(4, ...this.quarters());
    return this.quarters().flatMap((count, place) =>
      count ? [{ x: place * 10 + 1, height: (count / most) * 96 }] : [],
    );
  });
  protected readonly busiest = computed(() => {
    const most = Math.max(0, ...this.quarters());
    return most ? `${clockOf(this.quarters().indexOf(most) * 15)} (${most})` : '–';
  });
  protected readonly label = computed(
    () => $localize`15分ごとの電話。計${this.calls()}:count:件、最も多いのは${this.busiest()}:time:`,
  );
}
