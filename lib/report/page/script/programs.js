// Runs the programs that the page holds.
if (typeof DecompressionStream === "function") {
  document.querySelectorAll("script.program").forEach(runPacked);
}
