"""Reference values for tests/evaluate, made with scikit-learn and SciPy.

Without arguments it writes metrics.jsonl beside itself, one case a line; with a seed it prints
fresh random cases instead. Debian: apt install python3-sklearn, then

    python3 tests/evaluate/reference/make_reference.py [SEED]
"""

import json
import sys
import warnings
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.stats import binomtest
from sklearn.calibration import calibration_curve
from sklearn.metrics import accuracy_score, confusion_matrix, precision_recall_fscore_support

DEGENERATE = {
    "a class never predicted": (3, [0, 1, 2, 2, 0], [0, 1, 1, 0, 0]),
    "a class without support": (3, [0, 1, 1, 0, 0], [0, 1, 2, 2, 0]),
    "a class neither predicted nor there": (4, [0, 1, 3, 3], [0, 3, 3, 1]),
    "all of one class, all right": (10, [7] * 5, [7] * 5),
    "a single class": (1, [0] * 4, [0] * 4),
    "one image, wrong": (10, [4], [9]),
    "all wrong": (3, [0, 1, 2], [1, 2, 0]),
    "everything read as one class": (10, list(range(10)), [1] * 10),
    "no images": (3, [], []),
}


def scores(truth, predicted, classes):
    def average(kind):
        values = precision_recall_fscore_support(
            truth, predicted, labels=range(classes), average=kind, zero_division=0
        )
        return dict(zip(["precision", "recall", "f1"], map(float, values[:3])))

    per_class = precision_recall_fscore_support(
        truth, predicted, labels=range(classes), zero_division=0
    )
    return {
        "confusion": confusion_matrix(truth, predicted, labels=range(classes)).tolist()
        if truth  # scikit-learn gives no matrix of no labels
        else np.zeros((classes, classes), int).tolist(),
        "accuracy": float(accuracy_score(truth, predicted)) if truth else 0.0,
        "perClass": [
            {"precision": float(p), "recall": float(r), "f1": float(f), "support": int(s)}
            for p, r, f, s in zip(*per_class)
        ],
        **{kind: average(kind) for kind in ["macro", "micro", "weighted"]},
    }


def metric_case(name, classes, truth, predicted):
    digits = lambda labels: "".join(map(str, labels))
    return {
        "kind": "metrics",
        "name": name,
        "classes": classes,
        "truth": digits(truth),
        "predicted": digits(predicted),
        **scores(truth, predicted, classes),
    }


def random_metric_case(rng, classes, size, share_right):
    truth = rng.integers(classes, size=size)
    predicted = np.where(rng.random(size) < share_right, truth, rng.integers(classes, size=size))
    name = f"{size} random labels of {classes} classes, at least {share_right:.0%} right"
    return metric_case(name, classes, truth.tolist(), predicted.tolist())


def interval_case(right, total, level):
    # The p-value, which nobody reads, divides by zero where it is too small for a number.
    with np.errstate(all="ignore"):
        test = binomtest(right, total)
    interval = test.proportion_ci(confidence_level=level, method="wilson")
    return {
        "kind": "interval",
        "right": right,
        "total": total,
        "level": level,
        "low": float(interval.low),
        "high": float(interval.high),
    }


def calibration_case(rng, size, bins):
    # Exact as 32-bit floats, and never on the edge of one of 5 or 10 bins.
    confidence = (rng.integers(103, 1024, size=size) + 0.5) / 1024
    right = rng.random(size) < confidence**1.5
    accuracy, mean_confidence = calibration_curve(right, confidence, n_bins=bins)
    return {
        "kind": "calibration",
        "binCount": bins,
        "confidences": confidence.tolist(),
        "right": right.astype(int).tolist(),
        "accuracy": accuracy.tolist(),
        "confidence": mean_confidence.tolist(),
    }


def random_cases(rng):
    sizes = [(10, 300, 0.9), (10, 200, 0.0), (10, 25, 0.5), (2, 60, 0.7), (7, 100, 0.3)]
    cases = [random_metric_case(rng, *size) for size in sizes]
    for total in [1, 2, 30, 10_000]:
        for level in [0.9, 0.95, 0.99]:
            cases.append(interval_case(int(rng.integers(total + 1)), total, level))
    return cases + [calibration_case(rng, 100, bins) for bins in [1, 5, 10]]


def fixed_cases():
    cases = [metric_case(name, *case) for name, case in DEGENERATE.items()]
    for right, total in [(0, 1), (1, 1), (0, 10_000), (10_000, 10_000), (9_912, 10_000)]:
        cases.append(interval_case(right, total, 0.95))
    return cases


def lines(cases):
    return "".join(json.dumps(case) + "\n" for case in cases)


def main():
    warnings.simplefilter("error")
    if len(sys.argv) > 1:
        print(lines(random_cases(np.random.default_rng(int(sys.argv[1])))), end="")
        return
    versions = {"kind": "made with", "scikit-learn": sklearn.__version__, "scipy": scipy.__version__}
    cases = [versions] + random_cases(np.random.default_rng(20)) + fixed_cases()
    Path(__file__).with_name("metrics.jsonl").write_text(lines(cases))


if __name__ == "__main__":
    main()
