const draftLookMs = 3_000;

/** How far the draft is, without touching what is being typed; where it has ended its notice says so and offers the new page. */
export function watchDraft(): void {
  const timer = window.setInterval(async () => {
    try {
      const response = await fetch(location.href, { redirect: "error" });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const [now, then] = [document.querySelector(".editor-drafts"), page.querySelector<HTMLElement>(".editor-drafts")];
      const progress = page.querySelector("[data-progress]");
      if (progress) document.querySelector("[data-progress]")?.replaceChildren(...progress.childNodes);
      if (!now || !then) return;
      const isOver = then.dataset.draft !== "running";
      now.replaceWith(then);
      if (!isOver) return;
      clearInterval(timer);
      const isTyping = [...document.querySelectorAll("form[data-translation-editor] textarea")].includes(
        document.activeElement ?? document.body,
      );
      if (!isTyping) location.reload();
    } catch {
      // Asked again in a moment.
    }
  }, draftLookMs);
}
