import { css } from 'lit';

export const panelStyles = css`
  :host {
    position: fixed;
    inset-block-end: max(1rem, env(safe-area-inset-bottom));
    inset-inline-end: 1rem;
    z-index: var(--chat-z-index, 2147483000);
  }
  :host([inline]) {
    position: static;
    display: block;
    height: var(--chat-height, 40rem);
  }
  .launcher {
    position: relative;
    transition: transform 140ms ease-out;
    display: grid;
    place-items: center;
    width: 3.75rem;
    height: 3.75rem;
    border: 0;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.25);
  }
  .launcher:hover {
    transform: scale(1.05);
  }
  .launcher.urgent {
    background: #a4161a;
    color: #fff;
  }
  .badge {
    position: absolute;
    inset-block-start: -0.25rem;
    inset-inline-end: -0.25rem;
    min-width: 1.5rem;
    padding: 0 0.375rem;
    border-radius: 0.75rem;
    border: 2px solid var(--surface);
    background: #a4161a;
    color: #fff;
    font-size: 0.8125rem;
    font-weight: 700;
    text-align: center;
  }
  .panel {
    display: flex;
    flex-direction: column;
    width: min(25rem, calc(100vw - 2rem));
    height: min(42rem, calc(100dvh - 2rem));
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
    box-shadow: 0 12px 40px rgb(0 0 0 / 0.22);
    overflow: hidden;
    transform-origin: bottom right;
    animation: appear 160ms ease-out;
  }
  .panel[hidden] {
    display: none;
  }
  :host([inline]) .panel {
    width: 100%;
    height: 100%;
    box-shadow: none;
    animation: none;
  }
  header {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    padding-block: 0.5rem;
    padding-inline: 0.875rem 0.5rem;
    background: var(--header);
    color: var(--on-header);
  }
  .avatar {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: 50%;
    background: rgb(255 255 255 / 0.16);
  }
  .avatar svg {
    width: 20px;
    height: 20px;
  }
  header h2 {
    flex: 1;
    margin: 0 0.5rem;
    font-weight: 650;
    font-size: 1.0625rem;
    line-height: 1.3;
  }
  header button {
    display: grid;
    place-items: center;
    border: 0;
    border-radius: 10px;
    background: none;
  }
  header button:hover {
    background: rgb(255 255 255 / 0.16);
  }
  header :focus-visible {
    outline-color: currentColor;
  }
  .menu {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    padding: 0.5rem 0.75rem;
    border-bottom: 1px solid var(--line);
    background: var(--raised);
  }
  .menu button {
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
    font-size: 0.9375rem;
  }
  .menu button:hover {
    border-color: var(--accent);
  }
  .menu span {
    flex: 1 1 100%;
    font-weight: 600;
  }
  .reminder {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding: 0.375rem 1rem;
    border: 0;
    background: var(--danger-surface);
    color: var(--danger);
    font-weight: 600;
    text-align: start;
  }
  .reminder svg {
    flex: none;
    width: 20px;
    height: 20px;
  }
  .log {
    position: relative;
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
    gap: 0.875rem;
    padding: 1rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 1rem 5rem;
    scroll-behavior: smooth;
  }
  .log:focus-visible {
    outline-width: 2px;
    outline-offset: -2px;
  }
  .disclaimer {
    margin: 0;
    padding-inline: 0.25rem;
    font-size: 0.8125rem;
    line-height: 1.45;
    color: var(--muted);
  }
  .typing {
    display: flex;
    align-self: flex-start;
    gap: 0.3rem;
    padding: 0.875rem;
    border-radius: var(--radius);
    background: var(--raised);
  }
  .typing i {
    width: 0.4375rem;
    height: 0.4375rem;
    border-radius: 50%;
    background: var(--muted);
    animation: pulse 1s infinite alternate;
  }
  .typing i:nth-of-type(2) {
    animation-delay: 0.2s;
  }
  .typing i:nth-of-type(3) {
    animation-delay: 0.4s;
  }
  .notice {
    margin: 0;
    padding: 0.5rem 0.75rem;
    background: var(--caution-surface);
    color: var(--caution);
    font-size: 0.875rem;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(12px) scale(0.98);
    }
  }
  @keyframes pulse {
    to {
      opacity: 0.25;
    }
  }
  @media (max-width: 480px) {
    :host([data-open]:not([inline])) {
      inset: 0;
    }
    :host(:not([inline])) .panel {
      width: 100vw;
      height: var(--viewport-height, 100dvh);
      transform: translateY(var(--viewport-top, 0));
      animation: none;
      border: 0;
      border-radius: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .log {
      scroll-behavior: auto;
    }
    .panel,
    .typing i {
      animation: none;
    }
  }
`;
