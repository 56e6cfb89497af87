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
  let waiting = false;
  const onClick = event => {
    if (waiting || !event.isTrusted || !event.target.matches("input[type=radio], label, label *")) {
      return;
    }
    waiting = true;
    const begun = event.timeStamp;
    let script = Infinity;
    const scriptDone = time => { script = Math.min(script, time - begun); };
    // The most urgent task there is: it comes right after the handlers of this click and what they
    // promised. Should the frame come first, they were done when it began.
    scheduler.postTask(() => scriptDone(performance.now()), { priority: "user-blocking" });
    afterNextPaint(scriptDone, time => {
      const count = document.querySelector(".bellwether-progress__count");
      const shown = count && parseInt(count.textContent, 10);
      bench.answers.push({ paint: time - begun, script, shown });
      waiting = false;
    });
  };
  addEventListener("click", onClick, { capture: true });
})();
