/**
 * Our request bodies against Zoom's own types, by the compiler alone: `tsc` fails when a field has another type than
 * Zoom's, or when Zoom knows no such field. Nothing of rivet is loaded or shipped.
 */
import type {
  MeetingsCreateMeetingRequestBody, MeetingsDeleteMeetingQueryParams, MeetingsUpdateMeetingRequestBody, MeetingsUpdateMeetingStatusRequestBody,
  WebinarsAddPanelistsRequestBody, WebinarsCreateWebinarRequestBody, WebinarsDeleteWebinarQueryParams, WebinarsUpdateWebinarRequestBody,
  WebinarsUpdateWebinarStatusRequestBody,
} from '@zoom/rivet/meetings';
import type { Common } from '../../../companion/zoom/common-body.ts';
import type { MeetingBody, MeetingSettings } from '../../../companion/zoom/meeting-body.ts';
import type { WebinarBody, WebinarSettings } from '../../../companion/zoom/webinar-body.ts';

type Unknown<Ours, Zooms> = Exclude<keyof Ours, keyof Zooms>;
/** Ours must fit into Zoom's, and hold no key that Zoom does not know. */
type Fits<Ours extends Zooms, Zooms> = [Unknown<Ours, Zooms>] extends [never] ? true : Unknown<Ours, Zooms>;
type AllTrue<Checks extends readonly true[]> = Checks;
type Settings<Body extends { settings?: unknown }> = NonNullable<Body['settings']>;

export type RequestTypesFit = AllTrue<[
  Fits<MeetingBody, MeetingsCreateMeetingRequestBody>,
  Fits<MeetingSettings, Settings<MeetingsCreateMeetingRequestBody>>,
  Fits<WebinarBody, WebinarsCreateWebinarRequestBody>,
  Fits<WebinarSettings, Settings<WebinarsCreateWebinarRequestBody>>,
  Fits<Common, MeetingsUpdateMeetingRequestBody>,
  Fits<Common, WebinarsUpdateWebinarRequestBody>,
  Fits<{ action: 'end' }, MeetingsUpdateMeetingStatusRequestBody>,
  Fits<{ action: 'end' }, WebinarsUpdateWebinarStatusRequestBody>,
  Fits<{ panelists: { name: string; email: string }[] }, WebinarsAddPanelistsRequestBody>,
  Fits<{ schedule_for_reminder: false; cancel_meeting_reminder: false }, MeetingsDeleteMeetingQueryParams>,
  Fits<{ cancel_webinar_reminder: false }, WebinarsDeleteWebinarQueryParams>,
]>;

/** The other way round: a key that webinars do not have is found by the same check (Z17). */
// @ts-expect-error Zoom's webinars have no waiting room.
export type WebinarsHaveNoWaitingRoom = AllTrue<[Fits<{ waiting_room: false }, Settings<WebinarsCreateWebinarRequestBody>>]>;
