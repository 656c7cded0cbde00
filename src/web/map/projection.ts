import { type GeoProjection, geoConicEqualArea } from "d3-geo";

export interface MapSize {
  width: number;
  height: number;
}

/** The sea between: from Sichuan to Hokkaido. */
const frame = { west: 100, east: 147, south: 20, north: 47 };

/** Equal area, cut between 26° and 41° north, so that neither shore looks larger than it is. */
export function fitProjection({ width, height }: MapSize): GeoProjection {
  const projection = geoConicEqualArea()
    .parallels([26, 41])
    .rotate([-(frame.west + frame.east) / 2, 0])
    .fitSize([width, height], { type: "MultiPoint", coordinates: framePoints() });
  return projection.clipExtent([
    [-4, -4],
    [width + 4, height + 4],
  ]);
}

/** Left and right by the middle latitudes, top and bottom by the middle meridian: the corners may be cut. */
function framePoints(): [number, number][] {
  const middle = (frame.west + frame.east) / 2;
  return [
    [frame.west, 33],
    [frame.east, 40],
    [middle, frame.south],
    [middle, frame.north],
  ];
}
