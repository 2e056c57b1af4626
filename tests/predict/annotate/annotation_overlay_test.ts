import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import { annotationOverlay, type BoxedDigit } from "@lib/predict/annotate/annotation_overlay.ts";

const size = { width: 400, height: 300 };

function digitAt(x: number, y: number, confidence = 0.97): BoxedDigit {
  return { digit: 3, confidence, box: { x, y, width: 40, height: 60 } };
}

/** The filled label boxes of an overlay: left, top, width, height. */
function labels(svg: string): number[][] {
  const pattern = /<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)" rx/g;
  return [...svg.matchAll(pattern)].map(([, ...sides]) => sides.map(Number));
}

Deno.test("annotationOverlay() frames a digit, names it above, its confidence below", () => {
  const { svg, room } = annotationOverlay(size, [digitAt(100, 100)]);
  assertEquals(room, { left: 0, top: 0, right: 0, bottom: 0 });
  assert(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">'));
  assert(svg.includes('<rect x="100" y="100" width="40" height="60" fill="none"'));
  const [above, below] = labels(svg);
  assertEquals([above[1] + above[3], below[1]], [100, 160]);
  // One character above, three below: "97%".
  assertEquals(svg.split("<path").length - 1, 4);
});

Deno.test("annotationOverlay() shows doubt in another colour, and never rounds up to 100 %", () => {
  const sure = annotationOverlay(size, [digitAt(100, 100, 0.999)]).svg;
  const unsure = annotationOverlay(size, [digitAt(100, 100, 0.89)]).svg;
  assert(sure.includes("#0072b2") && !sure.includes("#d55e00"));
  assert(unsure.includes("#d55e00") && !unsure.includes("#0072b2"));
  assertEquals(sure.split("<path").length - 1, 4, "99%");
  assertEquals(annotationOverlay(size, [digitAt(100, 100, 1)]).svg.split("<path").length - 1, 5);
});

Deno.test("annotationOverlay() asks for room where labels leave the picture", () => {
  const { room } = annotationOverlay({ width: 40, height: 60 }, [digitAt(0, 0)]);
  assertGreater(room.top, 30);
  assertGreater(room.bottom, 15);
});

Deno.test("annotationOverlay() keeps the labels of neighbours apart", () => {
  const beside = [digitAt(100, 100), digitAt(125, 100)];
  const below = [digitAt(100, 20), digitAt(100, 110)];
  for (const digits of [beside, below]) {
    const found = labels(annotationOverlay(size, digits).svg);
    found.forEach(([x, y, width, height], i) => {
      found.slice(i + 1).forEach(([left, top]) => {
        const isApart = left >= x + width || x >= left + width || top >= y + height || y > top;
        assert(isApart, JSON.stringify(found));
      });
    });
  }
  const alone = labels(annotationOverlay(size, [digitAt(100, 100)]).svg);
  assertLess(labels(annotationOverlay(size, beside).svg)[0][3], alone[0][3]);
});

Deno.test("annotationOverlay() of nothing draws nothing", () => {
  const { svg } = annotationOverlay(size, []);
  assert(!svg.includes("<rect"));
});
