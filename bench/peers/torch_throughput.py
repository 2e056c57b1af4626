#!/usr/bin/env python3
"""PyTorch on the networks of bench/networks.ts: images a second in each of its settings, as one line of JSON.

    apt-get install -y python3-torch
    /usr/bin/python3 bench/peers/torch_throughput.py --network keras --batch 128 --threads 1

PyTorch 2, which can compile as well, and wants a C++ compiler and gigabytes for CUDA, needed or not:

    python3 -m venv bench/peers/torch && bench/peers/torch/bin/pip install numpy torch

Like the other side: one random batch, the median over the steps. A step of training is SGD with
momentum (forward, backward, update); a step of prediction the forward pass alone, without gradients.

Settings: images as they come or channels last; run step by step, traced or compiled; for prediction what is traced
or compiled is also frozen, and optimised for inference. SGD takes all weights at once (foreach), and gradients are freed, not zeroed.
"""
import argparse
import json
import statistics
import sys
import time

import torch
from torch import nn


def conv(ins, outs, size, bias=True):
    return nn.Conv2d(ins, outs, size, bias=bias)


def block(ins, outs, pool):
    layers = [conv(ins, outs, 3, bias=False)] + ([nn.MaxPool2d(2)] if pool else [])
    return layers + [nn.BatchNorm2d(outs), nn.ReLU()]


NETWORKS = {
    "keras": lambda: [
        conv(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2),
        conv(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1600, 10),
    ],
    "small": lambda: [
        conv(1, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        conv(16, 32, 3), nn.ReLU(), conv(32, 32, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(512, 10),
    ],
    "narrow": lambda: [
        *block(1, 8, True), *block(8, 24, True), *block(24, 64, False),
        nn.Flatten(), nn.Linear(256, 10),
    ],
}

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
parser.add_argument("--task", choices=["train", "predict"], default="train")
parser.add_argument("--network", choices=NETWORKS, default="keras")
parser.add_argument("--batch", type=int, default=128)
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--steps", type=int, default=15)
options = parser.parse_args()

torch.set_num_threads(options.threads)
side = 22 if options.network == "narrow" else 28
labels = torch.randint(0, 10, (options.batch,))
loss = nn.CrossEntropyLoss()


def inputs(is_channels_last):
    images = torch.rand(options.batch, 1, side, side)
    # With one channel both orders have the same bytes: the strides alone tell which is meant.
    return images.as_strided(images.shape, (side * side, 1, side, 1)) if is_channels_last else images


def network(is_channels_last):
    torch.manual_seed(1)
    model = nn.Sequential(*NETWORKS[options.network]())
    return model.to(memory_format=torch.channels_last) if is_channels_last else model


def compiled(model):
    if not hasattr(torch, "compile"):
        raise RuntimeError("PyTorch 1 compiles nothing")
    return torch.compile(model)


def training_step(is_channels_last, way):
    images, model = inputs(is_channels_last), network(is_channels_last)
    optimizer = torch.optim.SGD(model.parameters(), 0.01, momentum=0.9, foreach=True)
    run = model
    if way == "traced":
        run = torch.jit.trace(model, images)
    if way == "compiled":
        run = compiled(model)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss(run(images), labels).backward()
        optimizer.step()

    return step


def prediction_step(is_channels_last, way):
    images, model = inputs(is_channels_last), network(is_channels_last).eval()
    run = model
    if way == "frozen":
        run = torch.jit.optimize_for_inference(torch.jit.freeze(torch.jit.trace(model, images)))
    if way == "compiled":
        run = compiled(model)  # when it is first called
        from torch._inductor import config
        config.freezing = True

    def step():
        with torch.no_grad():
            run(images)

    return step


def rate(step):
    seconds = []
    for _ in range(5 + options.steps):
        start = time.perf_counter()
        step()
        seconds.append(time.perf_counter() - start)
    return round(options.batch / statistics.median(seconds[5:]))


make, faster = {"train": (training_step, "traced"), "predict": (prediction_step, "frozen")}[options.task]
rates = {}
for is_channels_last in [False, True]:
    for way in ["", faster, "compiled"]:
        order = "channels last" if is_channels_last else "channels first"
        name = f"{order}, {way}" if way else order
        try:
            rates[name] = rate(make(is_channels_last, way))
        except RuntimeError as error:  # a setting that this version does not have
            print(f"{name}: {error}", file=sys.stderr)

print(json.dumps({"peer": f"PyTorch {torch.__version__}", "imagesPerSecond": rates}))
