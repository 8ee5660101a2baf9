/** Own line drawings on a 20 × 20 grid; always next to a text, hence hidden from assistive tools. */
const shapes = {
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 9v5M10 6v.4',
  success: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M6.5 10.3l2.4 2.4l4.7-5.2',
  warning: 'M10 2.8L18 17H2zM10 8v4.2M10 14.5v.3',
  error: 'M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9zM10 6v5M10 13.6v.4',
  check: 'M4 10.5l4 4l8-9',
  close: 'M5 5l10 10M15 5L5 15',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  chevron: 'M7.5 4.5L13 10l-5.5 5.5',
  add: 'M10 4v12M4 10h12',
  remove: 'M4 6h12M8 6V3.8h4V6M5.6 6l.7 10.5h7.4L14.4 6M8.4 9v5M11.6 9v5',
  restore: 'M4.2 8.3A6.3 6.3 0 1 1 4 12.4M4 4v4.5h4.5',
  download: 'M10 3v9M6 8.5l4 4l4-4M3.5 16.5h13',
  upload: 'M10 13V4M6 7.5l4-4l4 4M3.5 16.5h13',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4',
  search: 'M8.7 3.2a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M12.8 12.8l4 4',
  refresh: 'M16 9A6.2 6.2 0 0 0 4.6 7M4 11a6.2 6.2 0 0 0 11.4 2M4.3 3.2V7H8M15.7 16.8V13H12',
  link: 'M8.5 11.5l3-3M9.5 6.5l2-2a2.8 2.8 0 0 1 4 4l-2 2M10.5 13.5l-2 2a2.8 2.8 0 0 1-4-4l2-2',
  external: 'M11.5 3.5h5v5M16.5 3.5L9 11M14 11.5v5H3.5V6h5',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 5.8V10l3 2',
  person: 'M10 3a3.4 3.4 0 1 0 0 6.8A3.4 3.4 0 1 0 10 3M3.5 17c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5',
  building: 'M4 17.5V3h8v14.5M12 8h4.5v9.5M2.5 17.5h15.2M7 6.5h2M7 9.7h2M7 12.9h2',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  video: 'M2.5 5.5h10.5v9H2.5zM13 9l4.5-2.5v7L13 11z',
  key: 'M6.5 7.2a3.3 3.3 0 1 0 0 6.6a3.3 3.3 0 1 0 0-6.6M9.8 10.5h7.7v3M14.5 10.5v2.2',
  server: 'M3 3.5h14v5H3zM3 11.5h14v5H3zM6 6v.2M6 14v.2M9.5 6h4.5M9.5 14h4.5',
  switch: 'M6.5 6h7a4 4 0 0 1 0 8h-7a4 4 0 0 1 0-8M13.5 8.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3',
  portal: 'M2.5 4h15v12.5h-15zM2.5 7.5h15M5 5.8v.1M7.3 5.8v.1',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v2',
  gear: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 0 0 4a2 2 0 1 0 0-4M8 12a2 2 0 1 0 0 4a2 2 0 1 0 0-4',
  panel: 'M2.5 4h15v12.5h-15zM12 4v12.5',
  help: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M7.8 8a2.2 2.2 0 1 1 3.4 1.8c-.8.5-1.2 1-1.2 1.9M10 13.8v.3',
  print: 'M6 7.5v-4h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z',
  play: 'M6 4l10 6l-10 6z',
  stop: 'M5 5h10v10H5z',
  lifebuoy: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 6.8a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 1 0 0-6.4M4.7 4.7l3 3M12.3 12.3l3 3M15.3 4.7l-3 3M7.7 12.3l-3 3',
  chart: 'M3 17V3.5M3 17h14.5M6 6h9M6 10h6M6 14h10',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="pa-icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
