import type { Sharp, SharpOptions } from "sharp";
import { AppError } from "../../core/errors.ts";
import type { ImageType } from "./photograph.ts";

export interface RemadeImage {
  content: Buffer;
  /** pixels */
  width: number;
  height: number;
}

/** Enough for A4 at 200 dots an inch and for any screen. */
const longestSide = 2400;
/** Of a whole frame in memory four bytes each: more than the cameras of telephones give within the size of an upload. */
export const mostPixels = 100_000_000;
const longestSeconds = 20;

const formats = { "image/jpeg": "jpeg", "image/png": "png", "image/webp": "webp" } as const;

/**
 * The picture itself and nothing else: drawn anew, upright and in sRGB, without what the camera and its programs wrote into the
 * file (place, serial number, names, thumbnail). Throws AppError("invalid-input", {reason}) with image-damaged, image-large,
 * image-slow.
 */
export function remakeImage(name: string, content: Uint8Array, mediaType: ImageType): Promise<RemadeImage> {
  return inTurn(async () => {
    const { pixels, format } = await lookInto(name, content);
    if (pixels > mostPixels)
      throw refuse("image-large", { name, megapixels: Math.ceil(pixels / 1e6), limit: mostPixels / 1e6 });
    // A file of another kind than its first bytes promised.
    if (format !== formats[mediaType]) throw refuse("image-damaged", { name });
    const fitted = (await open(content))
      .autoOrient()
      .resize(longestSide, longestSide, { fit: "inside", withoutEnlargement: true });
    return draw(name, encode(fitted.toColourspace("srgb"), mediaType));
  });
}

/** A stored image no wider than this. */
export function resizeImage(
  content: Uint8Array,
  width: number,
  mediaType: "image/jpeg" | "image/png",
): Promise<RemadeImage> {
  return inTurn(async () => {
    const fitted = (await open(content)).resize(width, null, { withoutEnlargement: true });
    return draw("", encode(mediaType === "image/jpeg" ? fitted.flatten({ background: "#fff" }) : fitted, mediaType));
  });
}

/** Whether a part of it may be seen through, which JPEG cannot keep. */
export async function hasTransparency(content: Uint8Array): Promise<boolean> {
  const { hasAlpha } = await (await read(content)).metadata();
  return hasAlpha === true && !(await (await read(content)).stats()).isOpaque;
}

/** Only the head of the file is read. */
async function lookInto(name: string, content: Uint8Array): Promise<{ pixels: number; format: string | undefined }> {
  try {
    const { width, height, format } = await (await read(content, { limitInputPixels: false })).metadata();
    return { pixels: width * height, format };
  } catch {
    throw refuse("image-damaged", { name });
  }
}

async function open(content: Uint8Array): Promise<Sharp> {
  // Cameras write harmless oddities, which are warnings; a picture cut off or broken is an error.
  const picture = await read(content, { failOn: "error", limitInputPixels: mostPixels });
  return picture.timeout({ seconds: longestSeconds });
}

/** The library is read with the first picture. */
async function read(content: Uint8Array, options: SharpOptions = {}): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  return sharp(content, options);
}

function encode(image: Sharp, mediaType: ImageType): Sharp {
  if (mediaType === "image/jpeg") return image.jpeg({ quality: 85, mozjpeg: true });
  return mediaType === "image/png" ? image.png({ compressionLevel: 9 }) : image.webp({ quality: 88 });
}

async function draw(name: string, image: Sharp): Promise<RemadeImage> {
  try {
    const { data, info } = await image.toBuffer({ resolveWithObject: true });
    return { content: data, width: info.width, height: info.height };
  } catch (error) {
    const isSlow = error instanceof Error && error.message.startsWith("timeout");
    throw refuse(isSlow ? "image-slow" : "image-damaged", { name });
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** One picture after the other: each may fill some hundred megabytes. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = turn.then(work);
  turn = result.catch(() => undefined);
  return result;
}

function refuse(reason: string, details: Record<string, string | number>): AppError {
  return new AppError("invalid-input", { reason, ...details });
}
