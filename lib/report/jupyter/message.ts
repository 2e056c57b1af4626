import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";

/** A message of the Jupyter protocol 5.3.
 * https://jupyter-client.readthedocs.io/en/stable/messaging.html */
export interface Message {
  readonly header: Header;
  /** The header of the request that this message answers. */
  readonly parent: Partial<Header>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Who sent a message, when, and what kind it is. */
export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

const delimiter = "<IDS|MSG>";

/** The frames of a request, signed with HMAC-SHA256 under the connection's key. */
export function encodeMessage(message: Message, key: string): string[] {
  const { header, parent, metadata, content } = message;
  const parts = [header, parent, metadata, content].map((part) => JSON.stringify(part));
  return [delimiter, sign(parts, key), ...parts];
}

/** The message in some frames as they came from a socket.
 *
 * @throws {TypeError} if they are not a message, or the signature is wrong
 */
export function decodeMessage(frames: readonly Uint8Array[], key: string): Message {
  const texts = frames.map((frame) => new TextDecoder().decode(frame));
  const start = texts.indexOf(delimiter);
  if (start < 0 || texts.length < start + 6) {
    throw new TypeError(`Cannot read a kernel's message: found ${frames.length} frames without it`);
  }
  const parts = texts.slice(start + 2, start + 6);
  const [found, wanted] = [texts[start + 1], sign(parts, key)].map((text) => Buffer.from(text));
  if (found.length !== wanted.length || !timingSafeEqual(found, wanted)) {
    throw new TypeError("Cannot trust a kernel's message: its signature does not fit the key");
  }
  const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part));
  return { header, parent, metadata, content };
}

function sign(parts: readonly string[], key: string): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
