/** Which part of the options an address names: `#services/web5000`. Pure. */
import type { IconName } from '../ui/Icon.tsx';

export const sections = ['portal', 'services', 'establishments', 'usage', 'companion', 'alerts', 'person', 'features', 'privacy', 'backup', 'about'] as const;
export type Section = (typeof sections)[number];

export const sectionIcons: Record<Section, IconName> = {
  portal: 'portal',
  services: 'video',
  establishments: 'building',
  usage: 'chart',
  companion: 'server',
  alerts: 'bell',
  person: 'person',
  features: 'switch',
  privacy: 'lock',
  backup: 'download',
  about: 'info',
};

export interface Route {
  section: Section;
  /** The card or establishment that is open. */
  item: string | null;
}

const isSection = (text: string | undefined): text is Section => sections.some((section) => section === text);

/** @param hash with or without `#`; what is not known opens the first section */
export function readRoute(hash: string): Route {
  const [section, item] = hash.replace(/^#/u, '').split('/', 2);
  if (!isSection(section)) return { section: 'portal', item: null };
  return { section, item: item === undefined || item === '' ? null : safely(item) };
}

/** A hand-typed `%` is no reason to fail. */
function safely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const toHash = (section: Section, item?: string): string => `#${section}${item === undefined ? '' : `/${encodeURIComponent(item)}`}`;
