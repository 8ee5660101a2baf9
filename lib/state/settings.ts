/** Everything an admin sets. Stored as one versioned object; secrets are elsewhere (keys.ts) and never exported. */
import * as z from 'zod/mini';
import { emailAddress, identifier, line, webAddress } from '../contract/primitives.ts';
import { roles } from '../contract/answer.ts';
import { roster } from '../domain/roster.ts';
import { serviceCard } from '../services/card.ts';
import { defaultNotifications, notificationSettings } from './alert-settings.ts';

export const SETTINGS_VERSION = 1;
/** Days that traces of finished work stay in this browser, unless somebody says otherwise (Access Act, s. 73). */
export const KEEP_DAYS = 30;

export const portalSetting = z.lazy(() => z.strictObject({
  id: identifier,
  name: line(120),
  /** Origin, without path: `https://www.irisreservation.ca`. */
  origin: webAddress,
  /** Path of the list that an approver's worker reads; null: found by the content script when first seen. */
  listPath: z.nullable(line(500)),
  enabled: z.boolean(),
}));
export type PortalSetting = z.infer<typeof portalSetting>;

export const settings = z.lazy(() => z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  language: z.enum(['auto', 'fr', 'en']),
  person: z.strictObject({
    name: z.nullable(line(200)),
    email: z.nullable(emailAddress),
    role: z.enum(roles),
    establishmentId: z.nullable(identifier),
  }),
  portals: z.array(portalSetting).check(z.maxLength(20)),
  cards: z.array(serviceCard).check(z.maxLength(50)),
  roster,
  companion: z.strictObject({ address: z.nullable(webAddress) }),
  alerts: z.strictObject({
    /** Minutes between two readings of the portal by the worker. */
    everyMinutes: z.number().check(z.int(), z.minimum(1), z.maximum(120)),
    /** On the desktop, by optional permission; settings of before it existed have none on. */
    notifications: z._default(notificationSettings, defaultNotifications),
  }),
  /** Features of the overlay that were switched off, by id. */
  disabledFeatures: z.array(identifier).check(z.maxLength(50)),
  /** Settings of before it existed keep {@link KEEP_DAYS}. */
  privacy: z.optional(
    z.strictObject({
      /** Days after which traces of finished work are erased from this browser. */
      keepDays: z.number().check(z.int(), z.minimum(1), z.maximum(365)),
    }),
  ),
}));
export type Settings = z.infer<typeof settings>;
