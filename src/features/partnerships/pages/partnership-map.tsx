import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { CityMap, type MapPoint } from "../../../web/map/city-map.tsx";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Partnership } from "../partnership.ts";

interface PartnershipMapProps {
  partnerships: readonly Partnership[];
  directory: OrganisationDirectory;
  language: Language;
}

/** Where the pairs are. A government without a known place is in the list in words only. */
export function PartnershipMap({ partnerships, directory, language }: PartnershipMapProps) {
  const points = new Map<string, MapPoint>();
  for (const { home, partner } of partnerships) {
    for (const [side, id] of [
      ["home", home],
      ["partner", partner],
    ] as const) {
      const { position } = directory.get(id);
      if (position === null || points.has(id)) continue;
      points.set(id, {
        id,
        name: directory.shortName(id, language),
        ...position,
        side,
        href: links.organisation(language, id),
      });
    }
  }
  if (points.size === 0) return null;
  return (
    <CityMap
      id="partnership-map"
      title={message(language, "partnerships.map")}
      description={message(language, "partnerships.mapDescription", {
        pairs: partnerships.length,
        governments: points.size,
      })}
      points={[...points.values()]}
      lines={partnerships.map(({ home, partner }) => ({ from: home, to: partner }))}
      homeLabel={message(language, "partnerships.homeSide")}
      partnerLabel={message(language, "partnerships.partnerSide")}
      listLabel={message(language, "partnerships.mapList")}
      list={partnerships.map(({ id, home, partner }) => ({
        text: message(language, "partnerships.pair", {
          home: directory.name(home, language),
          partner: directory.name(partner, language),
        }),
        href: links.partnership(language, id),
      }))}
    />
  );
}
