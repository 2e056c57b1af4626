"""Reference values of thousands of random and degenerate cases, made with scikit-learn and SciPy.

Writes scores.json.gz beside itself, expected values alone: the inputs are drawn anew by the test, from the
generator of lib/base/rng.ts, which is written out below. With scikit-learn 1.9 or later:

    pip install scikit-learn && python3 tests/evaluate/reference/make_scores.py
"""

import gzip
import json
import math
import warnings
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.stats import binomtest
from sklearn import metrics

CONFUSIONS = 2500
PROBABILITIES = 1500
REPORTS = 24
ZERO_DIVISIONS = [0, 1, math.nan]


class Rng:
    """xoroshiro128+ of pure-rand, in the four 32-bit words that it keeps; `new Rng(key)` of lib/base/rng.ts."""

    def __init__(self, key):
        mask = 0xFFFFFFFF
        self.s01, self.s00, self.s11, self.s10 = mask, ~key & mask, key & mask, 0

    def uniform(self):
        mask = 0xFFFFFFFF
        out = (self.s00 + self.s10) & mask
        a0, a1 = self.s10 ^ self.s00, self.s11 ^ self.s01
        s00, s01 = self.s00, self.s01
        self.s00 = ((s00 << 24) ^ (s01 >> 8) ^ a0 ^ (a0 << 16)) & mask
        self.s01 = ((s01 << 24) ^ (s00 >> 8) ^ a1 ^ ((a1 << 16) | (a0 >> 16))) & mask
        self.s10 = ((a1 << 5) ^ (a0 >> 27)) & mask
        self.s11 = ((a0 << 5) ^ (a1 >> 27)) & mask
        return out / 2**32

    def integer(self, bound):
        return math.floor(self.uniform() * bound)


def labels_of(key):
    rng = Rng(key)
    classes, size, share = 1 + rng.integer(10), 1 + rng.integer(60), rng.uniform()
    known = 1 + rng.integer(classes)
    truth, predicted = [], []
    for _ in range(size):
        truth.append(rng.integer(known))
        predicted.append(truth[-1] if rng.uniform() < share else rng.integer(classes))
    return classes, truth, predicted


def probabilities_of(key):
    rng = Rng(key)
    classes, size = 2 + rng.integer(9), 1 + rng.integer(40)
    known, grid = 1 + rng.integer(classes), [1, 10, 100_000][rng.integer(3)]
    is_weighted = rng.integer(2) == 1
    truth, rows, weights = [], [], []
    for index in range(size):
        truth.append(rng.integer(known))
        row = [rng.integer(grid + 1) for _ in range(classes)]
        total = sum(row)
        rows.append([value / total if total else 1 / classes for value in row])
        weight = rng.integer(4) if is_weighted else 1
        weights.append(weight + 1 if index == 0 else weight)
    return classes, truth, np.array(rows), np.array(weights, float)


def digest(values):
    """Many numbers in one: later ones count more, and what is not a number counts as one half."""
    weights = np.arange(1, len(values) + 1)
    return float(np.dot(weights, np.nan_to_num(np.array(values, float), nan=0.5)) / weights.sum())


def confusion_values(key):
    classes, truth, predicted = labels_of(key)
    zero = ZERO_DIVISIONS[key % 3]

    def scores(average):
        return metrics.precision_recall_fscore_support(
            truth, predicted, labels=range(classes), average=average, zero_division=zero
        )[:3]

    def kappa(weights):
        return metrics.cohen_kappa_score(truth, predicted, labels=range(classes), weights=weights)

    return [
        metrics.accuracy_score(truth, predicted),
        metrics.balanced_accuracy_score(truth, predicted),
        metrics.balanced_accuracy_score(truth, predicted, adjusted=True),
        *[kappa(weights) for weights in [None, "linear", "quadratic"]],
        metrics.matthews_corrcoef(truth, predicted),
        *scores("macro"),
        scores("micro")[2],
        *scores("weighted"),
        digest(np.concatenate(scores(None))),
    ]


def probability_values(key):
    classes, truth, rows, weights = probabilities_of(key)
    labels = list(range(classes))
    indicator = (np.array(truth)[:, None] == np.arange(classes)).astype(int)
    given = {"sample_weight": weights}

    def top(k):
        # scikit-learn takes two classes for a threshold, not for a ranking.
        if classes == 2:
            return None
        return metrics.top_k_accuracy_score(truth, rows, k=k, labels=labels, **given)

    def area(score, average):
        return score(indicator, rows, average=average, **given)

    return [
        metrics.log_loss(truth, rows, labels=labels, **given),
        metrics.brier_score_loss(truth, rows, labels=labels, **given),
        *[top(k) for k in [1, 2, 3]],
        *[area(metrics.roc_auc_score, average) for average in ["macro", "weighted"]],
        digest(area(metrics.roc_auc_score, None)),
        *[area(metrics.average_precision_score, average) for average in ["macro", "weighted"]],
        digest(area(metrics.average_precision_score, None)),
    ]


def report(key):
    classes, truth, predicted = labels_of(key)
    options = {"labels": range(classes), "zero_division": ZERO_DIVISIONS[key % 3], "digits": 2 + key % 4}
    text = metrics.classification_report(truth, predicted, **options)
    table = metrics.classification_report(truth, predicted, output_dict=True, **options)
    rows = {name: plain(list(row.values())) if isinstance(row, dict) else row for name, row in table.items()}
    return {"text": text, "table": rows}


def mcnemar(key):
    rng = Rng(key)
    most = [1, 4, 30, 400, 20_000][key % 5]
    first, second = rng.integer(most + 1), rng.integer(most + 1)
    if first + second == 0:
        return [0, 0, 1.0]
    return [first, second, float(binomtest(first, first + second).pvalue)]


def plain(values):
    """As JSON has them: nothing for NaN, words for what is infinite, 14 decimals."""

    def one(value):
        if value is None or math.isnan(value):
            return None
        if math.isinf(value):
            return "Infinity" if value > 0 else "-Infinity"
        return round(float(value), 14)

    return [one(value) for value in values]


def main():
    warnings.simplefilter("ignore")
    cases = {
        "made with": {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__},
        "confusions": [plain(confusion_values(key)) for key in range(CONFUSIONS)],
        "probabilities": [plain(probability_values(key)) for key in range(PROBABILITIES)],
        "reports": [report(key) for key in range(REPORTS)],
        "mcnemar": [mcnemar(key) for key in range(100)],
    }
    text = json.dumps(cases, separators=(",", ":"), allow_nan=False)
    packed = gzip.compress(text.encode(), 9, mtime=0)
    Path(__file__).with_name("scores.json.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
