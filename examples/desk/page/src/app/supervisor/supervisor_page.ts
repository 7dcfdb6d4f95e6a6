import { Component } from '@angular/core';

@Component({ selector: 'desk-supervisor-page', template: '' })
export class SupervisorPage {}
