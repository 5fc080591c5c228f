import { svg, type SVGTemplateResult } from 'lit';

const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor"
  stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
  aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;

export const chatIcon = icon(
  'M4 6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4a2 2 0 0 1-2-2zM8.500 10h.01M12 10h.01M15.500 10h.01',
);
export const closeIcon = icon('M6 6l12 12M18 6L6 18');
export const sendIcon = icon('M5 12h14M13 6l6 6-6 6');
export const menuIcon = icon(
  'M4.500 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M11.500 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M18.500 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
);
export const upIcon = icon(
  'M7 11v9H4v-9zl4-7a2 2 0 0 1 2 2v4h5a2 2 0 0 1 2 2.300l-1 6a2 2 0 0 1-2 1.700H7',
);
export const downIcon = icon(
  'M7 13V4H4v9zl4 7a2 2 0 0 0 2-2v-4h5a2 2 0 0 0 2-2.300l-1-6a2 2 0 0 0-2-1.700H7',
);
export const alertIcon = icon('M12 4l9 16H3zM12 10v4M12 17h.01');
