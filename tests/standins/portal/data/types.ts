/** What the portal holds. Independent of Passerelle's own types: a portal does not know its overlay. */

export type PortalStatus = 'approved' | 'cancelled' | 'pending' | 'rejected' | 'toConfirm';
export type BookingsSize = 'none' | 'sample' | 'year';
export type Role = 'representative' | 'approver' | 'admin';

export interface Establishment {
  id: string;
  name: string;
  /** As the names of installations begin. */
  short: string;
}

export interface User {
  /** « Code d'utilisateur IRIS ». */
  code: string;
  password: string;
  name: string;
  email: string;
  phone: string;
  role: Role;
  establishmentId: string;
}

export interface Installation {
  id: string;
  establishmentId: string;
  /** In the tree of « Critères ». */
  treeName: string;
  /** In the heads of the grid: other dashes (portal.md § 3.3). */
  gridName: string;
}

/** « Propriétaire »: what heads a group of resources. */
export interface Owner {
  id: string;
  installationId: string;
  name: string;
}

export interface Resource {
  id: string;
  /** Numéro. */
  number: string;
  ownerId: string;
  /** In the tree. */
  treeName: string;
  /** In the grid, the form and the list. */
  name: string;
  type: string;
  /** Nombre de places; the licence says 1. */
  capacity: number;
  characteristics: readonly string[];
  description: string;
  active: boolean;
  /** Codes of the users who approve it; empty: saved as approved at once. */
  approvers: readonly string[];
}

export interface HistoryLine {
  at: number;
  by: string;
  act: string;
}

export interface NewBooking {
  /** Several with trait T6; the licence when left out. */
  resources?: readonly string[];
  title?: string;
  department?: string;
  comments?: string;
  /** Code of the user who makes it; `representante` when left out. */
  author?: string;
  /** « Demandeur », as typed on the form; the author's when left out. */
  requester?: string;
  email?: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  start: number;
  /** Exclusive. */
  end: number;
  status?: PortalStatus;
}

export interface PortalBooking extends Required<NewBooking> {
  number: string;
  establishmentId: string;
  createdAt: number;
  /** The reason of a cancellation; null when there is none. */
  reason: string | null;
  history: HistoryLine[];
}
