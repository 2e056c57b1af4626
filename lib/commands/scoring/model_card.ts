import { percent, thousands } from "../../base/format.ts";
import { markdownTable } from "../../base/markdown_table.ts";
import { profileNames } from "../../base/profile.ts";
import { sum } from "../../base/statistics.ts";
import type { TrainingRecord } from "../../model/training_record.ts";
import type { CardFacts } from "./card_facts.ts";
import { metricsSections } from "./card_metrics.ts";
import { type CardWords, cardWords } from "./card_words.ts";

/** The card of a model in Markdown: what it is, how it came about, what it is for, how well it does it and where
 * it fails ([Mitchell et al., 2019](https://arxiv.org/abs/1810.03993)). It follows from the facts alone, so that
 * a card can be compared with them. */
export function modelCard(facts: CardFacts): string {
  const words = cardWords(facts.output);
  const { record, metrics } = facts;
  return [
    `# Model card: ${words.title}`,
    `<!-- Written by: deno task card ${facts.folder} -->`,
    words.task,
    "What a card tells: [Mitchell et al., 2019](https://arxiv.org/abs/1810.03993). `deno task card` " +
    `writes it from ${sources(facts)} beside it.`,
    "## Details",
    details(facts, words),
    "## Intended use",
    `It is made for\n\n${list(words.uses)}`,
    `It is not made for\n\n${list(words.misuses)}`,
    "## Training",
    words.learned,
    ...(record ? training(facts.metrics === undefined, record, words) : [unrecorded]),
    ...(metrics ? metricsSections(metrics, facts.folder) : []),
    "## Limits",
    list(words.limits),
  ].join("\n\n").replaceAll("](/", `](${facts.root}/`) + "\n";
}

function sources({ record, metrics }: CardFacts): string {
  const files = ["model", ...(record ? ["training"] : []), ...(metrics ? ["metrics"] : [])];
  return new Intl.ListFormat("en-GB").format(files.map((file) => `\`${file}.json\``));
}

function list(entries: readonly string[]): string {
  return entries.map((entry) => `- ${entry}`).join("\n");
}

function details({ network, parameters, layers, record }: CardFacts, words: CardWords): string {
  const operations = sum(layers.map((layer) => layer.multiplyAdds));
  const hasFixedSize = operations > 0;
  const facts = list([
    `Network: \`${network}\`, convolutional, ${thousands(parameters)} parameters` +
    (hasFixedSize ? `, ${thousands(operations)} multiply-adds an image` : ""),
    `Input: ${words.input}`,
    `Output: ${words.output}`,
    "Format: TensorFlow.js Layers model, `model.json` and one file of weights",
    ...(record ? [`Trained: ${record.finished}`] : []),
    "Licence: MIT; MNIST has [its own](/data/README.md#licences)",
  ]);
  const table = markdownTable([
    ["layer", "output", "parameters", ...(hasFixedSize ? ["multiply-adds"] : [])],
    ...layers.map(({ layer, output, parameters, multiplyAdds }) => [
      ...[layer, output, thousands(parameters)],
      ...(hasFixedSize ? [thousands(multiplyAdds)] : []),
    ]),
  ]);
  return `${facts}\n\n<details><summary>Its layers</summary>\n\n${table}\n\n</details>`;
}

const unrecorded = "How it was trained was not recorded.";

/** @param withTest gives the test accuracy, too, where no metrics do */
function training(withTest: boolean, record: TrainingRecord, words: CardWords): string[] {
  const { profile, data, seconds, workers, backend, remarks = [] } = record;
  const { name, seed, epochs, images, validationSize, ...settings } = profile;
  const isKnown = (profileNames as readonly string[]).includes(name);
  const time = `${thousands(seconds)} s on ${workers} ${workers === 1 ? "core" : "cores"}`;
  const [validated, tested] = words.accuracies;
  return [
    markdownTable([
      ["what", "how"],
      [
        "command",
        `\`deno task train --profile ${
          isKnown ? name : "FILE"
        } --seed ${seed} --epochs ${epochs}\``,
      ],
      ["images", `${thousands(images)}, ${thousands(validationSize)} of them to validate on`],
      ["from", data],
      ...Object.entries(settings).map(([name, value]) => [inWords(name), settingText(value)]),
      ["time", `${time}, backend ${backend}`],
      [`validation accuracy, ${validated}`, percent(record.validationAccuracy, 2)],
      ...(withTest ? [[`test accuracy, ${tested}`, percent(record.testAccuracy, 2)]] : []),
    ]),
    "The weights are those of the epoch that did best on the validation images, which flatters that " +
    "accuracy a little; the test images had no part in it.",
    ...remarks,
  ];
}

/** `learningRate` as `learning rate`. */
function inWords(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A setting as it stands in a table: `kind one-cycle, warm up 0.2`. */
function settingText(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value).map(([name, part]) => `${inWords(name)} ${part}`).join(", ");
}
