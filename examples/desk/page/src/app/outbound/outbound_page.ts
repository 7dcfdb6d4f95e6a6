import { Component } from '@angular/core';

@Component({ selector: 'desk-outbound-page', template: '' })
export class OutboundPage {}
