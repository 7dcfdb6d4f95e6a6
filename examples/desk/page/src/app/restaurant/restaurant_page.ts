import { Component } from '@angular/core';

@Component({ selector: 'desk-restaurant-page', template: '' })
export class RestaurantPage {}
