import { percent } from "../../base/format.ts";
import { settingWords } from "../../tune/setting_words.ts";
import { type SettingName, settingNames } from "../../tune/space.ts";
import type { Trial } from "../../tune/trial.ts";

/** A trial as one line. */
export function trialText(trial: Trial): string {
  const { number, settings, validationAccuracy } = trial;
  return [
    `trial ${number}`,
    ...Object.entries(settings).map(([name, value]) =>
      `${settingWords[name as SettingName]} ${value}`
    ),
    `validation accuracy ${percent(validationAccuracy, 2)}`,
    endOf(trial),
    `${trial.seconds.toFixed(1)} s`,
  ].join("  ");
}

/** Trials as a table for the terminal, a line each. */
export function trialTable(trials: readonly Trial[]): string {
  const names = settingNames.filter((name) => trials.some(({ settings }) => name in settings));
  const rows = [
    ["trial", ...names.map((name) => settingWords[name]), "accuracy", "seconds", "trained"],
    ...trials.map((trial) => [
      String(trial.number),
      ...names.map((name) => String(trial.settings[name] ?? "")),
      percent(trial.validationAccuracy, 2),
      trial.seconds.toFixed(1),
      endOf(trial),
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const last = widths.length - 1;
  return rows.map((row) =>
    row.map((cell, column) => column === last ? cell : cell.padStart(widths[column])).join("  ")
  ).join("\n");
}

function endOf({ accuracies, isStopped }: Trial): string {
  const count = `${accuracies.length} ${accuracies.length === 1 ? "epoch" : "epochs"}`;
  return isStopped ? `stopped after ${count}` : count;
}
