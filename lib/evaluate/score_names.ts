import type { SummaryScore } from "./summary_scores.ts";

/** What the scores are called in texts, and whether they are shares, to be shown in per cent. */
export const scoreNames: Readonly<Record<SummaryScore, readonly [name: string, isShare: boolean]>> =
  {
    balancedAccuracy: ["balanced accuracy", true],
    macroPrecision: ["precision, macro", true],
    macroRecall: ["recall, macro", true],
    macroF1: ["F1, macro", true],
    weightedF1: ["F1, weighted", true],
    cohenKappa: ["Cohen's kappa", false],
    matthewsCorrelation: ["Matthews correlation", false],
    top2Accuracy: ["among the first 2", true],
    top3Accuracy: ["among the first 3", true],
    logLoss: ["log loss (nats)", false],
    brierScore: ["Brier score", false],
    macroRocAuc: ["ROC AUC, macro", false],
    weightedRocAuc: ["ROC AUC, weighted", false],
    macroAveragePrecision: ["average precision, macro", false],
    weightedAveragePrecision: ["average precision, weighted", false],
  };
