import { css } from 'lit';

export const pickerStyles = css`
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  legend {
    float: inline-start;
    width: 100%;
    padding: 0.625rem 0.875rem 0;
    color: var(--muted);
    font-size: 0.875rem;
  }
  details {
    clear: both;
    padding: 0 0.875rem;
  }
  summary {
    min-height: 2.75rem;
    line-height: 2.75rem;
    cursor: pointer;
    color: var(--muted);
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 1rem;
  }
  figure {
    flex: 0 1 9.5rem;
    margin: 0;
  }
  svg {
    display: block;
    width: 100%;
    height: 19rem;
    margin: auto;
  }
  figcaption {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    gap: 0.375rem;
    margin-top: 0.25rem;
    color: var(--muted);
    font-size: 0.75rem;
    line-height: 1.25;
    text-align: center;
  }
  figcaption b {
    color: var(--text);
  }
  .skin,
  .region {
    fill: var(--raised);
  }
  .region {
    stroke: var(--muted);
    stroke-width: 0.75;
    stroke-linejoin: round;
    cursor: pointer;
    transition: fill 120ms;
  }
  .outline {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1.25;
    pointer-events: none;
  }
  .region.hovered {
    fill: var(--own);
  }
  .region.ticked {
    fill: var(--accent);
    stroke: var(--surface);
    stroke-width: 1.5;
  }
  .name {
    min-height: 1.5rem;
    margin: 0.125rem 0 0;
    text-align: center;
    font-size: 0.875rem;
    color: var(--text);
  }
  ul {
    clear: both;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(6.5rem, 100%), 1fr));
    gap: 0 0.25rem;
    margin: 0;
    padding: 0.25rem 0.625rem 0.5rem;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
  }
  li.sided {
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0.5rem;
    border-radius: 8px;
    background: var(--raised);
  }
  label {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2.25rem;
    padding-inline: 0.25rem 0.5rem;
    border-radius: 8px;
    line-height: 1.25;
    cursor: pointer;
  }
  label {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  li > label:first-child {
    flex: 1;
  }
  label.hovered {
    background: var(--own);
  }
  input {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .done {
    position: sticky;
    inset-block-end: -1rem;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding: 0.5rem 0.875rem;
    border-top: 1px solid var(--line);
    border-radius: 0 0 var(--radius) var(--radius);
    background: var(--surface);
  }
  .done p {
    flex: 1;
    margin: 0;
    font-weight: 600;
    line-height: 1.3;
  }
  .done button {
    padding: 0.375rem 1.125rem;
    border: 0;
    border-radius: 1.375rem;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    label {
      min-height: 2.75rem;
    }
  }
  @media (forced-colors: active) {
    .region {
      fill: Canvas;
      stroke: CanvasText;
    }
    .region.ticked {
      fill: Highlight;
    }
  }
`;
