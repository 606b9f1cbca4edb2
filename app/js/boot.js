// Starts the client, and keeps what people do before it is ready.
//
// data-started     set by the client when it has taken over the page
// data-failed      set here when it cannot; CSS then shows #unavailable at once
// data-submit-held set here when the first form was sent too early; the client sends it again
// data-way-held    set here to the address of a way that was taken too early; taken when it is ready,
//                  so that what was typed is kept
// data-composing   set here while an input method is composing; the client waits for its end

const root = document.documentElement;

function fail() {
  delete root.dataset.started;
  root.dataset.failed = '';
}

document.addEventListener('submit', (event) => {
  if ('started' in root.dataset || event.target.id !== 'identify-form') return;
  event.preventDefault();
  root.dataset.submitHeld = '';
});
document.addEventListener('click', (event) => {
  const way = event.target.closest?.('.ways a');
  if (!way || 'started' in root.dataset || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  root.dataset.wayHeld = way.getAttribute('href');
});
document.addEventListener('compositionstart', () => { root.dataset.composing = ''; });
document.addEventListener('compositionend', () => { delete root.dataset.composing; });

// A module that has trapped cannot go on, whenever it happens.
const trapped = (error) => { if (error instanceof WebAssembly.RuntimeError) fail(); };
addEventListener('error', (event) => trapped(event.error));
addEventListener('unhandledrejection', (event) => trapped(event.reason));

// `import` is no function: what the client fetches later comes through one.
globalThis.posternImport = (address) => import(address);

try {
  const assets = JSON.parse(document.querySelector('meta[name=postern-assets]').content);
  const client = await import(assets.glue);
  await client.default(assets.wasm);
  await client.start();
  document.querySelector(`.ways a[href="${root.dataset.wayHeld}"]`)?.click();
  delete root.dataset.wayHeld;
} catch (error) {
  console.error(error);
  fail();
}
