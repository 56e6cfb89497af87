// Runs in every measured page before the page's own scripts. All times are milliseconds since the
// navigation began, as performance.now() gives them.
(() => {
  const bench = { first: null, answers: [] };
  Object.defineProperty(window, "bench", { value: bench });

  // Calls back when the next frame has been painted, as far as the page can know: a message that is
  // sent while the frame is prepared arrives in a task of its own, once the frame is done.
  const afterNextPaint = (prepared, painted) =>
    requestAnimationFrame(() => {
      prepared(performance.now());
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted(performance.now());
      port2.postMessage(null);
    });

  const observer = new MutationObserver(() => {
    if (document.querySelector("input[type=radio]")) {
      observer.disconnect();
      afterNextPaint(() => {}, time => { bench.first = time; });
    }
  });
  observer.observe(document, { childList: true, subtree: true });

  // A click on a label makes a second one, on its input: the first counts, until its paint.
  let scriptDone = null;
  const onClick = event => {
    if (scriptDone || !event.isTrusted
      || !event.target.matches("input[type=radio], label, label *")) {
      return;
    }
    const given = event.timeStamp;
    const begun = performance.now();
    let script = Infinity;
    // Should the page keep its events to itself, its handlers were done when the frame began.
    scriptDone = time => { script = Math.min(script, time - begun); };
    afterNextPaint(scriptDone, time => {
      const count = document.querySelector(".bellwether-progress__count");
      const shown = count && parseInt(count.textContent, 10);
      bench.answers.push({ paint: time - given, script, shown });
      scriptDone = null;
    });
  };
  addEventListener("click", onClick, { capture: true });
  // The last that happens is that the input has changed, and the window is the last to hear of it.
  // What an earlier listener has promised is done before the next one is called.
  addEventListener("change", () => scriptDone?.(performance.now()));
})();
