import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { fitProjection, type MapSize } from "./projection.ts";

type Ring = [number, number][];

const paths = new Map<string, string>();

/**
 * SVG path data of the coast in a drawing of this size: land and sea, no borders and no names.
 * Natural Earth 1:50m by way of world-atlas (public domain). Read and drawn once a size.
 */
export function drawCoast(size: MapSize): string {
  const key = `${size.width}x${size.height}`;
  const known = paths.get(key);
  if (known !== undefined) return known;
  const path = traceRings(size).flatMap(thinRing).map(writeRing).join("");
  paths.set(key, path);
  return path;
}

function traceRings(size: MapSize): Ring[] {
  const rings: Ring[] = [];
  const pen = {
    beginPath: () => {},
    closePath: () => {},
    arc: () => {},
    moveTo: (x: number, y: number) => rings.push([[x, y]]),
    lineTo: (x: number, y: number) => rings.at(-1)?.push([x, y]),
  };
  geoPath(fitProjection(size), pen)(readLand());
  return rings;
}

function readLand() {
  const file = createRequire(import.meta.url).resolve("world-atlas/land-50m.json");
  const atlas: Topology<{ land: GeometryCollection }> = JSON.parse(readFileSync(file, "utf8"));
  return feature(atlas, atlas.objects.land);
}

/** Leaves out points less than a pixel from the last one, and islands that would be a speck. */
function thinRing(ring: Ring): Ring[] {
  const kept: Ring = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= 1.1) kept.push(point);
  }
  return kept.length >= 4 ? [kept] : [];
}

/** Relative steps in tenths of a pixel are the shortest way to write a coast. */
function writeRing(ring: Ring): string {
  let [lastX, lastY] = [0, 0];
  let text = "";
  for (const [index, [exactX, exactY]] of ring.entries()) {
    const [x, y] = [Math.round(exactX * 10), Math.round(exactY * 10)];
    const [stepX, stepY] = [(x - lastX) / 10, (y - lastY) / 10];
    [lastX, lastY] = [x, y];
    text += index === 0 ? `M${stepX} ${stepY}l` : `${stepX}${stepY < 0 ? "" : " "}${stepY} `;
  }
  return `${text.trimEnd()}z`;
}
