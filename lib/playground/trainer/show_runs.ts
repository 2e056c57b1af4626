import { percent } from "../../base/format.ts";
import { drawChart } from "./chart.ts";
import { widthNames } from "./choices.ts";
import type { RunRecord } from "./run_record.ts";
import { resultOf } from "./words.ts";

/** How many earlier runs stay in the charts. */
const mostBefore = 5;

/** Draws the loss and the accuracy of the last runs, the newest in colour. */
export function showCharts(trainer: Element, runs: readonly RunRecord[], epochs: number): void {
  const shown = runs.slice(-mostBefore - 1);
  const [loss, accuracy] = trainer.querySelectorAll<SVGSVGElement>("svg");
  const curves = shown.map((run) => run.curve());
  const highest = Math.max(0, ...(curves.at(-1) ?? []).map(([, y]) => y));
  drawChart(loss, {
    lines: curves,
    end: epochs,
    marks: highest > 5 ? [0, 5, 10, 15, 20] : [0, 0.5, 1, 1.5, 2, 2.5],
    write: (mark) => mark.toFixed(1),
  });
  drawChart(accuracy, {
    lines: shown.map((run) => run.accuracies),
    end: epochs,
    marks: [0.95, 0.96, 0.97, 0.98, 0.99, 1],
    write: (mark) => percent(mark, 0),
  });
  const last = shown.at(-1);
  loss.setAttribute("aria-label", `Loss, ${last?.loss?.toFixed(2) ?? "nothing"} at last`);
  const score = last?.accuracy === undefined ? "nothing" : percent(last.accuracy, 2);
  accuracy.setAttribute("aria-label", `Accuracy on held-out images, ${score} at last`);
}

/** Lists the runs that are over, the newest first. */
export function showTable(trainer: Element, runs: readonly RunRecord[]): void {
  const rows = runs.filter(({ ending }) => ending !== undefined).map((run, i) => {
    const { learningRate, batchSize, network } = run.settings;
    const width = widthNames[network];
    const cells = [i + 1, learningRate, batchSize, width, resultOf(run), run.seconds.toFixed(1)];
    const row = document.createElement("tr");
    row.append(...cells.map((words) => {
      const cell = document.createElement("td");
      cell.textContent = String(words);
      return cell;
    }));
    return row;
  });
  const table = trainer.querySelector<HTMLElement>(".runs")!;
  table.hidden = rows.length === 0;
  table.querySelector("tbody")!.replaceChildren(...rows.reverse());
}
