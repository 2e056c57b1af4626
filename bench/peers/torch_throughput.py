#!/usr/bin/env python3
"""PyTorch on the networks of bench/networks.ts: images a second, as one line of JSON.

    apt-get install -y python3-torch
    /usr/bin/python3 bench/peers/torch_throughput.py --network keras --batch 128 --threads 1

Like the other side: one random batch, the median over the steps. A step of training is SGD with
momentum (forward, backward, update); a step of prediction the forward pass alone, without gradients.
"""
import argparse
import json
import statistics
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
torch.manual_seed(1)
side = 22 if options.network == "narrow" else 28
images = torch.rand(options.batch, 1, side, side)
labels = torch.randint(0, 10, (options.batch,))
model = nn.Sequential(*NETWORKS[options.network]())
optimizer = torch.optim.SGD(model.parameters(), 0.01, momentum=0.9)
loss = nn.CrossEntropyLoss()


def train():
    optimizer.zero_grad()
    loss(model(images), labels).backward()
    optimizer.step()


def predict():
    with torch.no_grad():
        model(images)


model.train(options.task == "train")
step = train if options.task == "train" else predict
seconds = []
for _ in range(3 + options.steps):
    start = time.perf_counter()
    step()
    seconds.append(time.perf_counter() - start)

rate = options.batch / statistics.median(seconds[3:])
print(json.dumps({"peer": f"PyTorch {torch.__version__}", "imagesPerSecond": round(rate)}))
