/** The operations of zoom.md § 1.2 that only one family has, and all of them together. */
import { isLive, joinLink, zoomTime } from './conference.ts';
import { family } from './family.ts';
import { settingsView, userView } from './hosts.ts';
import type { Operation, Surroundings } from './operation.ts';
import { refuse, type Answer } from './refusal.ts';

const done: Answer = { status: 204 };

const onlyMeetings = ({ account, url }: Surroundings): Operation[] => [
  { name: 'meetingInvitation', method: 'GET', path: '/meetings/:id/invitation', label: 'light', scope: 'meeting:read:invitation:admin',
    answer: (call) => {
      const meeting = account.get('meeting', call.param('id'));
      const when = meeting.start === null ? '' : `Time: ${zoomTime(meeting.start)}\r\n`;
      return { status: 200, body: { invitation: `${meeting.host.firstName} is inviting you to a scheduled Zoom meeting.\r\n\r\nTopic: ${meeting.topic}\r\n${when}\r\nJoin Zoom Meeting\r\n${joinLink(meeting, url())}\r\n\r\nMeeting ID: ${meeting.id}\r\nPasscode: ${meeting.passcode}\r\n` } };
    } },
  { name: 'recordingGet', method: 'GET', path: '/meetings/:id/recordings', label: 'light', scope: 'cloud_recording:read:list_recording_files:admin',
    answer: (call) => {
      const id = decodeURIComponent(call.param('id'));
      const recorded = account.conferences.find((conference) => conference.recording !== undefined && (conference.uuid === id || String(conference.id) === id));
      if (recorded?.recording === undefined) throw refuse.noRecording();
      return { status: 200, body: { uuid: recorded.uuid, id: recorded.id, topic: recorded.topic, share_url: `${url()}/rec/share/${recorded.recording.key}`, password: recorded.recording.passcode, recording_files: [] } };
    } },
  { name: 'pastMeetingDetails', method: 'GET', path: '/past_meetings/:id', label: 'light', scope: 'meeting:read:past_meeting:admin',
    answer: (call) => {
      const id = decodeURIComponent(call.param('id'));
      const meeting = account.conferences.find((conference) => conference.kind === 'meeting' && conference.endedAt !== null && (conference.uuid === id || String(conference.id) === id));
      if (meeting === undefined) throw refuse.noSuchConference('meeting', id);
      return { status: 200, body: {
        id: meeting.id, uuid: meeting.uuid, host_id: meeting.host.id, topic: meeting.topic, type: meeting.type,
        start_time: zoomTime(meeting.startedAt ?? 0), end_time: zoomTime(meeting.endedAt ?? 0),
        participants_count: new Set(meeting.stays.map(({ name, email }) => email || name)).size,
      } };
    } },
  { name: 'inMeetingControl', method: 'PATCH', path: '/live_meetings/:id/events', label: 'medium', scope: 'meeting:update:in_meeting_controls:admin',
    answer: (call) => {
      if (!isLive(account.get('meeting', call.param('id')))) throw refuse.notStarted(call.param('id'));
      const method = String((call.body as { method?: unknown } | null)?.method);
      // Nothing here mutes anybody: Zoom has no such method (zoom.md § 0.2).
      if (!/^(?:recording\.(?:start|stop|pause|resume)|participant\.invite(?:\.\w+)?|waiting_room\.update)$/u.test(method)) throw refuse.invalidFields([{ field: 'method', message: 'Invalid field.' }]);
      return { status: 202 };
    } },
];

const onlyWebinars = ({ account, url }: Surroundings): Operation[] => [
  { name: 'webinarPanelistCreate', method: 'POST', path: '/webinars/:id/panelists', label: 'medium', scope: 'webinar:write:panelist:admin', write: true,
    answer: (call) => ({ status: 201, body: { id: String(account.addPanelists(call.param('id'), call.body).id), updated_at: zoomTime(account.now()) } }) },
  { name: 'webinarPanelists', method: 'GET', path: '/webinars/:id/panelists', label: 'medium', scope: 'webinar:read:list_panelists:admin',
    answer: (call) => {
      const webinar = account.get('webinar', call.param('id'));
      return { status: 200, body: { total_records: webinar.panelists.length, panelists: webinar.panelists.map((panelist) => ({ ...panelist, join_url: `${url()}/w/${webinar.id}?tk=${panelist.id}` })) } };
    } },
  { name: 'webinarPanelistsDelete', method: 'DELETE', path: '/webinars/:id/panelists', label: 'light', scope: 'webinar:delete:panelist:admin', write: true,
    answer: (call) => {
      account.get('webinar', call.param('id')).panelists = [];
      return done;
    } },
  { name: 'webinarPanelistDelete', method: 'DELETE', path: '/webinars/:id/panelists/:panelistId', label: 'light', scope: 'webinar:delete:panelist:admin', write: true,
    answer: (call) => {
      const webinar = account.get('webinar', call.param('id'));
      webinar.panelists = webinar.panelists.filter(({ id }) => id !== call.param('panelistId'));
      return done;
    } },
];

const users = ({ account }: Surroundings): Operation[] => [
  { name: 'user', method: 'GET', path: '/users/:userId', label: 'light', scope: 'user:read:user:admin', answer: (call) => ({ status: 200, body: userView(account.host(call.param('userId')), account.id) }) },
  { name: 'userUpdate', method: 'PATCH', path: '/users/:userId', label: 'light', scope: 'user:update:user:admin', write: true,
    answer: (call) => {
      const host = account.host(call.param('userId'));
      const key = (call.body as { host_key?: unknown } | null)?.host_key;
      if (typeof key !== 'string' || !/^\d{6,10}$/u.test(key)) throw refuse.invalidFields([{ field: 'host_key', message: 'Invalid field.' }]);
      host.hostKey = key;
      return done;
    } },
  { name: 'userSettings', method: 'GET', path: '/users/:userId/settings', label: 'medium', scope: 'user:read:settings:admin', answer: (call) => ({ status: 200, body: settingsView(account.host(call.param('userId')), call.query.get('option')) }) },
];

export const createOperations = (around: Surroundings): Operation[] => [
  ...users(around), ...family('meeting', around), ...family('webinar', around), ...onlyMeetings(around), ...onlyWebinars(around),
];
