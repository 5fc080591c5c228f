import { css } from 'lit';

export const messageStyles = css`
  .entry {
    display: flex;
    flex-direction: column;
    gap: 0.375rem;
    max-width: 92%;
    border-radius: var(--radius);
    animation: arrive 180ms ease-out;
  }
  .entry.visitor {
    align-self: flex-end;
    align-items: flex-end;
  }
  .bubble {
    padding: 0.625rem 0.875rem;
    border-radius: var(--radius);
    border-end-start-radius: 4px;
    background: var(--raised);
    overflow-wrap: anywhere;
  }
  .bubble + .bubble {
    border-start-start-radius: 4px;
  }
  .bubble.own {
    border-end-start-radius: var(--radius);
    border-end-end-radius: 4px;
    white-space: pre-wrap;
    background: var(--own);
  }
  .bubble.remark {
    background: none;
    padding: 0 0.25rem;
    font-size: 0.9375rem;
    color: var(--muted);
  }
  .bubble.danger,
  .bubble.caution {
    display: flex;
    gap: 0.75rem;
    font-size: 1.0625rem;
  }
  .bubble.danger {
    background: var(--danger-surface);
    border: 2px solid var(--danger);
    border-radius: var(--radius);
  }
  .bubble.danger svg {
    color: var(--danger);
  }
  .bubble.danger p:first-of-type {
    font-weight: 700;
  }
  .bubble.caution {
    background: var(--caution-surface);
    border-inline-start: 4px solid var(--caution);
  }
  .bubble svg {
    flex: none;
  }
  .bubble p {
    margin: 0;
  }
  .bubble p + p,
  .bubble ul,
  .bubble ol {
    margin: 0.5rem 0 0;
  }
  .bubble ul,
  .bubble ol,
  details ul {
    padding-inline-start: 1.25rem;
  }
  .bubble li + li {
    margin-top: 0.25rem;
  }
  a {
    color: var(--accent);
  }
  details {
    font-size: 0.875rem;
  }
  summary {
    min-height: 1.75rem;
    padding-inline: 0.25rem;
    line-height: 1.75rem;
    border-radius: 6px;
    cursor: pointer;
    color: var(--muted);
  }
  summary:hover {
    color: var(--text);
  }
  details ul {
    margin: 0.25rem 0;
    line-height: 1.4;
  }
  details li {
    margin-top: 0.375rem;
  }
  .muted,
  time {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  footer {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding-inline: 0.25rem;
  }
  .rating {
    display: inline-flex;
    align-items: center;
  }
  button.quiet {
    display: inline-grid;
    place-items: center;
    min-width: 2rem;
    min-height: 2rem;
    padding: 0.25rem;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--muted);
  }
  button.quiet svg {
    width: 18px;
    height: 18px;
  }
  button.quiet[aria-pressed='true'] {
    color: var(--accent);
    background: var(--raised);
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    color: var(--danger);
    font-size: 0.9375rem;
  }
  button.text {
    border: 0;
    background: none;
    color: var(--accent);
    font-weight: 600;
    text-decoration: underline;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .entry {
      animation: none;
    }
  }
`;
