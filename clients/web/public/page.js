// The demonstration page: opens the chat, and shows the line that embeds it.
document.querySelector('#ask').addEventListener('click', async () => {
  await customElements.whenDefined('quiver-chat');
  document.querySelector('quiver-chat').open();
});
document.querySelector('#snippet').textContent =
  `<script type="module" src="${location.origin}/widget/v1/loader.js"></script>`;
