/** The address of a queue, as it is typed: `postgres://user:password@host:5432/database`.
 *
 * @throws {TypeError} if it is none
 */
export function queueUrl(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url !== undefined && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1) {
    return url;
  }
  const found = url?.protocol ?? "no address";
  throw new TypeError(
    `Cannot take what --queue names: found ${
      url && url.pathname.length <= 1 ? "no database" : found
    }, wanted postgres://user:password@host:5432/database`,
  );
}
