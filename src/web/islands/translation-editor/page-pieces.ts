/** Pieces of the page as the server writes them: it escapes what people wrote. */
export function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, "text/html").body;
}

export function setContent(within: ParentNode, selector: string, html: string | undefined): void {
  const place = within.querySelector(selector);
  if (place && html !== undefined) place.replaceChildren(...parse(html).childNodes);
}
