/** The journey of issue A, as one list: the demo plays it, the end-to-end tests prove it. */
import { approveInPortal, passOnInvitation, seeRequest, sendThroughTrouble, undoSending } from './approver.ts';
import { changeSettings } from './admin.ts';
import { refuseBadInput, saveBooking, seeUsage, showLicence } from './representative.ts';
import { seeUseMoved } from './afterwards.ts';
import type { Scene } from './scene.ts';

export interface Step {
  /** Also the name of its picture. */
  id: string;
  who: string;
  title: string;
  play(scene: Scene): Promise<void>;
}

export const story: readonly Step[] = [
  { id: '1-licence', who: 'Julie', title: 'One button does Annexe 1', play: showLicence },
  { id: '2-use', who: 'Julie', title: 'The licence row and the remaining use per establishment', play: seeUsage },
  { id: '3-refused', who: 'Julie', title: 'Bad input and a conflict are refused in words', play: refuseBadInput },
  { id: '4-saved', who: 'Julie', title: 'The booking is saved with the details block, « À approuver »', play: saveBooking },
  { id: '5-request', who: 'Marc', title: 'The badge shows 1 and the popup lists the request', play: seeRequest },
  { id: '5-approved', who: 'Marc', title: 'He approves in the portal', play: approveInPortal },
  { id: '6-undone', who: 'Marc', title: 'Creating the conference can be undone', play: undoSending },
  { id: '6-created', who: 'Marc', title: 'Sent through a dead companion and a killed worker, exactly once', play: sendThroughTrouble },
  { id: '7-invitation', who: 'Marc', title: 'Join link, invitation, and the requester’s mail', play: passOnInvitation },
  { id: '7-use', who: 'Julie', title: 'The use per establishment has moved', play: seeUseMoved },
  { id: '8-admin', who: 'Sylvie', title: 'The options take effect at once', play: changeSettings },
];
