import { describe, expect, it } from 'vitest';
import { overlayEn } from '../../../lib/i18n/overlay.en.ts';
import { overlayFr } from '../../../lib/i18n/overlay.fr.ts';
import { welcomeEn } from '../../../lib/i18n/welcome.en.ts';
import { welcomeFr } from '../../../lib/i18n/welcome.fr.ts';

describe('the same thing has the same words', () => {
  const languages = [['French', welcomeFr, overlayFr], ['English', welcomeEn, overlayEn]] as const;
  it.each(languages)('U7 S0-15 S0-16 S0-17 the practice page asks for the three facts as the portal’s form will, in %s', (_language, welcome, overlay) => {
    expect([welcome.meetingName, welcome.participants, welcome.presenter]).toEqual([overlay.factName, overlay.factParticipants, overlay.factPresenter]);
    expect(welcome.demo_presenter).toBe(overlay.errorPresenterEmpty);
  });
});
