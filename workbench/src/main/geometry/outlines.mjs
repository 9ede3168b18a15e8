// Prepares workbench/src/main/resources/org/evenhand/chart/outlines.txt from Natural Earth 4.1.0, as world-atlas 2.0.2 has
// it. Not part of the build; run it again only to change the map:
//
//   cd workbench/src/main/geometry && npm install && node outlines.mjs > ../resources/org/evenhand/chart/outlines.txt
//
// What it does, in this order:
// 1. Countries are keyed by ISO 3166-1 alpha-3, from data/countries. What the Reports do not treat as a place of its own is
//    drawn with the one they treat it with (Northern Cyprus, Somaliland, ...); French overseas regions that have a code of
//    their own are taken out of France; Antarctica is left out; other places without a code are land without a name.
// 2. Borders are simplified once for both neighbours (Visvalingam and Whyatt by spherical area), islands below a size are
//    dropped unless they are a place's largest.
// 3. Coordinates are whole hundredths of a degree; within a ring each point is given as the step from the one before.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { feature, mergeArcs } from "topojson-client";
import { presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from "topojson-simplify";

const MEDIUM = "node_modules/world-atlas/countries-50m.json";
const FINE = "node_modules/world-atlas/countries-10m.json";
const EXPECTED = {
  [MEDIUM]: "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394",
  [FINE]: "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79",
};
const LEAST_TRIANGLE = 2e-5; // steradians; about 800 square kilometres
const LEAST_ISLAND = 5e-5; // steradians; about 2,000 square kilometres

const read = (path) => {
  const bytes = readFileSync(path);
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== EXPECTED[path]) throw new Error(`${path}: SHA-256 ${found}, expected ${EXPECTED[path]}`);
  return JSON.parse(bytes);
};

const codes = new Map(
  readFileSync("../../../../data/countries/countries.csv", "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.match(/("[^"]*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, "")))
    .filter(([iso3, , , , , , , , , validTo]) => validTo === "" && iso3.length === 3)
    .map(([iso3, numeric]) => [numeric, iso3]),
);
const BY_NAME = new Map([
  ["Kosovo", "XKX"],
  ["Somaliland", "SOM"],
  ["N. Cyprus", "CYP"],
  ["Indian Ocean Ter.", ""],
  ["Siachen Glacier", ""],
]);
// Overseas regions inside France's outline: a point inside a box (west, south, east, north) belongs to the code.
const OVERSEAS = [
  ["GUF", -55, 2, -51, 6.5],
  ["GLP", -62, 15.7, -60.9, 16.7],
  ["MTQ", -61.5, 14.2, -60.6, 15.1],
  ["REU", 55, -21.6, 56, -20.6],
  ["MYT", 44.9, -13.2, 45.5, -12.4],
];

const code = (geometry) =>
  geometry.id === "010"
    ? null
    : (codes.get(geometry.id) ?? BY_NAME.get(geometry.properties.name) ?? "");

const medium = read(MEDIUM);
const topology = simplify(presimplify(medium, sphericalTriangleArea), LEAST_TRIANGLE);
const members = new Map();
for (const geometry of topology.objects.countries.geometries) {
  const iso3 = code(geometry);
  if (iso3 !== null) members.set(iso3, [...(members.get(iso3) ?? []), geometry]);
}

const places = new Map();
const add = (iso3, polygon) => places.set(iso3, [...(places.get(iso3) ?? []), polygon]);
for (const [iso3, geometries] of members) {
  const merged = feature(topology, mergeArcs(topology, geometries)).geometry;
  for (const polygon of merged.coordinates) {
    const [x, y] = polygon[0][0];
    const overseas =
      iso3 === "FRA" ? OVERSEAS.find(([, w, s, e, n]) => x >= w && x <= e && y >= s && y <= n)?.[0] : undefined;
    add(overseas ?? iso3, polygon);
  }
}
// Places too small for the medium scale.
for (const geometry of read(FINE).objects.countries.geometries) {
  const iso3 = codes.get(geometry.id);
  if (iso3 && !places.has(iso3)) {
    for (const polygon of feature(read(FINE), { type: "GeometryCollection", geometries: [geometry] }).features[0].geometry
      .coordinates) {
      add(iso3, polygon);
    }
  }
}

const hundredths = (ring) => {
  const out = [];
  for (const [x, y] of ring) {
    const point = [Math.round(x * 100), Math.round(y * 100)];
    const last = out.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) out.push(point);
  }
  out.pop(); // the last point is the first
  return out;
};
const centre = (points) => {
  let area = 0, x = 0, y = 0;
  for (let i = 0; i < points.length; i++) {
    const [a, b] = points[i];
    const [c, d] = points[(i + 1) % points.length];
    const cross = a * d - c * b;
    area += cross;
    x += (a + c) * cross;
    y += (b + d) * cross;
  }
  return area === 0 ? points[0] : [Math.round(x / (3 * area)), Math.round(y / (3 * area))];
};
const area = (ring) => {
  const a = Math.abs(sphericalRingArea(ring));
  return Math.min(a, 4 * Math.PI - a);
};

const lines = [];
let count = 0;
for (const [iso3, polygons] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const sized = polygons.map((polygon) => [area(polygon[0]), polygon]).sort((a, b) => b[0] - a[0]);
  const rings = [];
  sized.forEach(([size, polygon], rank) => {
    if (rank > 0 && size < LEAST_ISLAND) return;
    polygon.forEach((ring, index) => {
      if (index > 0 && area(ring) < LEAST_TRIANGLE) return;
      const points = hundredths(ring);
      if (points.length >= 3) rings.push(points);
    });
  });
  if (rings.length === 0) rings.push([sized[0][1][0][0].map((v) => Math.round(v * 100))]);
  const text = rings.map((points) =>
    points
      .map(([x, y], i) => (i === 0 ? `${x} ${y}` : `${x - points[i - 1][0]} ${y - points[i - 1][1]}`))
      .join(" "),
  );
  count += rings.reduce((sum, points) => sum + points.length, 0);
  lines.push([iso3 || "-", centre(rings[0]).join(" "), ...text].join("|"));
}

const header = [
  "Outlines of places, from Natural Earth 4.1.0 (public domain), 1:50m cultural vectors, as in npm package world-atlas 2.0.2 (ISC).",
  `countries-50m.json SHA-256 ${EXPECTED[MEDIUM]}`,
  `countries-10m.json SHA-256 ${EXPECTED[FINE]} (places that 1:50m leaves out)`,
  "Prepared by workbench/src/main/geometry/outlines.mjs, which says what was simplified.",
  "A line: ISO 3166-1 alpha-3 or -, centre of the largest part, rings; longitude and latitude in hundredths of a degree, within a ring as steps.",
  "Borders are those of the source. They are no position on any of them.",
];
process.stdout.write(header.map((line) => `# ${line}\n`).join("") + lines.join("\n") + "\n");
process.stderr.write(`${lines.length} places, ${count} points\n`);
