/** Work that a key press causes and whose frame needn't wait for it. */

export interface AfterPaint {
  /** Once after the next frame, however often it's asked for until then. */
  request(): void;
  stop(): void;
}

/** `run` comes right behind the next frame; at once where no frames are drawn. */
export function afterPaint(page: Document, run: () => void): AfterPaint {
  let frame: number | undefined;
  // A message comes in a task of its own, which is after the frame's layout and paint.
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    if (frame === undefined) return;
    frame = undefined;
    run();
  };
  // A hidden page draws no frame to wait for.
  const onHidden = () => {
    if (!page.hidden || frame === undefined) return;
    cancelAnimationFrame(frame);
    frame = undefined;
    run();
  };
  page.addEventListener("visibilitychange", onHidden);
  return {
    request() {
      if (page.hidden) run();
      else frame ??= requestAnimationFrame(() => painted.port2.postMessage(null));
    },
    stop() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
      painted.port1.close();
      page.removeEventListener("visibilitychange", onHidden);
    },
  };
}
