import type { Tier } from "../match.ts";
import type { Place, ProviderKind, Surroundings, WantedHelp } from "./model.ts";

/** How a provider stands to who needs. */
export interface Tie {
  tier: Tier;
  /** 0 to 1 */
  distance: number;
  how: "asked" | "partner" | "same-partner" | "same-region" | "second-hand" | "programme" | "none";
}

/** Finds how providers stand to the need's government: worked out once for each pair of government and addressee. */
export class Ties {
  readonly #places: ReadonlyMap<string, Place>;
  readonly #partners = new Map<string, Set<string>>();
  /** governments that lie in a region */
  readonly #byRegion = new Map<string, string[]>();
  readonly #byNeed = new Map<string, Map<string, Tie>>();

  constructor({ places, partnerships }: Pick<Surroundings, "places" | "partnerships">) {
    this.#places = new Map(places.map((place) => [place.id, place]));
    for (const { id, government, region } of places)
      if (id === government && region !== null) this.#byRegion.set(region, [...(this.#byRegion.get(region) ?? []), id]);
    for (const { home, partner } of partnerships) {
      this.#join(home, partner);
      this.#join(partner, home);
    }
  }

  governmentOf(organisation: string): string {
    return this.#places.get(organisation)?.government ?? organisation;
  }

  kindOf(organisation: string): ProviderKind {
    return this.#places.get(organisation)?.kind ?? "expert-or-company";
  }

  /** By government of the provider; who is not in it has no tie. */
  findTies(need: Pick<WantedHelp, "organisation" | "addressedTo">): ReadonlyMap<string, Tie> {
    const government = this.governmentOf(need.organisation);
    const addressee = need.addressedTo === null ? null : this.governmentOf(need.addressedTo);
    const key = `${government}\n${addressee ?? ""}`;
    const known = this.#byNeed.get(key);
    if (known) return known;
    const ties = this.#workOut(government, addressee);
    this.#byNeed.set(key, ties);
    return ties;
  }

  /** The tier of a provider, whatever its ties are. */
  tieOf(ties: ReadonlyMap<string, Tie>, provider: string): Tie {
    const tie = ties.get(this.governmentOf(provider));
    const kind = this.kindOf(provider);
    if (tie?.tier === "partner" || (tie?.tier === "network" && kind === "government")) return tie;
    const tier = kind === "institute" ? "institute" : kind === "expert-or-company" ? "expert-or-company" : "other";
    if (tie) return { tier, distance: tie.distance, how: tie.how };
    // Who works with other cities of the programme, as an institute that serves all of them does, is nearer than who works with none.
    const isInside = this.#partners.has(this.governmentOf(provider));
    return { tier, distance: isInside ? 0.2 : 0, how: isInside ? "programme" : "none" };
  }

  #workOut(government: string, addressee: string | null): Map<string, Tie> {
    const ties = new Map<string, Tie>();
    const add = (provider: string, tie: Tie) => {
      const present = ties.get(provider);
      if (provider !== government && (!present || present.distance < tie.distance)) ties.set(provider, tie);
    };
    if (addressee !== null) add(addressee, { tier: "partner", distance: 1, how: "asked" });
    const partners = this.#partners.get(government) ?? new Set<string>();
    for (const partner of partners) {
      // Where somebody was asked by name, the others that work with the same partner are the network.
      const isAsked = addressee === null || partner === addressee || !partners.has(addressee);
      add(
        partner,
        isAsked
          ? { tier: "partner", distance: 0.95, how: "partner" }
          : { tier: "network", distance: 0.8, how: "same-partner" },
      );
    }
    for (const neighbour of this.#neighboursOf(government))
      for (const partner of this.#partners.get(neighbour) ?? [])
        add(partner, { tier: "network", distance: 0.6, how: "same-region" });
    for (const partner of partners) {
      for (const neighbour of this.#neighboursOf(partner))
        add(neighbour, { tier: "network", distance: 0.6, how: "same-region" });
      for (const other of this.#partners.get(partner) ?? [])
        for (const colleague of this.#partners.get(other) ?? [])
          add(colleague, { tier: "network", distance: 0.4, how: "second-hand" });
    }
    return ties;
  }

  /** The region that a government lies in, and the governments within it or beside it there. */
  #neighboursOf(government: string): string[] {
    const region = this.#places.get(government)?.region ?? null;
    const beside = region === null ? [] : [region, ...(this.#byRegion.get(region) ?? [])];
    return [...beside, ...(this.#byRegion.get(government) ?? [])].filter(
      (other) => other !== government && this.#partners.has(other),
    );
  }

  #join(one: string, other: string): void {
    this.#partners.set(one, (this.#partners.get(one) ?? new Set()).add(other));
  }
}
