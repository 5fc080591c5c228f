import { css } from 'lit';

/**
 * Colours, measures and type: of the chat, for everything in it.  A page
 * overrides the --chat-* variables.
 */
export const palette = css`
  :host {
    color-scheme: light;
    --accent: var(--chat-accent, #0b6b63);
    --on-accent: var(--chat-on-accent, #ffffff);
    --header: var(--chat-header, var(--accent));
    --on-header: var(--chat-on-header, var(--on-accent));
    --surface: var(--chat-surface, #ffffff);
    --raised: var(--chat-raised, #f3f6f6);
    --text: var(--chat-text, #14262a);
    --muted: var(--chat-muted, #51666b);
    --line: var(--chat-line, #cfdadb);
    --own: var(--chat-own, #dff0ee);
    --danger: var(--chat-danger, #a4161a);
    --danger-surface: var(--chat-danger-surface, #fdeceb);
    --caution: var(--chat-caution, #7a4b00);
    --caution-surface: var(--chat-caution-surface, #fff4dc);
    --radius: var(--chat-radius, 14px);
    --font: var(
      --chat-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      sans-serif
    );
  }
  :host([data-dark]) {
    color-scheme: dark;
    --accent: var(--chat-accent, #6fd0c4);
    --on-accent: var(--chat-on-accent, #06231f);
    --header: var(--chat-header, #1d3634);
    --on-header: var(--chat-on-header, #e8f0ef);
    --surface: var(--chat-surface, #13201f);
    --raised: var(--chat-raised, #1d2d2c);
    --text: var(--chat-text, #e8f0ef);
    --muted: var(--chat-muted, #a8bab8);
    --line: var(--chat-line, #3a4d4b);
    --own: var(--chat-own, #1e4441);
    --danger: var(--chat-danger, #ffb4ab);
    --danger-surface: var(--chat-danger-surface, #4a1210);
    --caution: var(--chat-caution, #ffd58a);
    --caution-surface: var(--chat-caution-surface, #3d2e0c);
  }
`;

/** What every element begins with. */
export const theme = css`
  :host {
    font-family: var(--font);
    font-size: 1rem;
    line-height: 1.5;
    color: var(--text);
  }
  * {
    box-sizing: border-box;
  }
  button,
  textarea,
  summary {
    font: inherit;
    color: inherit;
  }
  button {
    min-width: 2.75rem;
    min-height: 2.75rem;
    cursor: pointer;
  }
  button[disabled] {
    cursor: default;
    opacity: 0.55;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  svg {
    display: block;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    button,
    .bubble,
    .panel {
      border: 1px solid;
    }
  }
`;
