/** One door to Toronto's time: its zone, the periods, what people read and what they write. */
export * from './zone.ts';
export * from './periods.ts';
export * from './time-text.ts';
export * from './dates.ts';
