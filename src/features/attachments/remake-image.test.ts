import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { mostPixels, remakeImage, resizeImage } from "./remake-image.ts";

/** Red on the left, blue on the right. */
function draw(width: number, height: number) {
  const half = Math.floor(width / 2);
  const blue = { create: { width: width - half, height, channels: 3, background: "#0000ff" } } as const;
  return sharp({ create: { width, height, channels: 3, background: "#ff0000" } }).composite([
    { input: blue, left: half, top: 0 },
  ]);
}

/** As a telephone writes it: place, owner, serial number, turned by a quarter. */
const exif = {
  IFD0: { Make: "SecretMake", Artist: "SecretArtist", Copyright: "SecretOwner" },
  IFD2: { BodySerialNumber: "SecretSerial" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "35/1 41/1 2222/100",
    GPSLongitudeRef: "E",
    GPSLongitude: "139/1 41/1 30/1",
  },
};
const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="SecretXmp"/></rdf:RDF></x:xmpmeta>';

async function withSecrets(format: "jpeg" | "png" | "webp"): Promise<Buffer> {
  const image = draw(300, 200).withExif(exif).withXmp(xmp).withMetadata({ orientation: 6, exif, icc: "p3" });
  return image.toFormat(format).toBuffer();
}

const cases = [
  ["jpeg", "image/jpeg"],
  ["png", "image/png"],
  ["webp", "image/webp"],
] as const;

describe.each(cases)("%s", (format, mediaType) => {
  test("nothing of what the camera wrote is left, and the picture stands upright in its own format", async () => {
    const original = await withSecrets(format);
    const before = await sharp(original).metadata();
    expect(before.exif?.toString("latin1")).toContain("SecretSerial");
    expect(before).toMatchObject({ orientation: 6, width: 300, height: 200 });
    expect(before.icc).toBeDefined();

    const made = await remakeImage(`a.${format}`, original, mediaType);
    const after = await sharp(made.content).metadata();
    expect(made.content.toString("latin1")).not.toMatch(/Secret|Exif|GPS|adobe|ICC_PROFILE|iCCP|xmp/i);
    expect(after).toMatchObject({ format, width: 200, height: 300, space: "srgb" });
    for (const key of ["exif", "xmp", "iptc", "icc", "orientation", "comments"] as const)
      expect(after[key]).toBeUndefined();
    // Turned by a quarter clockwise (EXIF 2.32, orientation 6): what was left is above.
    const { data, info } = await sharp(made.content).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3),
    ];
    expect(at(100, 20)[0]).toBeGreaterThan(200);
    expect(at(100, 280)[2]).toBeGreaterThan(200);
  });

  test("what is cut off is refused", async () => {
    const whole = await draw(800, 600).toFormat(format).toBuffer();
    const cut = whole.subarray(0, Math.floor(whole.length * 0.6));
    await expect(remakeImage("a", cut, mediaType)).rejects.toMatchObject({
      code: "invalid-input",
      details: { reason: "image-damaged", name: "a" },
    });
  });
});

test("a picture is made no larger than 2400 pixels a side, and a small one stays as small as it is", async () => {
  const large = await remakeImage("a", await draw(5000, 1000).jpeg().toBuffer(), "image/jpeg");
  expect([large.width, large.height]).toEqual([2400, 480]);
  const small = await remakeImage("a", await draw(30, 20).jpeg().toBuffer(), "image/jpeg");
  expect([small.width, small.height]).toEqual([30, 20]);
  const shown = await resizeImage(small.content, 480, "image/jpeg");
  expect([shown.width, shown.height]).toEqual([30, 20]);
});

test("a picture of print colours comes out in those of screens", async () => {
  const print = await draw(40, 40).toColourspace("cmyk").jpeg().toBuffer();
  expect((await sharp(print).metadata()).space).toBe("cmyk");
  const made = await remakeImage("a", print, "image/jpeg");
  expect(await sharp(made.content).metadata()).toMatchObject({ space: "srgb", channels: 3 });
});

test("a few bytes that promise a gigantic picture are refused before anything is unpacked", async () => {
  const side = Math.ceil(Math.sqrt(mostPixels)) + 1;
  const bomb = await sharp({
    create: { width: side, height: side, channels: 3, background: "#fff" },
    limitInputPixels: false,
  })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  const before = process.memoryUsage().rss;
  await expect(remakeImage("a.png", bomb, "image/png")).rejects.toMatchObject({
    details: { reason: "image-large", megapixels: 101, limit: 100 },
  });
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

test("a file of another kind than it was taken for is refused", async () => {
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
  await expect(remakeImage("a", drawing, "image/png")).rejects.toMatchObject({ details: { reason: "image-damaged" } });
});
