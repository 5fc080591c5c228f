// The one script tag: adds a chat to the page and loads the rest when the page
// is idle.  Every data-* attribute of the tag becomes an attribute of the chat.

const url = new URL(import.meta.url);
const script = [...document.querySelectorAll('script')].find(
  (candidate) => candidate.src.split(/[?#]/)[0] === url.origin + url.pathname,
);

function addChat(): void {
  const settings = Object.assign({ endpoint: url.origin }, script?.dataset);
  const chat = document.createElement('quiver-chat');
  for (const [name, value] of Object.entries(settings)) {
    chat.setAttribute(name, String(value));
  }
  document.body.append(chat);
}

function load(): void {
  void import(/* @vite-ignore */ new URL('widget.js', url).href);
}

if (!document.querySelector('quiver-chat')) addChat();
if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: 2000 });
else setTimeout(load, 200);
