/** Characters that no font here can draw, each with where it stands. A document with a box in place of a name is not written. */
export class MissingGlyphs extends Error {
  readonly places: string[];
  constructor(places: string[]) {
    super(`no font draws: ${places.join("; ")}`);
    this.name = "MissingGlyphs";
    this.places = places;
  }
}
