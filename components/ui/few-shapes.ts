/** The drawings that stand in a portal's page: its scripts carry these instead of shapes.ts (wxt.config.ts). */
export const shapes = {
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 9v5M10 6v.4',
  success: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M6.5 10.3l2.4 2.4l4.7-5.2',
  warning: 'M10 2.8L18 17H2zM10 8v4.2M10 14.5v.3',
  error: 'M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9zM10 6v5M10 13.6v.4',
  restore: 'M4.2 8.3A6.3 6.3 0 1 1 4 12.4M4 4v4.5h4.5',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4',
  refresh: 'M16 9A6.2 6.2 0 0 0 4.6 7M4 11a6.2 6.2 0 0 0 11.4 2M4.3 3.2V7H8M15.7 16.8V13H12',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  video: 'M2.5 5.5h10.5v9H2.5zM13 9l4.5-2.5v7L13 11z',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3',
} as const;
