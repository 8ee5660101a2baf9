import { describe, expect, it } from 'vitest';
import { markInvalid } from '../../../lib/portal/invalid.ts';

describe('a field of the portal that is wrong', () => {
  it.each([[null], ['false'], ['grammar']])('U2 says so, and gives back %s once it is right', (said) => {
    const control = document.createElement('select');
    if (said !== null) control.setAttribute('aria-invalid', said);
    markInvalid(control, true);
    markInvalid(control, true);
    expect(control.getAttribute('aria-invalid')).toBe('true');
    markInvalid(control, false);
    expect(control.getAttribute('aria-invalid')).toBe(said);
  });

  it('S0-14 is left alone when nothing was ever wrong', () => {
    const control = document.createElement('select');
    control.setAttribute('aria-invalid', 'true');
    markInvalid(control, false);
    expect(control.getAttribute('aria-invalid')).toBe('true');
  });
});
