import { Component } from '@angular/core';
import { BookingPanel } from '../booking/booking_panel.ts';
import { Caller } from '../call/caller.ts';
import { Conversation } from '../call/conversation.ts';
import { Evening } from '../day/evening.ts';
import { WrapUp } from '../wrapup/wrap_up.ts';

/** A call from its first ring to the end of its wrap-up. */
@Component({
  selector: 'desk-desk-page',
  imports: [BookingPanel, Caller, Conversation, Evening, WrapUp],
  template: `
    <h1 class="seen-by-readers" i18n>電話</h1>
    <div class="columns">
      <div class="stack">
        <desk-caller />
        <desk-conversation />
      </div>
      <div class="stack">
        <desk-booking-panel />
        <desk-evening />
      </div>
      <desk-wrap-up />
    </div>
  `,
  styles: `
    .columns {
      display: grid;
      grid-template-columns: minmax(260px, 1fr) minmax(420px, 2.2fr) minmax(260px, 1fr);
      gap: 10px;
      align-items: start;
    }
    .columns > * {
      min-width: 0;
    }
    @media (max-width: 1000px) {
      .columns {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class DeskPage {}
