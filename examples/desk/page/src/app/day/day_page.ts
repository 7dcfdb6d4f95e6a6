import { Component } from '@angular/core';

@Component({ selector: 'desk-day-page', template: '' })
export class DayPage {}
