import { svg, type SVGTemplateResult } from 'lit';

const icon = (path: string): SVGTemplateResult => svg`<svg
  viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor"
  stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
  aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;

export const chatIcon = icon('M4 5h16v11H9l-5 4V5z');
export const closeIcon = icon('M6 6l12 12M18 6L6 18');
export const sendIcon = icon('M4 12h14M12 5l7 7-7 7');
export const menuIcon = icon('M5 12h.01M12 12h.01M19 12h.01');
export const upIcon = icon('M7 11v9H4v-9h3zm0 0l4-8a2 2 0 0 1 2 2v4h6l-2 11H7');
export const downIcon = icon('M7 13V4H4v9h3zm0 0l4 8a2 2 0 0 0 2-2v-4h6L17 4H7');
export const alertIcon = icon('M12 4l9 16H3L12 4zM12 10v4M12 17h.01');
