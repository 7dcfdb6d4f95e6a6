import { Component } from '@angular/core';

@Component({ selector: 'desk-follow-ups-page', template: '' })
export class FollowUpsPage {}
