/** A page as it is printed to PDF: on A4, and without links to what lies beside the page. Chromium would
 * write those as whole paths of this machine, which lead nowhere on another.
 *
 * @param html of the page, as `page` makes it
 */
export function printedPage(html: string): string {
  return html
    .replace("</style>", "@page {\n  size: A4;\n}\n</style>")
    .replaceAll(/(<a\b[^>]*?) href="(?!#|[a-z][a-z0-9+.-]*:)[^"]*"/gi, "$1");
}
